import type { Letter } from '@ngopi/shared/letters'
import type { Office } from '@ngopi/shared/offices'

/** The fields of the form. */
export const letterValues = (letter: Letter) => ({
  number: letter.number,
  nature: letter.nature,
  attachment: letter.attachment,
  subject: letter.subject,
  place: letter.place,
  datedOn: letter.datedOn,
  body: letter.body ?? '',
  copiesTo: letter.copiesTo.join('\n'),
})
type LetterValues = ReturnType<typeof letterValues>

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** What is saved: words left as they were shipped are not kept, so that they follow the event. */
export const letterBody = (
  { body, copiesTo, ...fields }: LetterValues,
  { version, defaultBody }: Pick<Letter, 'version' | 'defaultBody'>,
) => ({
  ...fields,
  version,
  body: body.trim() === '' || body.trim() === defaultBody.trim() ? null : body,
  copiesTo: linesOf(copiesTo),
})

export type LetterheadGap = 'lines' | 'logo' | 'signatoryName' | 'signatoryTitle' | 'signatoryNip'

/** What a letterhead lacks, in the order it stands on the letter. */
export const letterheadGaps = ({
  letterhead,
  hasLogo,
}: Pick<Office, 'letterhead' | 'hasLogo'>): LetterheadGap[] => {
  const missing: Record<LetterheadGap, boolean> = {
    logo: !hasLogo,
    lines: letterhead.lines.length === 0,
    signatoryTitle: letterhead.signatoryTitle === '',
    signatoryName: letterhead.signatoryName === '',
    signatoryNip: letterhead.signatoryNip === '',
  }
  return (Object.keys(missing) as LetterheadGap[]).filter((gap) => missing[gap])
}
