import PostalMime, { type Email } from 'postal-mime'
import { namesBadAddress } from './smtp-refusal.ts'

/** What a mail that came back says of the one it answers. */
export interface DeliveryReport {
  addressIsBad: boolean
  /** For people: the diagnostic of the server that gave up. */
  said: string
}

/** The fields of each recipient in a delivery-status part (RFC 3464, section 2.3), names in lower case. */
function recipientFields(part: string): Map<string, string>[] {
  return part
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(
      (block) =>
        new Map(
          block.split('\n').flatMap((line) => {
            const [, name, value] = line.match(/^([A-Za-z-]+):\s*(.*)$/) ?? []
            return name && value !== undefined ? [[name.toLowerCase(), value.trim()] as const] : []
          }),
        ),
    )
    .filter((fields) => fields.has('action') || fields.has('status'))
}

const headerOf = (mail: Email, name: string): string =>
  mail.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? ''

/** An absence note also comes back to the sender of the envelope, and bounces nothing. */
const answersByItself = (mail: Email): boolean =>
  headerOf(mail, 'auto-submitted').startsWith('auto-replied') ||
  mail.headers.some(({ key }) => key === 'x-autoreply' || key === 'x-autorespond')

/** What a server quotes in a report that has no part for programs: `550 5.1.1 no such user`, or qmail's `#5.1.1`. */
const quotedRefusal = /(?:\b5\d\d[ -]|#)(5\.\d{1,3}\.\d{1,3})\b(?!\.\d).*/

const statusPartOf = (mail: Email): string | undefined => {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  return part && (typeof part.content === 'string' ? part.content : decode(part.content))
}
const decode = (bytes: ArrayBuffer | Uint8Array): string => new TextDecoder().decode(bytes)

const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500)

/**
 * Reads a mail that came back. Undefined where it is no news of a mail given up: a delay, a success, an absence note, a
 * letter somebody wrote. Only what says so is given up: the action `failed`, or a code of RFC 3463 that begins with 5.
 */
export async function readDeliveryReport(
  raw: Buffer,
  { nullSender }: { nullSender: boolean },
): Promise<DeliveryReport | undefined> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxRfc822NestingDepth: 0 })
  const part = statusPartOf(mail)
  if (part === undefined) {
    if (!nullSender || answersByItself(mail)) return undefined
    const [quoted, code] = mail.text?.match(quotedRefusal) ?? []
    if (quoted === undefined) return undefined
    return { addressIsBad: namesBadAddress(code, quoted), said: shortened(quoted) }
  }
  const [recipient] = recipientFields(part)
  const status = recipient?.get('status')?.match(/^[245]\.\d{1,3}\.\d{1,3}/)?.[0]
  const action = recipient?.get('action')?.toLowerCase()
  const givenUp = action === undefined ? status?.startsWith('5.') : action === 'failed'
  if (!givenUp) return undefined
  const said = recipient?.get('diagnostic-code')?.replace(/^smtp;\s*/i, '') ?? status
  const reason = shortened(said ?? mail.text ?? mail.subject ?? '')
  return { addressIsBad: namesBadAddress(status, reason), said: reason }
}
