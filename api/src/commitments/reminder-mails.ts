import type { Language } from '../platform/language.ts'
import type { NewMail } from '../platform/mail.ts'

/** What a journalist is told of a promise. */
export interface Telling {
  fullName: string
  language: Language
  commitment: string
  state: 'kept' | 'dropped'
  outcome: string
  offRecord: boolean
  officeName: string
}

const openings = {
  id: {
    kept: 'menindaklanjuti janji kami kepada Anda, berikut jawabannya.',
    dropped: 'mohon maaf, janji kami kepada Anda tidak dapat kami penuhi.',
  },
  en: {
    kept: 'as we promised you, here is our answer.',
    dropped: 'we are sorry that we cannot keep what we promised you.',
  },
}

/** The words, plain, in the language of the journalist. */
export function tellingText(telling: Telling): string {
  const { fullName, language, commitment, state, outcome, offRecord, officeName } = telling
  const opening = openings[language][state]
  return language === 'id'
    ? `Yth. ${fullName},

${opening}

Janji: ${commitment}

${outcome}
${offRecord ? '\nHal ini disampaikan tidak untuk dikutip (off the record).\n' : ''}
Terima kasih atas kesabaran Anda.

Salam hormat,
${officeName}`
    : `Dear ${fullName},

${opening}

Promised: ${commitment}

${outcome}
${offRecord ? '\nThis is told to you off the record.\n' : ''}
Thank you for your patience.

Kind regards,
${officeName}`
}

/** Its subject. */
export const tellingSubject = ({ language, officeName }: Telling): string =>
  language === 'id' ? `Tindak lanjut dari ${officeName}` : `Follow-up from ${officeName}`

/** A promise as its owner is reminded of it. */
export interface DuePromise {
  text: string
  /** `YYYY-MM-DD`. */
  dueOn: string
  offRecord: boolean
  overdue: boolean
  /** Who made it and can no longer act; null: the recipient. */
  formerOwner: string | null
}

const dayText = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** Reminds an owner of what is due; words off the record stay out of the mail. */
export function promisesDueMail({
  name,
  email,
  commitments,
  link,
}: {
  name: string
  email: string
  commitments: readonly DuePromise[]
  link: string
}): NewMail {
  const lines = (locale: 'id' | 'en') =>
    commitments
      .map(({ text, dueOn, offRecord, overdue, formerOwner }) => {
        const hidden = locale === 'id' ? '(tidak untuk dikutip)' : '(off the record)'
        const late = locale === 'id' ? 'terlewat' : 'overdue'
        const orphaned =
          formerOwner === null
            ? ''
            : locale === 'id'
              ? ` (penanggung jawab ${formerOwner} tidak aktif lagi)`
              : ` (its owner ${formerOwner} is no longer active)`
        return `- ${offRecord ? hidden : text}: ${dayText(dueOn, locale)}${overdue ? `, ${late}` : ''}${orphaned}`
      })
      .join('\n')
  return {
    recipient: { name, address: email },
    subject: `Janji tindak lanjut jatuh tempo (${commitments.length}) / Promises due (${commitments.length})`,
    text: `Yth. ${name},

Janji berikut menunggu tindak lanjut Anda:

${lines('id')}

Lihat dan catat hasilnya: ${link}

--

Dear ${name},

These promises wait for you:

${lines('en')}

Record what came of them by the link above.
`,
  }
}
