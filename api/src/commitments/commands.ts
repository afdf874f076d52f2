import type { Commitment, commitmentsApi } from '@ngopi/shared/commitments'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError, type FieldError, invalidField } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { refusedChange } from '../platform/refused-change.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { findCommitment, getCommitment } from './queries.ts'
import { commitmentStrings } from './strings.ts'
import { commitments } from './tables.ts'

type NewCommitment = z.output<typeof commitmentsApi.create.schema.body>
type Changes = z.output<typeof commitmentsApi.update.schema.body>
type Settlement = z.output<typeof commitmentsApi.settle.schema.body>

/** A promise of one office. */
export interface Own {
  officeId: string
  id: string
}

const isOwn = ({ officeId, id }: Own) =>
  and(eq(commitments.id, id), eq(commitments.officeId, officeId))

interface References {
  owner: boolean
  session: boolean
  journalist: boolean
  question: boolean
  askedIn: string | null
  askedBy: string | null
  offRecord: boolean | null
}

// The desk sees no promises, so it cannot own one.
const findReferences = {
  name: 'commitment_references',
  text: `select exists (select from users where office_id = $1 and id = $2 and disabled_at is null
                           and archived_at is null and role <> 'desk') as owner,
                ($3::uuid is null or exists (select from sessions where office_id = $1 and id = $3)) as session,
                ($4::uuid is null or exists (select from journalists where office_id = $1 and id = $4)) as journalist,
                $5::uuid is null or q.id is not null as question,
                q.session_id as "askedIn", q.journalist_id as "askedBy", q.off_record as "offRecord"
           from (select) one left join questions q on q.office_id = $1 and q.id = $5`,
}

/**
 * Records a promise of the own office. What it was made on says in which session and to whom, and that it is off the
 * record. 400 names every reference out of the office, and an owner who cannot see promises.
 */
export async function makeCommitment(
  tx: Tx,
  { officeId, userId, given }: { officeId: string; userId: string; given: NewCommitment },
): Promise<Commitment> {
  const ownerId = given.ownerId ?? userId
  const { sessionId = null, journalistId = null, questionId = null } = given
  const asked = [officeId, ownerId, sessionId, journalistId, questionId]
  const [found] = await prepared<References>(tx, findReferences, asked)
  if (!found) throw new Error('references without a row')
  const elsewhere = sessionId !== null && found.askedIn !== null && found.askedIn !== sessionId
  const fields: FieldError[] = [
    ...(found.owner ? [] : [{ path: 'ownerId', message: commitmentStrings.unknownOwner }]),
    ...(found.session ? [] : [{ path: 'sessionId', message: commitmentStrings.unknownSession }]),
    ...(found.journalist
      ? []
      : [{ path: 'journalistId', message: commitmentStrings.unknownJournalist }]),
    ...(found.question && !elsewhere
      ? []
      : [{ path: 'questionId', message: commitmentStrings.unknownQuestion }]),
  ]
  if (fields.length > 0) throw new AppError('invalid', { fields })
  const id = newId()
  await tx.insert(commitments).values({
    id,
    officeId,
    ownerId,
    questionId,
    sessionId: sessionId ?? found.askedIn,
    journalistId: journalistId ?? found.askedBy,
    text: given.text,
    dueOn: given.dueOn,
    offRecord: given.offRecord || found.offRecord === true,
  })
  return getCommitment(tx, id)
}

/** Takes the promise for the rest of the transaction; 409 `stale` where another version was seen, 403, 404. */
export async function takeOwn(
  tx: Tx,
  own: Own,
  version?: number,
): Promise<typeof commitments.$inferSelect> {
  const [before] = await tx.select().from(commitments).where(isOwn(own)).for('no key update')
  if (before && (version === undefined || before.version === version)) return before
  throw refusedChange(await findCommitment(tx, own.id), own.officeId)
}

/** Changes a promise; 409 `stale`, 403 for one of another office, 400 for an owner who cannot see it. */
export async function changeCommitment(
  tx: Tx,
  { own, changes }: { own: Own; changes: Changes },
): Promise<Commitment> {
  const { version, ...given } = changes
  // As with a question: whoever saves the minutes waits for it.
  const session = given.offRecord && (await findCommitment(tx, own.id))?.session
  if (session) await lockSession(tx, session.id)
  const before = await takeOwn(tx, own, version)
  const asked = [own.officeId, given.ownerId ?? before.ownerId, null, null, before.questionId]
  const [found] = await prepared<References>(tx, findReferences, asked)
  // An owner who left may stay named on a promise that changes otherwise.
  if (given.ownerId !== undefined && given.ownerId !== before.ownerId && !found?.owner)
    throw invalidField('ownerId', commitmentStrings.unknownOwner)
  if (given.offRecord === false && found?.offRecord)
    throw invalidField('offRecord', commitmentStrings.askedOffRecord)
  await tx
    .update(commitments)
    .set({ ...given, id: own.id })
    .where(isOwn(own))
  return getCommitment(tx, own.id)
}

/** Says what became of a promise, also anew; 409 `stale`, 403 for one of another office. */
export async function closeCommitment(
  tx: Tx,
  { own, settlement }: { own: Own; settlement: Settlement },
): Promise<Commitment> {
  const { version, state, outcome } = settlement
  await takeOwn(tx, own, version)
  await tx.update(commitments).set({ state, outcome, settledAt: sql`now()` }).where(isOwn(own))
  return getCommitment(tx, own.id)
}

/** Opens a settled promise again; what the journalist was told no longer holds. An open one stays as it is. */
export async function reopenCommitment(tx: Tx, own: Own): Promise<Commitment> {
  const before = await takeOwn(tx, own)
  if (before.state !== 'open')
    await tx
      .update(commitments)
      .set({ state: 'open', outcome: null, settledAt: null, toldAt: null, toldChannel: null })
      .where(isOwn(own))
  return getCommitment(tx, own.id)
}

/** Archives a promise; doing it again changes nothing. */
export async function archiveCommitment(tx: Tx, own: Own): Promise<undefined> {
  await takeOwn(tx, own)
  await tx
    .update(commitments)
    .set({ archivedAt: sql`now()` })
    .where(and(isOwn(own), isNull(commitments.archivedAt)))
}

/** Brings a promise back. */
export async function restoreCommitment(tx: Tx, own: Own): Promise<Commitment> {
  const before = await takeOwn(tx, own)
  if (before.archivedAt) await tx.update(commitments).set({ archivedAt: null }).where(isOwn(own))
  return getCommitment(tx, own.id)
}

/** What was promised on a question that is now off the record is so too. */
export async function keepPromisesOffRecord(
  tx: Tx,
  { officeId, questionId }: { officeId: string; questionId: string },
): Promise<void> {
  await tx
    .update(commitments)
    .set({ offRecord: true })
    .where(
      and(
        eq(commitments.officeId, officeId),
        eq(commitments.questionId, questionId),
        eq(commitments.offRecord, false),
      ),
    )
}
