import type { Minutes } from '@ngopi/shared/minutes'
import { getSheetSession } from '../attendance/sheets/sheet-queries.ts'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import { groupedNip } from '../platform/documents/spelling.ts'
import { getSession } from '../sessions/queries.ts'
import { draftBody, type OutletCount, type Promised, type Question } from './draft-rules.ts'

const presentByOutlet = {
  name: 'minutes_present',
  text: `select o.name as outlet, count(*) as present
           from attendances a left join outlets o on o.office_id = a.office_id and o.id = a.outlet_id
          where a.office_id = $1 and a.session_id = $2 and a.status = 'present'
          group by o.id, o.name order by count(*) desc, o.name nulls last, o.id`,
}

/** What was said off the record is not even counted; what was set aside without an answer was not taken up. */
const askedOnRecord = {
  name: 'minutes_questions',
  text: `select q.text, q.topic, q.answer_text as answer, q.answered_by as "answeredBy",
                coalesce(j.full_name, q.asker_name) as asker, o.name as outlet
           from questions q
           left join journalists j on j.office_id = q.office_id and j.id = q.journalist_id
           left join outlets o on o.office_id = q.office_id and o.id = q.outlet_id
          where q.office_id = $1 and q.session_id = $2 and q.archived_at is null and not q.off_record
            and (q.state <> 'set_aside' or q.answer_text is not null)
          order by coalesce(q.asked_at, q.answered_at, q.created_at), q.id limit 500`,
}

/** A promise made on a question that the reader may not see is none for the record either. */
const promisedOnRecord = {
  name: 'minutes_commitments',
  text: `select c.text, c.due_on as "dueOn", c.state, u.name as owner
           from commitments c
           join users u on u.office_id = c.office_id and u.id = c.owner_id
           left join questions q on q.office_id = c.office_id and q.id = c.question_id
          where c.office_id = $1 and c.session_id = $2 and c.archived_at is null
            and not c.off_record and (c.question_id is null or not q.off_record)
          order by c.due_on, c.id limit 200`,
}

/** Minutes that nobody has saved yet, from what the own office noted of the session; 404 for every other. */
export async function draftMinutes(
  db: Db,
  {
    officeId,
    sessionId,
    minuteTaker,
  }: { officeId: string; sessionId: string; minuteTaker: string | null },
): Promise<Minutes> {
  const session = await getSession(db, sessionId)
  if (session.officeId !== officeId) throw new AppError('not_found')
  const { letterhead } = await getSheetSession(db, sessionId)
  const of = [session.officeId, sessionId]
  const chair = letterhead.signatoryName || null
  const body = draftBody({
    session,
    chair,
    outlets: await prepared<OutletCount>(db, presentByOutlet, of),
    questions: await prepared<Question>(db, askedOnRecord, of),
    promised: await prepared<Promised>(db, promisedOnRecord, of),
  })
  return {
    sessionId,
    saved: false,
    body,
    chair,
    minuteTaker,
    closedAt: session.endsAt,
    signature: {
      name: letterhead.signatoryName,
      title: letterhead.signatoryTitle,
      rank: '',
      nip: groupedNip(letterhead.signatoryNip).slice(0, 24),
    },
    signedAt: null,
    signedBy: null,
    versions: [],
    offRecordIn: [],
    version: 0,
  }
}
