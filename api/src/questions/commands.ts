import type { Question, QuestionState, questionsApi } from '@ngopi/shared/questions'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { keepPromisesOffRecord } from '../commitments/commands.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { idOfPress, newId } from '../platform/ids.ts'
import { getSession } from '../sessions/queries.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { getQuestion } from './queries.ts'
import { savesHoldingOffRecord } from './saved-words.ts'
import { questionStrings } from './strings.ts'
import { questions } from './tables.ts'
import { giveWayTo, timesOf } from './turn-commands.ts'

type NewQuestion = z.output<typeof questionsApi.create.schema.body>
type Changes = z.output<typeof questionsApi.update.schema.body>

/** A question sent ahead from a personal page. */
export interface AdvanceQuestion {
  sessionId: string
  invitationId: string
  journalistId: string
  outletId: string | null
  text: string
  /** Of the form it was written in: sent twice, it is kept once. */
  formKey?: string | undefined
}

/** Keeps a question that an invited journalist asks before the session. */
export async function askInAdvance(
  tx: Tx,
  { formKey, ...question }: AdvanceQuestion,
): Promise<void> {
  const { officeId } = await getSession(tx, question.sessionId)
  const { invitationId, text } = question
  const id = formKey ? idOfPress(formKey, [invitationId, text]) : newId()
  await tx
    .insert(questions)
    .values({ ...question, id, officeId, origin: 'advance' })
    .onConflictDoNothing()
}

interface Asker {
  journalist: boolean
  outlet: boolean
  invitationId: string | null
  invitedOutletId: string | null
}

// What is known of the one who asks: whether the office knows person and outlet, and the invitation.
const findAsker = {
  name: 'find_asker',
  text: `select exists (select from journalists where office_id = $1 and id = $3) as journalist,
                exists (select from outlets where office_id = $1 and id = $4) as outlet,
                i.id as "invitationId", i.outlet_id as "invitedOutletId"
           from (select) one left join invitations i
             on i.office_id = $1 and i.session_id = $2 and i.journalist_id = $3 and i.revoked_at is null`,
}

/**
 * Records a question from the floor. The outlet, when none is given, is the one the journalist was
 * invited for. 404 for a session out of sight, 403 for one of another office.
 */
export async function askFromFloor(
  tx: Tx,
  { officeId, sessionId, question }: { officeId: string; sessionId: string; question: NewQuestion },
): Promise<Question> {
  const session = await getSession(tx, sessionId)
  if (session.officeId !== officeId) throw new AppError('forbidden')
  const { journalistId = null, outletId = null } = question
  const [asker] = await prepared<Asker>(tx, findAsker, [
    officeId,
    sessionId,
    journalistId,
    outletId,
  ])
  const fields = [
    ...(journalistId && !asker?.journalist
      ? [{ path: 'journalistId', message: questionStrings.unknownJournalist }]
      : []),
    ...(outletId && !asker?.outlet
      ? [{ path: 'outletId', message: questionStrings.unknownOutlet }]
      : []),
  ]
  if (fields.length > 0) throw new AppError('invalid', { fields })
  const id = newId()
  await tx.insert(questions).values({
    id,
    officeId,
    sessionId,
    invitationId: asker?.invitationId ?? null,
    journalistId,
    outletId: outletId ?? asker?.invitedOutletId ?? null,
    text: question.text,
    topic: question.topic ?? null,
    origin: 'floor',
    offRecord: question.offRecord,
    answerText: question.answerText || null,
    answeredBy: question.answeredBy ?? null,
    askerName: question.askerName ?? null,
    ...(question.answerText && { state: 'answered', answeredAt: new Date().toISOString() }),
  })
  return getQuestion(tx, id)
}

/** Where a question stands after a change: an answer that is written answers it, one that is taken away does not. */
function stateAfter(
  before: { state: QuestionState; answerText: string | null },
  { state, answerText }: Changes,
): QuestionState {
  if (state !== undefined || answerText === undefined) return state ?? before.state
  const answer = answerText || null
  if (answer !== null && answer !== before.answerText) return 'answered'
  return answer === null && before.answerText !== null && before.state === 'answered'
    ? 'waiting'
    : before.state
}

/** Changes a question, its turn or its answer; 409 `stale`, 403 for one of another office. */
export async function updateQuestion(
  tx: Tx,
  { officeId, id, changes }: { officeId: string; id: string; changes: Changes },
): Promise<Question> {
  const { sessionId } = await getQuestion(tx, id)
  // The session before its questions, as whoever orders them or saves the minutes takes it.
  if (changes.offRecord) await lockSession(tx, sessionId)
  if (changes.state === 'live') await giveWayTo(tx, { sessionId, id })
  const { version, answerText, state: _, ...given } = changes
  const own = and(eq(questions.id, id), eq(questions.officeId, officeId))
  const [before] = await tx.select().from(questions).where(own).for('no key update')
  if (!before || before.version !== version) throw await whyUnchanged(tx, { officeId, id })
  const state = stateAfter(before, changes)
  await tx
    .update(questions)
    .set({
      ...given,
      ...(answerText !== undefined && { answerText: answerText || null }),
      state,
      ...timesOf(state, { before, now: new Date().toISOString() }),
    })
    .where(own)
  if (given.offRecord) await keepPromisesOffRecord(tx, { officeId, questionId: id })
  const changed = await getQuestion(tx, id)
  if (!given.offRecord) return changed
  return { ...changed, inMinutes: await savesHoldingOffRecord(tx, { officeId, sessionId }) }
}

async function whyUnchanged(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
): Promise<AppError> {
  const current = await getQuestion(tx, id)
  const session = await getSession(tx, current.sessionId)
  return session.officeId === officeId
    ? new AppError('stale', { current })
    : new AppError('forbidden')
}
