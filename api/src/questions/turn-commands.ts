import type { Question, QuestionState } from '@ngopi/shared/questions'
import { invalidField } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { questionsInOrder } from './queries.ts'
import { questionStrings } from './strings.ts'

// Whoever gives way without an answer waits at the top.
const giveWay = {
  name: 'question_gives_way',
  text: `update questions q
            set state = case when q.answer_text is null then 'waiting' else 'answered' end,
                answered_at = case when q.answer_text is not null then now() end,
                place = case when q.answer_text is null then (
                  select coalesce(min(w.place), 1) - 1 from questions w
                   where w.office_id = q.office_id and w.session_id = q.session_id and w.state = 'waiting')
                else q.place end
          where q.office_id = $1 and q.session_id = $2 and q.state = 'live' and q.id <> $3`,
}

/**
 * Makes room for a question whose turn it is now: the one before it is answered when it has an answer, else waits at
 * the top again. Takes the session, so that two turns given at once come one after another.
 */
export async function giveWayTo(
  tx: Tx,
  { sessionId, id }: { sessionId: string; id: string },
): Promise<void> {
  const { officeId } = await lockSession(tx, sessionId)
  await prepared(tx, giveWay, [officeId, sessionId, id])
}

/** What a state says of the times of a question, as they were before; `now` is the instant it was set. */
export function timesOf(
  state: QuestionState,
  { before, now }: { before: { askedAt: string | null; answeredAt: string | null }; now: string },
): { askedAt: string | null; answeredAt: string | null } {
  return {
    askedAt: before.askedAt ?? (state === 'live' ? now : null),
    answeredAt: state === 'answered' ? (before.answeredAt ?? now) : null,
  }
}

const known = {
  name: 'questions_to_order',
  text: `select id from questions where office_id = $1 and session_id = $2 and id = any ($3::uuid[])`,
}

// Rows that stay where they are stay untouched: nobody is told of them.
const renumber = {
  name: 'order_questions',
  text: `update questions q set place = n.place
           from (select w.id, t.place from questions w
                   left join unnest($3::uuid[]) with ordinality t(id, place) on t.id = w.id
                  where w.office_id = $1 and w.session_id = $2) n
          where q.office_id = $1 and q.session_id = $2 and q.id = n.id and q.place is distinct from n.place`,
}

/**
 * Puts the questions of a session in the order given; those not named follow by the time asked. 400 for questions of
 * other sessions, 404 for a session out of sight, 403 for one of another office.
 */
export async function orderQuestions(
  tx: Tx,
  { sessionId, questionIds }: { sessionId: string; questionIds: readonly string[] },
): Promise<{ items: Question[] }> {
  const { officeId } = await lockSession(tx, sessionId)
  const ids = [...new Set(questionIds)]
  const found = await prepared<{ id: string }>(tx, known, [officeId, sessionId, ids])
  if (found.length < ids.length) throw invalidField('questionIds', questionStrings.ofAnotherSession)
  await prepared(tx, renumber, [officeId, sessionId, ids])
  return { items: await questionsInOrder(tx, { officeId, sessionId }) }
}
