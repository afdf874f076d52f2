import type { PersonalAnswer } from '@ngopi/shared/personal-forms'
import {
  findLockedInvitation,
  type LockedInvitation,
  requireOpen,
} from '../invitations/lock-commands.ts'
import type { PersonalLink } from '../invitations/personal-link.ts'
import { invitationStrings } from '../invitations/strings.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { askInAdvance } from '../questions/commands.ts'
import { recordAnswerOf, recordWordsOf } from '../rsvp/answer-commands.ts'
import { crewCounted } from '../rsvp/crew-rules.ts'
import { findFormPress, newEntryOf } from '../rsvp/form-press-queries.ts'

/**
 * The invitation of a link, held with its session's row. 409 `closed` when answers are not taken or the link is no
 * longer the present one.
 */
export async function lockByLink(tx: Tx, link: PersonalLink): Promise<LockedInvitation> {
  const locked = await findLockedInvitation(tx, link.invitationId)
  if (!locked || locked.revokedAt || locked.linkVersion !== link.version) {
    throw new AppError('closed', { message: invitationStrings.closed })
  }
  requireOpen(locked, { kind: 'journalist' })
  return locked
}

/** Records what a guest sent by personal link: an answer, words, who comes along, a question in advance. */
export async function answerByLink(
  tx: Tx,
  { link, sent }: { link: PersonalLink; sent: PersonalAnswer },
): Promise<void> {
  const locked = await lockByLink(tx, link)
  const remarks = {
    reason: sent.reason || null,
    declineKind: sent.declineKind ?? null,
    note: sent.note || null,
    crew: crewCounted(sent, locked.crew),
  }
  const { reason, declineKind, note } = remarks
  const press = await findFormPress(tx, {
    formKey: sent.formKey,
    officeId: locked.officeId,
    press: [
      locked.id,
      JSON.stringify([sent.answer ?? null, reason, declineKind, note, remarks.crew]),
    ],
  })
  const responseId = newEntryOf(press)
  // An answer may be given again from the same page, after another one.
  const repeated = press?.doneAt !== undefined && (!sent.answer || sent.answer === locked.answer)
  if (!repeated && sent.answer) {
    const by = { kind: 'journalist' } as const
    await recordAnswerOf(tx, { locked, given: sent.answer, remarks, by, responseId })
  } else if (!repeated) {
    await recordWordsOf(tx, locked, { remarks, responseId })
  }
  if (sent.question) {
    const { id: invitationId, sessionId, journalistId, outletId } = locked
    const { question: text, formKey } = sent
    await askInAdvance(tx, { sessionId, invitationId, journalistId, outletId, text, formKey })
  }
}

const optOut = {
  name: 'opt_out',
  text: `
update journalists j set opted_out_at = now()
  from invitations i
 where i.id = $1 and j.id = i.journalist_id and j.office_id = i.office_id and j.opted_out_at is null`,
}

const optIn = {
  name: 'opt_in',
  text: `
update journalists j set opted_out_at = null
  from invitations i
 where i.id = $1 and i.link_version = $2 and i.revoked_at is null
   and j.id = i.journalist_id and j.office_id = i.office_id and j.opted_out_at is not null`,
}

/** A guest wants invitations again; by a link no longer valid nothing changes. */
export async function optInByLink(tx: Tx, link: PersonalLink): Promise<void> {
  await prepared(tx, optIn, [link.invitationId, link.version])
}

/**
 * A guest wants no more invitations; doing it again changes nothing. Every link that was ever sent will do, also one that
 * was replaced or withdrawn since: mails keep theirs for years, and leaving must always work.
 */
export async function optOutByLink(tx: Tx, link: PersonalLink): Promise<void> {
  await prepared(tx, optOut, [link.invitationId])
}
