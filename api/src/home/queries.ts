import type { reportsApi } from '@ngopi/shared/reports'
import type { SessionListItem } from '@ngopi/shared/sessions'
import type { z } from 'zod'
import { type Db, type Offices, prepared } from '../platform/database.ts'
import { latestFunnels } from '../reports/funnel-queries.ts'
import { listColumns, withAnswers } from '../sessions/queries.ts'

type Home = z.output<(typeof reportsApi.home.schema.response)['2xx']>

// The first published session that is not over, else the first draft.
const next = {
  name: 'home_next_session',
  text: `select ${listColumns} from sessions s
          where s.office_id = any ($1::uuid[]) and s.archived_at is null and s.ends_at > $2
            and s.status in ('published', 'draft')
          order by s.status = 'draft', s.starts_at, s.id limit 1`,
}

const due = {
  name: 'home_due',
  text: `
  select coming."silentInvitees", coming."needsReconfirmation", past."unmarkedAttendance",
         (select count(*) from coverage c
           where c.office_id = any ($1::uuid[]) and c.archived_at is null and c.reviewed_at is null
             and c.state <> 'dismissed') as "coverageToReview",
         (select count(*) from questions q join sessions s on s.id = q.session_id and s.office_id = q.office_id
           where q.office_id = any ($1::uuid[]) and q.archived_at is null and q.answer_text is null
             and q.state in ('waiting', 'live')
             and s.archived_at is null and s.status <> 'cancelled') as "unansweredQuestions",
         promises."openCommitments", promises."overdueCommitments",
         (select count(*) from journalists j
           where j.office_id = any ($1::uuid[]) and j.provisional and j.archived_at is null)
           as "provisionalJournalists",
         queue.waiting as "whatsappWaiting", queue."sessionId" as "whatsappSessionId"
    from (
      select count(*) filter (where i.answer = 'none') as "silentInvitees",
             count(*) filter (where i.answer = 'needs_reconfirmation') as "needsReconfirmation"
        from sessions s join invitations i
          on i.session_id = s.id and i.office_id = s.office_id and i.revoked_at is null
       where s.office_id = any ($1::uuid[]) and s.archived_at is null and s.status = 'published'
         and s.starts_at > $2) coming,
    (
      select count(*) as "unmarkedAttendance"
        from sessions s join invitations i
          on i.session_id = s.id and i.office_id = s.office_id and i.revoked_at is null
         and i.answer in ('attending', 'maybe', 'needs_reconfirmation')
        left join attendances a
          on a.office_id = i.office_id and a.session_id = s.id and a.journalist_id = i.journalist_id
       where s.office_id = any ($1::uuid[]) and s.archived_at is null and s.status in ('published', 'done')
         and s.ends_at <= $2 and coalesce(a.status, 'unmarked') = 'unmarked') past,
    (
      select count(*) filter (where c.due_on >= w.today) as "openCommitments",
             count(*) filter (where c.due_on < w.today) as "overdueCommitments"
        from commitments c join offices o on o.id = c.office_id
       cross join lateral (select ($2::timestamptz at time zone o.time_zone)::date as today) w
       where c.office_id = any ($1::uuid[]) and c.state = 'open' and c.archived_at is null) promises,
    (
      select count(*) as waiting, case when count(distinct s.id) = 1 then min(s.id::text) end as "sessionId"
        from whatsapp_queue q
        join invitations i on i.id = q.invitation_id and i.office_id = q.office_id and i.revoked_at is null
        join sessions s on s.id = i.session_id and s.office_id = i.office_id
       where q.office_id = any ($1::uuid[]) and q.state = 'waiting' and s.archived_at is null
         and case q.kind when 'thanks' then s.status in ('published', 'done')
                         when 'cancel' then s.status = 'cancelled' and s.ends_at > $2
                         else s.status = 'published' and s.starts_at > $2 end) queue`,
}

/** How many past sessions the first page shows. */
const recentSessions = 6

/** What the first page shows of the offices in sight. */
export async function readHome(
  db: Db,
  { offices, now }: { offices: Offices; now: string },
): Promise<Home> {
  const found = await prepared<Omit<SessionListItem, 'answers'>>(db, next, [offices, now])
  const [nextSession = null] = await withAnswers(db, found)
  const [counted] = await prepared<Home['due'] & Pick<Home, 'whatsappSessionId'>>(db, due, [
    offices,
    now,
  ])
  if (!counted) throw new Error('a count without a row')
  const { whatsappSessionId, ...figures } = counted
  const recent = await latestFunnels(db, { offices, now, limit: recentSessions })
  return { nextSession, due: figures, whatsappSessionId, recent }
}
