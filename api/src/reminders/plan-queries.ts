import { type Db, prepared } from '../platform/database.ts'
import type { Decision, Plan } from './step-rules.ts'

/** What became of a step, with whom it reached. */
export interface StepRecord extends Decision {
  silent: number
  maybe: number
  attending: number
  mailed: number
  queued: number
  unreached: number
  version: number
}

/** The plan of a session with what a page says of it. */
export interface SessionPlan extends Plan {
  sessionId: string
  officeId: string
  title: string
  source: 'session' | 'series' | 'office'
  decisions: readonly StepRecord[]
}

const columns = `
  s.id as "sessionId", s.office_id as "officeId", s.title, s.starts_at as "startsAt", s.time_zone as "timeZone",
  s.status, s.archived_at as "archivedAt", coalesce(s.reminders, r.reminders, o.reminders) as offsets,
  case when s.reminders is not null then 'session' when r.reminders is not null then 'series' else 'office' end as source,
  case when s.reminders is not null then s.reminders_since
       when r.reminders is not null then greatest(s.reminders_since, r.reminders_since)
       else greatest(s.reminders_since, o.reminders_since) end as since,
  case when o.quiet_from is not null then json_build_object(
    'from', o.quiet_from, 'until', o.quiet_until, 'timeZone', o.time_zone) end as quiet,
  (select coalesce(json_agg(json_build_object(
            'step', t.step, 'paused', t.paused, 'sentAt', t.sent_at, 'sentFor', t.sent_for,
            'failed', t.failed_at is not null, 'silent', t.silent,
            'maybe', t.maybe, 'attending', t.attending, 'mailed', t.mailed, 'queued', t.queued,
            'unreached', t.unreached, 'version', t.version)), '[]')
     from reminder_steps t where t.office_id = s.office_id and t.session_id = s.id) as decisions`

const from = `
  from sessions s
  join offices o on o.id = s.office_id
  left join series r on r.id = s.series_id and r.office_id = s.office_id`

const ofSession = { name: 'reminder_plan', text: `select ${columns} ${from} where s.id = $1` }

// A step may lie 60 days before its session.
const ofOffice = {
  name: 'reminder_plans',
  text: `select ${columns} ${from}
          where s.office_id = $1 and s.status = 'published' and s.archived_at is null
            and s.starts_at > $2 and s.starts_at < $2::timestamptz + interval '121 days'
          order by s.starts_at, s.id`,
}

const plain = (plan: SessionPlan): SessionPlan => ({
  ...plan,
  decisions: plan.decisions.map((decision) => ({
    ...decision,
    sentAt: decision.sentAt && new Date(decision.sentAt).toISOString(),
  })),
})

/** How the guests of a session are reminded, if it is in sight. */
export async function findPlan(db: Db, sessionId: string): Promise<SessionPlan | undefined> {
  const [plan] = await prepared<SessionPlan>(db, ofSession, [sessionId])
  return plan && plain(plan)
}

/** The plans of an office's published sessions that begin within 121 days of `now` (ISO instant), soonest first. */
export async function plansOfOffice(
  db: Db,
  { officeId, now }: { officeId: string; now: string },
): Promise<SessionPlan[]> {
  return (await prepared<SessionPlan>(db, ofOffice, [officeId, now])).map(plain)
}
