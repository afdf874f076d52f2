import type { Funnel, SessionFunnel } from '@ngopi/shared/reports'
import { type Db, type Offices, prepared, type Statement } from '../platform/database.ts'
import { getSession } from '../sessions/queries.ts'

/**
 * The line of the sessions that `picked` names. A live invitation is one not revoked; who is present without
 * one walked in. A piece that names no journalist counts for those invited for its outlet.
 */
const funnelOf = (picked: string, order: string): string => `
  with picked as (${picked})
  select s.id, s.title, s.starts_at as "startsAt", s.time_zone as "timeZone",
         line.*, coalesce(q.asked, 0) as asked, door."walkIns", pieces.placements
    from picked s
    left join count_asked(array(select id from picked)) q on q.session_id = s.id
    cross join lateral (
      select count(*) as invited,
             count(*) filter (where i.answer <> 'none') as answered,
             count(*) filter (where i.answer = 'attending') as attending,
             count(*) filter (where exists (
               select from attendances a
                where a.office_id = s.office_id and a.session_id = s.id and a.journalist_id = i.journalist_id
                  and a.status = 'present')) as attended,
             count(*) filter (where exists (
               select from coverage c
                where c.office_id = s.office_id and c.session_id = s.id and c.archived_at is null
                  and c.state <> 'dismissed'
                  and (c.journalist_id = i.journalist_id
                       or c.journalist_id is null and c.outlet_id = i.outlet_id))) as published
        from invitations i
       where i.office_id = s.office_id and i.session_id = s.id and i.revoked_at is null) line
    cross join lateral (
      select count(*) as "walkIns" from attendances a
       where a.office_id = s.office_id and a.session_id = s.id and a.status = 'present'
         and not exists (
           select from invitations i
            where i.office_id = s.office_id and i.session_id = s.id and i.journalist_id = a.journalist_id
              and i.revoked_at is null)) door
    cross join lateral (
      select count(*) as placements from coverage c
       where c.office_id = s.office_id and c.session_id = s.id and c.archived_at is null
         and c.state <> 'dismissed') pieces
   order by ${order}`

/** A draft was not held yet and a cancelled session never is: neither says anything of partners. */
const tookPlace = `s.archived_at is null and s.status in ('published', 'done')`

const inPeriod: Statement = {
  name: 'funnel_in_period',
  text: funnelOf(
    `select s.* from unnest($1::uuid[]) o(id) join offices f on f.id = o.id
       join sessions s on s.office_id = f.id
        and s.starts_at >= $2::date::timestamp at time zone f.time_zone
        and s.starts_at < ($3::date + 1)::timestamp at time zone f.time_zone
      where ${tookPlace}`,
    's.starts_at, s.id',
  ),
}

const ofSession: Statement = {
  name: 'funnel_of_session',
  text: funnelOf('select s.* from sessions s where s.id = $1', 's.id'),
}

const latest: Statement = {
  name: 'funnel_of_latest',
  text: funnelOf(
    `select s.* from unnest($1::uuid[]) o(id) cross join lateral (
       select * from sessions s where s.office_id = o.id and s.starts_at <= $2 and ${tookPlace}
        order by s.starts_at desc, s.id desc limit $3) s
      order by s.starts_at desc, s.id desc limit $3`,
    's.starts_at desc, s.id desc',
  ),
}

type Row = Funnel & SessionFunnel['session']

const inShape = ({ id, title, startsAt, timeZone, ...funnel }: Row): SessionFunnel => ({
  ...funnel,
  session: { id, title, startsAt, timeZone },
})

const nothing: Funnel = {
  invited: 0,
  answered: 0,
  attending: 0,
  attended: 0,
  walkIns: 0,
  asked: 0,
  published: 0,
  placements: 0,
}

const steps = Object.keys(nothing) as (keyof Funnel)[]

/** The line of all sessions held that start in a period of inclusive days where each office is. */
export async function reportFunnel(
  db: Db,
  { offices, from, to }: { offices: Offices; from: string; to: string },
): Promise<Funnel & { sessions: SessionFunnel[] }> {
  const sessions = (await prepared<Row>(db, inPeriod, [offices, from, to])).map(inShape)
  const total = { ...nothing }
  for (const session of sessions) for (const step of steps) total[step] += session[step]
  return { ...total, sessions }
}

/** The line of one session, whatever its status; 404 out of sight. */
export async function funnelOfSession(db: Db, id: string): Promise<Funnel> {
  await getSession(db, id)
  const [row] = await prepared<Row>(db, ofSession, [id])
  return row ?? nothing
}

/** The lines of the sessions that began last, newest first. */
export async function latestFunnels(
  db: Db,
  { offices, now, limit }: { offices: Offices; now: string; limit: number },
): Promise<SessionFunnel[]> {
  return (await prepared<Row>(db, latest, [offices, now, limit])).map(inShape)
}
