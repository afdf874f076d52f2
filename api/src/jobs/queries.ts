import type { Job } from '@ngopi/shared/jobs'
import { type Db, prepared } from '../platform/database.ts'

const shown = 200

const rank = `case when running then 2 when attempts >= max_attempts then 0 when error is not null then 1 else 3 end`

/** Jobs as they are shown; what one names by an id is shown by its name, where the office sees it. */
const described = (jobs: string): string =>
  `select j.id::text as id, j.task, j.attempts, j.max_attempts as "maxAttempts", j.run_at as "runAt",
          j.created_at as "createdAt", j.error,
          case when j.running then 'running' when j.attempts >= j.max_attempts then 'failed'
               when j.error is not null then 'retrying' else 'waiting' end as state,
          coalesce(m.subject || ' → ' || coalesce(m.recipient_name, m.recipient), w.recipient, s.title) as about
     from (${jobs}) j
     left join mails m on m.id = (j.data ->> 'mailId')::uuid
     left join whatsapp_messages w on w.id = (j.data ->> 'messageId')::uuid
     left join sessions s on s.id = (j.data ->> 'sessionId')::uuid`

const listed = {
  name: 'jobs',
  text: `${described(`select *, ${rank} as rank from office_jobs() order by rank, run_at, id limit ${shown}`)}
         order by j.rank, j.run_at, j.id`,
}

const one = { name: 'job', text: described('select * from office_jobs() where id::text = $1') }

const counted = {
  name: 'job_counts',
  text: `select count(*) filter (where not running and attempts >= max_attempts) as failed,
                count(*) filter (where not running and attempts < max_attempts and error is not null) as retrying,
                count(*) filter (where not running and attempts < max_attempts and error is null) as waiting
           from office_jobs()`,
}

const sent = {
  name: 'mail_of_job',
  text: `select data ->> 'mailId' as "mailId", data ->> 'messageId' as "messageId" from office_jobs() where id::text = $1`,
}

interface Counts {
  waiting: number
  retrying: number
  failed: number
}

/** Work of the office that is not done: failed first, then by when it is due; at most 200. */
export async function listJobs(db: Db): Promise<{ items: Job[]; counts: Counts }> {
  const items = await prepared<Job>(db, listed, [])
  const [counts] = await prepared<Counts>(db, counted, [])
  return { items, counts: counts ?? { waiting: 0, retrying: 0, failed: 0 } }
}

/** One job of the office; undefined when it is done, or another office's. */
export async function findJob(db: Db, id: string): Promise<Job | undefined> {
  const [job] = await prepared<Job>(db, one, [id])
  return job
}

/** The mail or the WhatsApp message that a job sends, if it sends one. */
export async function sentByJob(
  db: Db,
  id: string,
): Promise<{ mailId: string | null; messageId: string | null } | undefined> {
  const [job] = await prepared<{ mailId: string | null; messageId: string | null }>(db, sent, [id])
  return job
}
