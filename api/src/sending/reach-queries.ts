import type { Reminded } from '@ngopi/shared/whatsapp'
import { type Afterwards, onlyTold } from '../messaging/after-session-queries.ts'
import { findGuestMessages } from '../messaging/guest-message-queries.ts'
import { aboutOf, type DeliveryKind } from '../messaging/message-rules.ts'
import type { LeftOut } from '../messaging/reached-by.ts'
import { type Candidate, evenUntold } from '../messaging/whom-queries.ts'
import type { Db } from '../platform/database.ts'
import { hasMailServer, type MessageContext } from '../platform/message-context.ts'
import { serviceWords } from '../whatsapp/service-rules.ts'

/** What is sent to many. */
export interface ToMany {
  sessionId: string
  kind: DeliveryKind
  /** Of a reminder: whom it is meant for. */
  reminds?: Reminded | undefined
  /** After a session: those alone whom these words fit. */
  followUp?: Afterwards | undefined
  invitationIds?: readonly string[] | undefined
}

/** Whom a message would reach, by invitation, each by the way that works. */
export interface Reach {
  byMail: string[]
  byService: string[]
  /** To be put into the queue, for an officer to write to. */
  byOfficer: string[]
  /** Who wait in the queue already. */
  waiting: string[]
  already: string[]
  leftOut: LeftOut[]
}

function reasonToLeaveOut({
  excludedByOptOut,
  notified,
  way,
  hasEmail,
}: Candidate): LeftOut['reason'] {
  if (excludedByOptOut) return 'opted_out'
  if (!notified) return 'not_invited'
  return way === null && hasEmail ? 'no_mail_server' : 'no_channel'
}

function sortByWay(candidates: readonly Candidate[]): Reach {
  const reach: Reach = {
    byMail: [],
    byService: [],
    byOfficer: [],
    waiting: [],
    already: [],
    leftOut: [],
  }
  for (const one of candidates) {
    const { invitationId, fullName, way, excludedByOptOut, notified } = one
    if (way === 'email' ? one.mailed : one.written) reach.already.push(invitationId)
    else if (excludedByOptOut || !notified || way === null)
      reach.leftOut.push({ invitationId, fullName, reason: reasonToLeaveOut(one) })
    else if (one.waiting) reach.waiting.push(invitationId)
    else reach[way === 'email' ? 'byMail' : 'byOfficer'].push(invitationId)
  }
  return reach
}

/** Those of them for whom the official service has words that WhatsApp approved. */
async function servedOf(
  db: Db,
  context: MessageContext,
  { kind, invitationIds }: { kind: DeliveryKind; invitationIds: readonly string[] },
): Promise<Set<string>> {
  if (!context.config.whatsapp || invitationIds.length === 0) return new Set()
  const letters = await findGuestMessages(db, context, invitationIds)
  return new Set(
    letters
      .filter((letter) => letter.phone !== null && serviceWords(letter, aboutOf(kind, letter)))
      .map(({ invitationId }) => invitationId),
  )
}

/** Whom sending this to all, or to these, would reach now, each by the way that works, and who is left out and why. */
export async function reachOf(
  db: Db,
  context: MessageContext,
  { sessionId, kind, reminds, followUp, invitationIds }: ToMany,
): Promise<Reach> {
  const mailServer = hasMailServer(context)
  const asked = { sessionId, kinds: [kind], reminds, invitationIds, mailServer }
  const concerned = await onlyTold(db, {
    sessionId,
    followUp,
    // Of a cancellation nobody hears who never heard of the session; a reminder is owed an invitation first.
    candidates: (await evenUntold(db, asked)).filter(
      ({ notified }) => notified || kind === 'reminder',
    ),
  })
  const reach = sortByWay(concerned)
  const served = await servedOf(db, context, { kind, invitationIds: reach.byOfficer })
  return {
    ...reach,
    byService: reach.byOfficer.filter((id) => served.has(id)),
    byOfficer: reach.byOfficer.filter((id) => !served.has(id)),
  }
}
