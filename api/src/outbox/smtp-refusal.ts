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

/** What servers that give no code of their own say of a mailbox that is not there, and of a sender they dislike. */
const noSuchMailbox =
  /\b(no such|unknown|invalid|unrout\w+|nonexistent|non-existent)\W+(\w+\W+)?(user|mailbox|recipient|address|account|person)|\b(user|mailbox|recipient|address|account)\b.{0,80}?\b(unknown|not found|does(n't| not) exist|not exist)/i
const aboutTheSender =
  /polic|spam|block|black|deny|denied|reputation|relay|sender|spf|dkim|dmarc|authenti|not permitted|not allowed|rejected due|banned|listed/i

/**
 * Whether a refusal for good says that there is no such mailbox: a code of RFC 3463 about the recipient's address
 * (5.1.x, of which 7 to 9 speak of the sender's), or without a code words that can mean nothing else. A full mailbox, a
 * policy or a disliked sender says nothing about the address.
 */
export function namesBadAddress(status: string | undefined, said: string): boolean {
  if (status !== undefined) return /^5\.1\.(?:[0-6]|10)$/.test(status)
  return noSuchMailbox.test(said) && !aboutTheSender.test(said)
}

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
  const addressIsBad =
    smtp.command === 'RCPT TO' && namesBadAddress(statusIn(smtp.response), smtp.response ?? said)
  return { kind: 'permanent', addressIsBad, said }
}
