import type { Db } from '../platform/database.ts'
import type { FreshMail, mails } from '../platform/mail.ts'

type Mail = typeof mails.$inferSelect

/** The mail as it was written. Throws where the installation gave up the key its text was sealed with. */
export function asWritten({ $sealing }: Db, mail: Mail): FreshMail {
  const opened = (stored: string): string => {
    const text = $sealing.open(stored)
    if (text === undefined)
      throw new Error('Isi surel ini dikunci dengan SECRET_KEY yang sudah tidak dipakai.')
    return text
  }
  return {
    recipient: { name: mail.recipientName, address: mail.recipient },
    subject: mail.subject,
    text: opened(mail.bodyText),
    ...(mail.bodyHtml !== null && { html: opened(mail.bodyHtml) }),
    ...(mail.calendarMethod !== null &&
      mail.calendarBody !== null && {
        calendar: { method: mail.calendarMethod, body: opened(mail.calendarBody) },
      }),
    ...(mail.unsubscribeUrl !== null && { unsubscribeUrl: opened(mail.unsubscribeUrl) }),
    ...(mail.replyTo !== null && { replyTo: mail.replyTo }),
    attach: [],
  }
}

/** What is kept of a mail once nothing of it waits to be sent: whom it was for and what it said. */
export const contentOf = ({ $sealing }: Db, mail: FreshMail): Partial<Mail> => ({
  recipient: mail.recipient.address,
  recipientName: mail.recipient.name ?? null,
  subject: mail.subject,
  bodyText: $sealing.seal(mail.text),
  bodyHtml: mail.html === undefined ? null : $sealing.seal(mail.html),
  calendarMethod: null,
  calendarBody: null,
  unsubscribeUrl: null,
})
