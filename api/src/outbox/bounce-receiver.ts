import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { AppError } from '../platform/app-error.ts'
import { mailOfBounceAddress } from '../platform/bounce-address.ts'
import type { Config } from '../platform/config.ts'
import { type Database, prepared } from '../platform/database.ts'
import type { Keys } from '../platform/keys.ts'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { mails, queueMail, type ReportBadAddress } from '../platform/mail.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'
import { readDeliveryReport } from './delivery-report.ts'
import { mailSenderOf } from './mail-message.ts'
import { type Reply, readReply, replyMail } from './returned-reply.ts'

/** Largest mail taken, in bytes; reports carry at most the headers of what came back, or a little more. */
const largest = 256 * 1024

interface BounceDeps {
  config: Pick<Config, 'host' | 'bouncePort' | 'smtpUrl'> & { bounceAddress: string }
  keys: Pick<Keys, 'bounce'>
  database: Database
  reportBadAddress: ReportBadAddress
  log: Log
}

/** The address is known to everybody a mail was passed to. */
const repliesPassedOn: RateLimit = { name: 'reply to a mail', attempts: 20, seconds: 86_400 }

const reply = (code: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode: code })

const findMail = { name: 'find_mail', text: 'select office_id as "officeId" from find_mail($1)' }

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= largest) chunks.push(chunk)
  }
  if (size > largest || stream.sizeExceeded) throw reply(552, '5.3.4 Too large')
  return Buffer.concat(chunks)
}

/** Records that a mail came back for good. */
async function recordBounce(
  { database, reportBadAddress }: BounceDeps,
  mailId: string,
  report: { said: string; addressIsBad: boolean },
): Promise<void> {
  const [mail] = await database.lookup((db) =>
    prepared<{ officeId: string }>(db, findMail, [mailId]),
  )
  if (!mail) return
  await database.write([mail.officeId], 'system:', async (tx) => {
    await tx
      .update(mails)
      .set({ state: 'bounced', bouncedAt: sql`now()`, error: report.said })
      .where(and(eq(mails.id, mailId), inArray(mails.state, ['queued', 'failed', 'sent'])))
    if (report.addressIsBad) await reportBadAddress(tx, mailId)
  })
}

/** Passes on to the office what somebody wrote back, so that no answer of the press goes unread. */
async function passOn(
  { database, config }: BounceDeps,
  mailId: string,
  written: Reply,
): Promise<void> {
  const [found] = await database.lookup((db) =>
    prepared<{ officeId: string }>(db, findMail, [mailId]),
  )
  if (!found) return
  const { officeId } = found
  await limitRate(database, repliesPassedOn, mailId, 1)
  await database.write([officeId], 'system:', async (tx) => {
    const [original] = await tx
      .select({ recipient: mails.recipient, subject: mails.subject })
      .from(mails)
      .where(eq(mails.id, mailId))
    const { replyTo } = await mailSenderOf(tx, officeId)
    // What comes from the office itself needs no way back to it.
    if (!original || replyTo === null || replyTo === written.from.address) return
    const mail = replyMail(written, { to: replyTo, about: original })
    await queueMail(tx, { officeId, smtp: config.smtpUrl !== undefined, mail })
  })
}

/**
 * Listens for mails that came back: to the addresses made for each mail, and to nothing else. What a person wrote is
 * passed on to the office.
 */
export async function openBounceReceiver(
  deps: BounceDeps,
): Promise<{ port: number; close(): Promise<void> }> {
  const { config, keys, database, log } = deps
  const mailOf = (recipient: string) =>
    mailOfBounceAddress(config.bounceAddress, keys.bounce, recipient)
  const takesRecipient = async (recipient: string): Promise<boolean> => {
    const mailId = mailOf(recipient)
    if (mailId === undefined) return false
    const found = await database.lookup((db) => prepared(db, findMail, [mailId]))
    return found.length > 0
  }
  const take = async (stream: SMTPServerDataStream, from: string, to: string): Promise<void> => {
    const raw = await bytesOf(stream)
    const mailId = mailOf(to)
    // One that cannot be taken apart tells nothing, and would tell nothing the next time either.
    const report = await readDeliveryReport(raw, { nullSender: from === '' }).catch(() => undefined)
    if (mailId === undefined) return
    if (report) return recordBounce(deps, mailId, report)
    const written = await readReply(raw, from).catch(() => undefined)
    if (written) await passOn(deps, mailId, written)
  }
  const later = (error: unknown): Error => {
    if (error instanceof Error && 'responseCode' in error) return error
    if (error instanceof AppError && error.code === 'too_many_requests')
      return reply(450, '4.7.1 Too many replies to this mail, please try again later')
    log.error(`A mail that came back could not be recorded: ${described(error)}`)
    return reply(451, '4.3.0 Please try again later')
  }
  const server = new SMTPServer({
    banner: 'Ngopi',
    authOptional: true,
    // The certificate that comes with the library protects nothing, its key being public.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    maxClients: 20,
    socketTimeout: 30_000,
    closeTimeout: 1_000,
    onRcptTo: ({ address }, session, done) => {
      if (session.envelope.rcptTo.length > 0) return done(reply(452, '4.5.3 One at a time'))
      takesRecipient(address).then(
        (taken) => done(taken ? null : reply(550, '5.1.1 No such mailbox')),
        (error: unknown) => done(later(error)),
      )
    },
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      take(stream, from, envelope.rcptTo[0]?.address ?? '').then(
        () => done(),
        (error: unknown) => done(later(error)),
      )
    },
  })
  // A client that breaks off is no news.
  server.on('error', (error: Error) => log.warn(`Receiver of returned mails: ${error.message}`))
  server.listen(config.bouncePort, config.host)
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}
