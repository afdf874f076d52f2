import { emailAddress } from '@ngopi/shared/contact'
import PostalMime, { type Email } from 'postal-mime'
import type { NewMail } from '../platform/mail.ts'

/** What somebody wrote back to a mail. */
export interface Reply {
  from: { name: string; address: string }
  subject: string
  text: string
  html: string | undefined
  attachments: number
}

/** Longest text that is passed on, in characters. */
const longestText = 50_000

const headerOf = (mail: Email, name: string): string | undefined =>
  mail.headers
    .find(({ key }) => key === name)
    ?.value.trim()
    .toLowerCase()

/** Whether a program sent it by itself (RFC 3834): passed on, such mails would answer each other for ever. */
const sentByItself = (mail: Email): boolean =>
  (headerOf(mail, 'auto-submitted') ?? 'no') !== 'no' ||
  ['bulk', 'junk', 'list', 'auto_reply'].includes(headerOf(mail, 'precedence') ?? '') ||
  ['x-autoreply', 'x-autorespond', 'list-id'].some((name) => headerOf(mail, name) !== undefined) ||
  (headerOf(mail, 'content-type') ?? '').startsWith('multipart/report')

/** Reads what a person wrote to the address that mails come back to; undefined for what a program sent. */
export async function readReply(raw: Buffer, sender: string): Promise<Reply | undefined> {
  if (sender === '') return undefined
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxRfc822NestingDepth: 0 })
  if (sentByItself(mail)) return undefined
  const named = emailAddress.safeParse(mail.from?.address ?? '')
  const address = named.success ? named.data : emailAddress.safeParse(sender).data
  if (address === undefined) return undefined
  return {
    from: { name: mail.from?.name ?? '', address },
    subject: (mail.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
    text: (mail.text ?? '').slice(0, longestText),
    html: mail.text ? undefined : mail.html,
    attachments: mail.attachments.length,
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The reply as the office gets it; whoever answers it writes to the person, not to us. */
export function replyMail(
  reply: Reply,
  { to, about }: { to: string; about: { recipient: string; subject: string } },
): NewMail {
  const { from, subject, text, html, attachments } = reply
  const who = from.name ? `${from.name} <${from.address}>` : from.address
  const files = attachments > 0 ? `\nLampiran tidak diteruskan: ${attachments} berkas.` : ''
  const opening = `Balasan dari ${who} atas surel kepada ${about.recipient}: ${about.subject}.${files}
Jawab surel ini untuk menulis langsung kepada pengirimnya.`
  return {
    recipient: { address: to },
    replyTo: from.address,
    subject: subject || `Re: ${about.subject}`,
    text: `${opening}\n\n${text}`,
    ...(html !== undefined && { html: `<p>${escaped(opening)}</p><hr>${html}` }),
  }
}
