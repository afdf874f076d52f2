import type { Letter } from '@ngopi/shared/letters'
import { AppError, invalidField } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import { dayOf } from '../platform/local-days.ts'
import { defaultBody } from './rules.ts'
import { letterStrings } from './strings.ts'

interface LetterRow {
  sessionId: string
  officeId: string
  title: string
  city: string | null
  timeZone: string
  contactName: string | null
  contactPhone: string | null
  guests: number
  saved: SavedLetter | null
}

type SavedLetter = Pick<
  Letter,
  | 'number'
  | 'nature'
  | 'attachment'
  | 'subject'
  | 'place'
  | 'datedOn'
  | 'body'
  | 'copiesTo'
  | 'version'
> & { code: string }

/** Whether guest `j` with invitation `i` is to get a letter: invited, neither declined nor substituted nor opted out. */
export const getsLetter = `i.revoked_at is null and i.answer not in ('declined', 'substituted') and j.opted_out_at is null`

const letterOfSession = {
  name: 'letter_of_session',
  text: `select s.id as "sessionId", s.office_id as "officeId", s.title, o.city, o.time_zone as "timeZone",
                o.contact_name as "contactName", o.contact_phone as "contactPhone",
                (select count(*) from invitations i
                   join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
                  where i.office_id = s.office_id and i.session_id = s.id and ${getsLetter}) as guests,
                case when l.id is not null then json_build_object(
                  'number', l.number, 'nature', l.nature, 'attachment', l.attachment, 'subject', l.subject,
                  'place', l.place, 'datedOn', l.dated_on, 'body', l.body, 'copiesTo', l.copies_to,
                  'version', l.version, 'code', l.code) end as saved
           from sessions s
           join offices o on o.id = s.office_id
           left join session_letters l on l.office_id = s.office_id and l.session_id = s.id
          where s.id = $1`,
}

const savedFor = {
  name: 'letter_is_saved',
  text: 'select from session_letters where session_id = $1',
}

/** Before a letter is sent with a mail: 400 naming `attachLetter` where the session has none saved. */
export async function requireLetter(db: Db, sessionId: string): Promise<void> {
  const saved = await prepared(db, savedFor, [sessionId])
  if (saved.length === 0) throw invalidField('attachLetter', letterStrings.notSaved)
}

/** The public page that proves a letter genuine. */
export const proofUrlOf = (publicUrl: string, code: string): string => `${publicUrl}/surat/${code}`

/** The letter of a session, or a proposal dated `now`; 404 for a session out of sight. */
export async function getLetter(
  db: Db,
  { sessionId, publicUrl, now }: { sessionId: string; publicUrl: string; now: string },
): Promise<Letter> {
  const [row] = await prepared<LetterRow>(db, letterOfSession, [sessionId])
  if (!row) throw new AppError('not_found')
  const { saved, title, city, timeZone, guests } = row
  const shared = { sessionId, defaultBody: defaultBody(row), guests }
  if (saved) {
    const { code, ...fields } = saved
    return { ...shared, ...fields, saved: true, proofUrl: proofUrlOf(publicUrl, code) }
  }
  return {
    ...shared,
    saved: false,
    number: '',
    nature: 'Biasa',
    attachment: '-',
    subject: `Undangan ${title}`.slice(0, 200),
    place: city ?? '',
    datedOn: dayOf(now, timeZone),
    body: null,
    copiesTo: [],
    proofUrl: null,
    version: 0,
  }
}
