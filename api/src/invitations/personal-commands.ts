import type { personalAnswer } from '@ngopi/shared/invitations'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import {
  findHeldInvitation,
  recordAnswerOf,
  recordWordsOf,
  requireOpen,
} from './answer-commands.ts'
import type { Post } from './letter-queries.ts'
import { invitationMessages } from './messages.ts'
import type { PersonalLink } from './personal-queries.ts'

/** Keeps a question that a guest asks before the meeting; a later feature knows how. */
export type AskInAdvance = (
  tx: Tx,
  question: {
    sessionId: string
    invitationId: string
    journalistId: string
    outletId: string | null
    text: string
  },
) => Promise<unknown>

/**
 * Records what a guest sent by personal link: an answer, words, a question in advance. All is checked with
 * the session's row held. 409 `closed` when answers are not taken or the link is no longer the present one.
 */
export async function answerByLink(
  tx: Tx,
  { post, askInAdvance }: { post: Post; askInAdvance: AskInAdvance },
  { link, sent }: { link: PersonalLink; sent: z.output<typeof personalAnswer> },
): Promise<void> {
  const held = await findHeldInvitation(tx, link.invitationId)
  if (!held || held.revokedAt || held.linkVersion !== link.version) {
    throw new AppError('closed', { message: invitationMessages.closed })
  }
  requireOpen(held)
  const words = { reason: sent.reason || null, note: sent.note || null }
  if (sent.answer) {
    await recordAnswerOf(tx, post, { held, given: sent.answer, words, by: { kind: 'journalist' } })
  } else if (words.reason !== null || words.note !== null) {
    await recordWordsOf(tx, held, words)
  }
  if (sent.question) {
    const { id: invitationId, sessionId, journalistId, outletId } = held
    await askInAdvance(tx, { sessionId, invitationId, journalistId, outletId, text: sent.question })
  }
}

const optOut = {
  name: 'opt_out',
  text: `
update journalists j set opted_out_at = now()
  from invitations i
 where i.id = $1 and i.link_version = $2 and i.revoked_at is null
   and j.id = i.journalist_id and j.office_id = i.office_id and j.opted_out_at is null`,
}

/** A guest wants no more invitations. Doing it again, or by a link no longer valid, changes nothing. */
export async function optOutByLink(tx: Tx, link: PersonalLink): Promise<void> {
  await prepared(tx, optOut, [link.invitationId, link.version])
}
