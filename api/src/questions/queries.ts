import type { Question, questionsApi } from '@ngopi/shared/questions'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Cursors, Page } from '../platform/cursor.ts'
import { type Db, prepared } from '../platform/database.ts'
import { getSession } from '../sessions/queries.ts'

const selectQuestions = `
  select q.id, q.session_id as "sessionId", q.text, q.topic, q.origin, q.off_record as "offRecord",
         case when j.id is not null then json_build_object('id', j.id, 'fullName', j.full_name) end as journalist,
         case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as outlet,
         q.answer_text as "answerText", q.answered_by as "answeredBy", q.state, q.place,
         q.asked_at as "askedAt", q.answered_at as "answeredAt", q.asker_name as "askerName", q.version,
         coalesce((select json_agg(json_build_object('id', c.id, 'text', c.text, 'dueOn', c.due_on, 'state', c.state)
                                   order by c.due_on, c.id)
                     from commitments c
                    where c.office_id = q.office_id and c.question_id = q.id and c.archived_at is null),
                  '[]') as commitments,
         coalesce((select json_agg(json_build_object('id', c.id, 'title', c.title) order by c.published_at, c.id)
                     from coverage c
                    where c.office_id = q.office_id and c.question_id = q.id and c.archived_at is null
                      and c.state <> 'dismissed'), '[]') as coverage,
         q.created_at as "createdAt", q.updated_at as "updatedAt", q.archived_at as "archivedAt"
    from questions q
    left join journalists j on j.id = q.journalist_id and j.office_id = q.office_id
    left join outlets o on o.id = q.outlet_id and o.office_id = q.office_id`

const byId = { name: 'question_by_id', text: `${selectQuestions} where q.id = $1` }

/** The order of the room: whose turn it is, who waits in the order set by hand, who was set aside, what is answered. */
const stateOrder = `array_position(array['live', 'waiting', 'set_aside', 'answered'], q.state)`
const within = `case q.state when 'waiting' then coalesce(q.place, 'infinity')
                             when 'answered' then coalesce(extract(epoch from q.answered_at), 0) else 0 end::float8`

const ofSession = {
  name: 'questions_of_session',
  text: `${selectQuestions.replace('select', `select array[${stateOrder}::text, ${within}::text, q.id::text] as "sortValues",`)}
   where q.office_id = $1 and q.session_id = $2 and q.archived_at is null
     and ($3::int is null or (${stateOrder}, ${within}, q.id) > ($3, $4::float8, $5::uuid))
   order by ${stateOrder}, ${within}, q.id limit $6`,
}

/** The question; 404 out of sight, as one off the record is for every office but its own. */
export async function getQuestion(db: Db, id: string): Promise<Question> {
  const [question] = await prepared<Question>(db, byId, [id])
  if (!question) throw new AppError('not_found')
  return question
}

const byIds = {
  name: 'questions_by_ids',
  text: `${selectQuestions} where q.id = any ($1::uuid[])`,
}

/** Those of the questions that are in sight. */
export const questionsByIds = (db: Db, ids: readonly string[]): Promise<Question[]> =>
  prepared<Question>(db, byIds, [ids])

type Row = Question & { sortValues: string[] }

const withoutSortValues = ({ sortValues: _, ...question }: Row): Question => question

type Asked = z.output<typeof questionsApi.list.schema.querystring>

/** Questions of a session in the order of the room; 404 when the session is out of sight. */
export async function listQuestions(
  db: Db,
  { cursors, sessionId, asked }: { cursors: Cursors; sessionId: string; asked: Asked },
): Promise<Page<Question>> {
  const bound = { list: 'questions', sessionId }
  const [turn = null, within = null, after = null] = cursors.read(asked.cursor, bound) ?? []
  const { officeId } = await getSession(db, sessionId)
  const values = [officeId, sessionId, turn, within, after, asked.limit + 1]
  const rows = await prepared<Row>(db, ofSession, values)
  const page = cursors.page(rows, asked.limit, bound, (last) => last.sortValues)
  return { ...page, items: page.items.map(withoutSortValues) }
}

/** As many as one order can name. */
const maxItems = 500

/** The first questions of a session in the order of the room, at most as many as one order can name. */
export async function questionsInOrder(
  db: Db,
  { officeId, sessionId }: { officeId: string; sessionId: string },
): Promise<Question[]> {
  const rows = await prepared<Row>(db, ofSession, [officeId, sessionId, null, null, null, maxItems])
  return rows.map(withoutSortValues)
}
