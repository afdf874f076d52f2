import { type Db, prepared } from '../platform/database.ts'
import type { OffRecord } from './off-record-rules.ts'

// The log has every wording there ever was; only the own office reads it, and only the own office keeps such words.
const offRecordOfSession = {
  name: 'off_record_of_session',
  text: `
with asked as (
  select q.id, q.text, q.answer_text, q.topic, q.off_record from questions q where q.office_id = $1 and q.session_id = $2
), promised as (
  select c.id, c.text, c.outcome, c.off_record or coalesce(a.off_record, false) as off_record
    from commitments c left join asked a on a.id = c.question_id
   where c.office_id = $1 and (c.session_id = $2 or a.id is not null)
), said as (
  select off_record, unnest(array[text, answer_text]) as words from asked
  union all
  select off_record, unnest(array[text, outcome]) from promised
), former as (
  select w.words from (select id from asked where off_record union all select id from promised where off_record) o
    join activity l on l.office_id = $1 and l.subject_id = o.id and l.subject in ('questions', 'commitments')
   cross join lateral unnest(array[l.before ->> 'text', l.before ->> 'answer_text', l.before ->> 'outcome']) w(words)
)
select coalesce((select array_agg(words) from (select words from said where off_record union select words from former) s
                  where words is not null), '{}') as withheld,
       coalesce((select array_agg(distinct topic) from asked where off_record and topic is not null
                    and lower(topic) not in (select lower(topic) from asked where not off_record and topic is not null)), '{}') as topics,
       coalesce((select array_agg(words) from said where not off_record and words is not null), '{}') as open`,
}

/** What of a session of the own office is off the record, and what is on it. */
export async function offRecordOf(
  db: Db,
  { officeId, sessionId }: { officeId: string; sessionId: string },
): Promise<OffRecord> {
  const [found] = await prepared<OffRecord>(db, offRecordOfSession, [officeId, sessionId])
  return found ?? { withheld: [], topics: [], open: [] }
}
