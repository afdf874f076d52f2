import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { MessageKind } from '@ngopi/shared/templates'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { requireLetter } from '../letters/queries.ts'
import { onlyTold } from '../messaging/after-session-queries.ts'
import { type AddressedMessage, findGuestMessages } from '../messaging/guest-message-queries.ts'
import { queueGuestMail } from '../messaging/mail-commands.ts'
import { aboutOf } from '../messaging/message-rules.ts'
import { type Channel, type LeftOut, reachedBy } from '../messaging/reached-by.ts'
import { candidatesFor } from '../messaging/whom-queries.ts'
import { invalidField } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { hasMailServer, type MessageContext } from '../platform/message-context.ts'
import { pipelined } from '../platform/pipelined.ts'
import { lockOwnSession, lockSending } from '../sessions/own-session-queries.ts'
import { putIntoQueue } from '../whatsapp/queue-commands.ts'
import { queueServiceMessage } from '../whatsapp/service-commands.ts'
import { serviceWords } from '../whatsapp/service-rules.ts'
import { whatsappStrings } from '../whatsapp/strings.ts'
import { reachOf, type ToMany } from './reach-queries.ts'

/** How many are written to in one transaction, so that it ends in time on a busy machine; the rest is for the next call. */
const atOnce = 100

/**
 * So many messages go over the wire together, which spares the waiting between their statements; writing more of them
 * first would leave the transaction idle for too long on a busy machine.
 */
const batchSize = 20

type Sent = ResponseOf<typeof whatsappApi.sendMany>

interface Sending extends ToMany {
  userId: string
  /** Absent: each by the way that reaches them. */
  channel?: Channel | undefined
  attachLetter: boolean
}

/** Whom a sending writes to, and by which way. */
interface Plan {
  byMail: readonly string[]
  byService: readonly string[]
  byOfficer: readonly string[]
  /** All whom the message concerns, written to or not. */
  concerned: readonly string[]
  leftOut: readonly LeftOut[]
}

async function planOf(
  tx: Tx,
  context: MessageContext,
  { channel, ...asked }: Sending,
): Promise<Plan> {
  if (!channel) {
    const reach = await reachOf(tx, context, asked)
    const { byMail, byService, byOfficer, waiting, already, leftOut } = reach
    const named = leftOut.map(({ invitationId }) => invitationId)
    const concerned = [byMail, byService, byOfficer, waiting, already, named].flat()
    return { byMail, byService, byOfficer, concerned, leftOut }
  }
  const { sessionId, kind, reminds, followUp, invitationIds } = asked
  const mailServer = hasMailServer(context)
  const candidates = await onlyTold(tx, {
    sessionId,
    followUp,
    candidates: await candidatesFor(tx, {
      sessionId,
      kinds: [kind],
      reminds,
      invitationIds,
      mailServer,
    }),
  })
  const { reached, leftOut } = reachedBy(channel, candidates)
  return {
    byMail: channel === 'email' ? reached : [],
    byService: channel === 'whatsapp' ? reached : [],
    byOfficer: [],
    concerned: candidates.map(({ invitationId }) => invitationId),
    leftOut,
  }
}

/** Those asked for whom a message of this kind does not concern, or who are no guests of the session. */
const notConcerned = (asked: readonly string[], concerned: readonly string[]): LeftOut[] => {
  const known = new Set(concerned)
  return [...new Set(asked)]
    .filter((id) => !known.has(id))
    .map((invitationId) => ({ invitationId, fullName: '', reason: 'unknown' as const }))
}

/**
 * Sends to many at once what was not sent to them yet, so that a second call sends to nobody again: to each by the way
 * that reaches them, or by mail alone, or through the official WhatsApp service alone; 400 where that is not set up, or
 * the letter to go with it was not saved. Whom only an officer can write to waits in the WhatsApp queue. Asked for mail
 * without a mail server, mails are kept, and not counted as sent. Who is left out is named with the reason.
 */
export async function sendToMany(tx: Tx, context: MessageContext, sending: Sending): Promise<Sent> {
  const { sessionId, userId, channel, kind, reminds = 'silent', attachLetter } = sending
  await lockOwnSession(tx, sessionId)
  if (channel === 'whatsapp' && !context.config.whatsapp)
    throw invalidField('channel', whatsappStrings.noService)
  if (channel !== 'whatsapp' && attachLetter) await requireLetter(tx, sessionId)
  // Two officers who press the button together send one after another.
  await lockSending(tx, sessionId)
  const plan = await planOf(tx, context, sending)
  const one = (letter: AddressedMessage) => ({
    letter,
    templateKind: aboutOf(kind, letter),
    byUserId: userId,
  })
  const toMail = plan.byMail.slice(0, atOnce)
  const mailed = await writeTo(await findGuestMessages(tx, context, toMail), (letter) =>
    mailOne(tx, context, { ...one(letter), attachLetter }),
  )
  const toServe = plan.byService.slice(0, atOnce - mailed.written)
  const served = await writeTo(await findGuestMessages(tx, context, toServe), (letter) =>
    messageOne(tx, one(letter)),
  )
  const queued = await putIntoQueue(tx, {
    invitationIds: plan.byOfficer,
    kind,
    ...(kind === 'reminder' ? { reminds } : {}),
  })
  const onlyKept = !hasMailServer(context)
  return {
    sent: (onlyKept ? 0 : mailed.written) + served.written,
    kept: onlyKept ? mailed.written : 0,
    queued: queued.length,
    left: plan.byMail.length + plan.byService.length - toMail.length - toServe.length,
    skipped: [
      ...notConcerned(sending.invitationIds ?? [], plan.concerned),
      ...plan.leftOut,
      ...mailed.left,
      ...served.left,
    ],
  }
}

/** Writes to each, some together; who could not be written to is named with the reason. */
async function writeTo(
  letters: readonly AddressedMessage[],
  write: (letter: AddressedMessage) => Promise<LeftOut['reason'] | undefined>,
): Promise<{ written: number; left: LeftOut[] }> {
  const left: LeftOut[] = []
  for (let from = 0; from < letters.length; from += batchSize) {
    const some = letters.slice(from, from + batchSize)
    const results = await pipelined(some.map(write))
    for (const [position, { invitationId, guestName: fullName }] of some.entries()) {
      const reason = results[position]
      if (reason) left.push({ invitationId, fullName, reason })
    }
  }
  return { written: letters.length - left.length, left }
}

interface One {
  letter: AddressedMessage
  templateKind: MessageKind
  byUserId: string
}

/** Answers why it was not mailed, if it was not. */
async function mailOne(
  tx: Tx,
  context: MessageContext,
  one: One & { attachLetter: boolean },
): Promise<LeftOut['reason'] | undefined> {
  const address = one.letter.email
  if (address === null) return 'no_channel'
  await queueGuestMail(tx, context, { ...one, address })
  return undefined
}

/** Answers why it was not handed to the service, if it was not. */
async function messageOne(tx: Tx, one: One): Promise<LeftOut['reason'] | undefined> {
  if (one.letter.phone === null) return 'no_channel'
  const wording = serviceWords(one.letter, one.templateKind)
  if (!wording) return 'no_template'
  await queueServiceMessage(tx, { ...one, wording })
  return undefined
}
