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
         q.answer_text as "answerText", q.answered_by as "answeredBy", q.version,
         q.created_at as "createdAt", q.updated_at as "updatedAt", q.archived_at as "archivedAt"
    from questions q
    left join journalists j on j.id = q.journalist_id and j.office_id = q.office_id
    left join outlets o on o.id = q.outlet_id and o.office_id = q.office_id`

const byId = { name: 'question_by_id', text: `${selectQuestions} where q.id = $1` }

const ofSession = {
  name: 'questions_of_session',
  text: `${selectQuestions}
   where q.office_id = $1 and q.session_id = $2 and q.archived_at is null and ($3::uuid is null or q.id > $3)
   order by q.id limit $4`,
}

/** The question; 404 out of sight, as one off the record is for every office but its own. */
export async function getQuestion(db: Db, id: string): Promise<Question> {
  const [question] = await prepared<Question>(db, byId, [id])
  if (!question) throw new AppError('not_found')
  return question
}

type Asked = z.output<typeof questionsApi.list.schema.querystring>

/** Questions of a session, first asked first; 404 when the session is out of sight. */
export async function listQuestions(
  db: Db,
  { cursors, sessionId, asked }: { cursors: Cursors; sessionId: string; asked: Asked },
): Promise<Page<Question>> {
  const bound = { questionsOf: sessionId }
  const [after = null] = cursors.read(asked.cursor, bound) ?? []
  const { officeId } = await getSession(db, sessionId)
  const values = [officeId, sessionId, after, asked.limit + 1]
  const rows = await prepared<Question>(db, ofSession, values)
  return cursors.page(rows, asked.limit, bound, (last) => [last.id])
}
