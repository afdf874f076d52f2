import type { TimelineEntry, timelineApi } from '@ngopi/shared/timeline'
import type { z } from 'zod'
import { ownReasons, reasonOfAttendance } from '../attendance/queries.ts'
import { getJournalist } from '../partners/journalist-queries.ts'
import { getOutlet } from '../partners/outlet-queries.ts'
import type { Cursors, Page } from '../platform/cursor.ts'
import { type Db, prepared, type Statement } from '../platform/database.ts'

/** `kind, at, ids of session, journalist, outlet and coverage, answer, text` of each thing that happened. */
const happenings = (partner: 'journalist' | 'outlet'): string => {
  const of = (row: string) => `${row}.office_id = $1 and ${row}.${partner}_id = $2`
  const recorded =
    partner === 'journalist'
      ? 'select t.id, t.created_at, null::uuid, t.id, null::uuid from journalists t'
      : 'select t.id, t.created_at, null::uuid, null::uuid, t.id from outlets t'
  return `
    select 'recorded' as kind, r.*, null::uuid as coverage_id, null as answer, null as text
      from (${recorded} where t.office_id = $1 and t.id = $2)
        r(id, at, session_id, journalist_id, outlet_id)
    union all
    select 'joined', a.id, coalesce(a.from_date::timestamp at time zone f.time_zone, a.created_at),
           null, a.journalist_id, a.outlet_id, null, null, a.position
      from affiliations a join offices f on f.id = a.office_id
     where ${of('a')} and (a.from_date is null or a.from_date <= office_today($1))
    union all
    select 'left', a.id, a.until_date::timestamp at time zone f.time_zone,
           null, a.journalist_id, a.outlet_id, null, null, a.position
      from affiliations a join offices f on f.id = a.office_id
     where ${of('a')} and a.until_date < office_today($1)
    union all
    select 'invited', i.id, i.created_at, i.session_id, i.journalist_id, i.outlet_id, null, null, null
      from invitations i where ${of('i')}
    union all
    select 'answered', r.id, r.at, i.session_id, i.journalist_id, i.outlet_id, null, r.to_answer, rr.reason
      from invitations i join responses r on r.office_id = i.office_id and r.invitation_id = i.id
      left join response_reasons rr on rr.id = r.id and rr.office_id = r.office_id
     where ${of('i')} and r.by_kind <> 'system'
    union all
    select case a.status when 'present' then 'attended' else 'absent' end, a.id,
           coalesce(a.arrived_at, a.marked_at, a.updated_at),
           a.session_id, a.journalist_id, a.outlet_id, null, null, ${reasonOfAttendance}
      from attendances a ${ownReasons} where ${of('a')} and a.status <> 'unmarked'
    union all
    select 'asked', q.id, q.created_at, q.session_id, q.journalist_id, q.outlet_id, null, null, q.text
      from questions q where ${of('q')} and q.archived_at is null and not q.off_record
    union all
    select 'published', c.id, c.published_at, c.session_id, c.journalist_id, c.outlet_id, c.id, null, null
      from coverage c where ${of('c')} and c.archived_at is null and c.state <> 'dismissed'`
}

const timelineStatement = (partner: 'journalist' | 'outlet'): Statement => ({
  name: `timeline_of_${partner}`,
  text: `
  select h.kind || ':' || h.id as id, h.at, h.kind, h.answer, h.text, h.at::text as "sortAt",
         case when s.id is not null then json_build_object('id', s.id, 'title', s.title,
           'startsAt', to_char(s.starts_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'timeZone', s.time_zone) end as session,
         case when j.id is not null then json_build_object('id', j.id, 'fullName', j.full_name) end as journalist,
         case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as outlet,
         case when c.id is not null then json_build_object('id', c.id, 'title', c.title) end as coverage
    from (
      select * from (${happenings(partner)}) h
       where $3::timestamptz is null or (h.at, (h.kind || ':' || h.id) collate "C") < ($3, $4)
       order by h.at desc, (h.kind || ':' || h.id) collate "C" desc limit $5
    ) h
    left join sessions s on s.office_id = $1 and s.id = h.session_id
    left join journalists j on j.office_id = $1 and j.id = h.journalist_id
    left join outlets o on o.office_id = $1 and o.id = h.outlet_id
    left join coverage c on c.office_id = $1 and c.id = h.coverage_id
   order by h.at desc, (h.kind || ':' || h.id) collate "C" desc`,
})

const statements = {
  journalist: timelineStatement('journalist'),
  outlet: timelineStatement('outlet'),
}

type Asked = z.output<typeof timelineApi.journalist.schema.querystring>

interface Question {
  cursors: Cursors
  id: string
  asked: Asked
}

/** Everything on the record that happened with a journalist, newest first; 404 out of sight. */
export async function journalistTimeline(db: Db, question: Question): Promise<Page<TimelineEntry>> {
  const { officeId } = await getJournalist(db, question.id)
  return readTimeline(db, { ...question, officeId, partner: 'journalist' })
}

/** Everything on the record that happened with an outlet, newest first; 404 out of sight. */
export async function outletTimeline(db: Db, question: Question): Promise<Page<TimelineEntry>> {
  const { officeId } = await getOutlet(db, question.id)
  return readTimeline(db, { ...question, officeId, partner: 'outlet' })
}

async function readTimeline(
  db: Db,
  {
    cursors,
    id,
    asked,
    officeId,
    partner,
  }: Question & { officeId: string; partner: 'journalist' | 'outlet' },
): Promise<Page<TimelineEntry>> {
  const bound = { list: `${partner}-timeline`, id }
  const [at = null, entry = null] = cursors.read(asked.cursor, bound) ?? []
  const values = [officeId, id, at, entry, asked.limit + 1]
  const rows = await prepared<TimelineEntry & { sortAt: string }>(db, statements[partner], values)
  return cursors.page(rows, asked.limit, bound, (last) => [last.sortAt, last.id])
}
