/** What an attempt to hand a mail to the server came to. */
export interface Refusal {
  /**
   * `unreachable`: the server takes no mail at all, so no mail is to blame; `temporary`: this one later, perhaps;
   * `permanent`: this one never.
   */
  kind: 'unreachable' | 'temporary' | 'permanent'
  /** The mailbox does not exist; a full mailbox, a blocked sender or a disliked text says nothing about the address. */
  addressIsBad: boolean
  /** For people: what the server or the network said. */
  said: string
}

interface SmtpError {
  message: string
  code?: string
  command?: string
  responseCode?: number
  response?: string
  permanent?: boolean
  originalCode?: string
  timeoutType?: string
}

const failedBeforeAnyMail = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EPROTOCOL', 'EPROXY'])
const noWayThere = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'])

/** A connection lost in the middle of a mail is not meant here: that mail may be the reason. */
function isUnreachable({ code = '', command, originalCode = '', timeoutType }: SmtpError): boolean {
  if (failedBeforeAnyMail.has(code) || noWayThere.has(originalCode)) return true
  if (code === 'ETIMEDOUT') return timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT'
  // Closed by the server, again and again, before a word was said.
  return code === 'ECONNECTION' && command === undefined
}

/**
 * Whether a code of RFC 3463 (`5.1.1`), or the lack of one, says that there is no such mailbox: bad destination
 * (5.1.x) or mailbox disabled (5.2.1).
 */
export const namesBadAddress = (status: string | undefined): boolean =>
  status === undefined || /^5\.1\.\d+$|^5\.2\.1$/.test(status)

const statusIn = (text: string | undefined): string | undefined =>
  text?.match(/\b[245]\.\d{1,3}\.\d{1,3}\b/)?.[0]

/** Reads an error of nodemailer. */
export function refusalOf(error: unknown): Refusal {
  const said = error instanceof Error ? error.message : String(error)
  if (!(error instanceof Error)) return { kind: 'temporary', addressIsBad: false, said }
  const smtp = error as SmtpError
  if (isUnreachable(smtp)) return { kind: 'unreachable', addressIsBad: false, said }
  // A refused sender is a matter of the set-up, to be put right; the mail waits for it.
  const aboutThisMail = smtp.command === 'RCPT TO' || smtp.command === 'DATA'
  if (!smtp.permanent || !aboutThisMail) return { kind: 'temporary', addressIsBad: false, said }
  const addressIsBad = smtp.command === 'RCPT TO' && namesBadAddress(statusIn(smtp.response))
  return { kind: 'permanent', addressIsBad, said }
}
