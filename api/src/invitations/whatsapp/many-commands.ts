import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { MessageKind } from '@ngopi/shared/templates'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { sql } from 'drizzle-orm'
import { invalidField } from '../../platform/app-error.ts'
import type { Tx } from '../../platform/database.ts'
import { pipelined } from '../../platform/pipelined.ts'
import { type Afterwards, onlyTold } from '../after-session-queries.ts'
import { type AddressedLetter, hasMailServer, lettersFor, type Post } from '../letter-queries.ts'
import { requireLetter } from '../letters/letter-queries.ts'
import { mailLetter } from '../mail-commands.ts'
import { aboutOf, type DeliveryKind } from '../message-rules.ts'
import { whatsappMessages } from './messages.ts'
import { holdOwnSession } from './own-session-queries.ts'
import { queueServiceMessage } from './service-commands.ts'
import { serviceWords } from './service-rules.ts'
import { type Candidate, candidatesFor } from './whom-queries.ts'

/** How many are written to in one transaction; the rest is sent by the next call. */
const atOnce = 500

/**
 * So many messages go over the wire together, which spares the waiting between their statements; writing more of them
 * first would leave the transaction idle for too long on a busy machine.
 */
const together = 20

type Sent = ResponseOf<typeof whatsappApi.sendMany>
type Skipped = Sent['skipped'][number]

interface Sending {
  sessionId: string
  userId: string
  channel: 'email' | 'whatsapp'
  kind: DeliveryKind
  /** After a session: those alone whom these words fit. */
  words?: Afterwards | undefined
  invitationIds?: readonly string[] | undefined
  attachLetter: boolean
}

function reasonToSkip(
  { spared, hasPhone, hasEmail }: Candidate,
  channel: Sending['channel'],
): Skipped['reason'] | undefined {
  if (spared) return 'opted_out'
  return (channel === 'email' ? hasEmail : hasPhone) ? undefined : 'no_channel'
}

/** Those asked for whom a message of this kind does not concern, or who are no guests of the session. */
function notConcerned(
  invitationIds: readonly string[],
  concerned: readonly Candidate[],
): Skipped[] {
  const known = new Set(concerned.map(({ invitationId }) => invitationId))
  return [...new Set(invitationIds)]
    .filter((id) => !known.has(id))
    .map((invitationId) => ({ invitationId, fullName: '', reason: 'unknown' as const }))
}

/** Whom sending by this channel would write to, and whom it leaves out; who got it already is in neither. */
export function reachedBy(
  channel: Sending['channel'],
  concerned: readonly Candidate[],
): { reached: string[]; leftOut: Skipped[] } {
  const reached: string[] = []
  const leftOut: Skipped[] = []
  for (const one of concerned) {
    if (channel === 'email' ? one.mailed : one.written) continue
    const reason = reasonToSkip(one, channel)
    if (!reason) reached.push(one.invitationId)
    else leftOut.push({ invitationId: one.invitationId, fullName: one.fullName, reason })
  }
  return { reached, leftOut }
}

/**
 * Sends to many at once what was not sent to them yet, so that a second call sends to nobody again: by mail, or through
 * the official WhatsApp service; 400 where that is not set up, or the letter to go with it was not saved. Without a mail server mails are kept, and not counted as
 * sent. Who is left out is named with the reason.
 */
export async function sendToMany(
  tx: Tx,
  post: Post,
  { sessionId, userId, channel, kind, words, invitationIds, attachLetter }: Sending,
): Promise<Sent> {
  await holdOwnSession(tx, sessionId)
  if (channel === 'whatsapp' && !post.config.whatsapp)
    throw invalidField('channel', whatsappMessages.noService)
  if (channel === 'email' && attachLetter) await requireLetter(tx, sessionId)
  // Two officers who press the button together send one after another.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`send ${sessionId}`}, 0))`)
  const mailServer = hasMailServer(post)
  const concerned = await onlyTold(tx, {
    sessionId,
    words,
    candidates: await candidatesFor(tx, { sessionId, kinds: [kind], invitationIds, mailServer }),
  })
  const { reached, leftOut } = reachedBy(channel, concerned)
  const skipped = [...notConcerned(invitationIds ?? [], concerned), ...leftOut]
  const letters = await lettersFor(tx, post, reached.slice(0, atOnce))
  const one = (letter: AddressedLetter) => ({
    letter,
    about: aboutOf(kind, letter),
    byUserId: userId,
  })
  const results: (Skipped['reason'] | undefined)[] = []
  for (let from = 0; from < letters.length; from += together) {
    const some = letters
      .slice(from, from + together)
      .map((letter) =>
        channel === 'email'
          ? mailOne(tx, post, { ...one(letter), attachLetter })
          : messageOne(tx, one(letter)),
      )
    results.push(...(await pipelined(some)))
  }
  const left = letters.flatMap((letter, place) => {
    const reason = results[place]
    return reason ? [{ ...nameOf(letter), reason }] : []
  })
  const written = letters.length - left.length
  const onlyKept = channel === 'email' && !mailServer
  return {
    sent: onlyKept ? 0 : written,
    kept: onlyKept ? written : 0,
    skipped: [...skipped, ...left],
  }
}

interface One {
  letter: AddressedLetter
  about: MessageKind
  byUserId: string
}

const nameOf = ({ invitationId, guestName }: AddressedLetter) => ({
  invitationId,
  fullName: guestName,
})

/** Answers why it was not mailed, if it was not. */
async function mailOne(
  tx: Tx,
  post: Post,
  one: One & { attachLetter: boolean },
): Promise<Skipped['reason'] | undefined> {
  const address = one.letter.email
  if (address === null) return 'no_channel'
  await mailLetter(tx, post, { ...one, address })
  return undefined
}

/** Answers why it was not handed to the service, if it was not. */
async function messageOne(tx: Tx, one: One): Promise<Skipped['reason'] | undefined> {
  if (one.letter.phone === null) return 'no_channel'
  const words = serviceWords(one.letter, one.about)
  if (!words) return 'no_template'
  await queueServiceMessage(tx, { ...one, words })
  return undefined
}
