import type { Attendance, attendanceApi } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { passDigestOf } from '../invitations/pass.ts'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared } from '../platform/database.ts'
import type { KeyRing } from '../platform/keys.ts'
import { cappedTotal, holding } from '../platform/list-query.ts'
import { getSession } from '../sessions/queries.ts'

/** Joined to attendance `a`: why the guest was excused (`ar`), for the own office alone. */
export const ownReasons =
  'left join attendance_reasons ar on ar.id = a.id and ar.office_id = a.office_id'

/** SQL over `a` and `ar`: why the guest was excused, by hand or when the session was closed. */
export const reasonOfAttendance = `coalesce(ar.reason,
  case when a.marked_status is null and a.status = 'excused' then ar.closed_reason end)`

/** SQL over `a`: the desk or a hand let the guest in as the one who is invited, and neither was taken back. */
const letInByInvitation = `(a.marked_status = 'present' or exists (
  select from scans s
   where s.office_id = $1 and s.session_id = $2 and s.journalist_id = a.journalist_id and s.act in ('pass', 'list')
     and not exists (select from scans u where u.office_id = $1 and u.session_id = $2 and u.undoes = s.nonce)))`

/**
 * Guests of session $2 of office $1: who is invited and sent no substitute, and who came or was marked without being invited.
 * A seat promised to somebody stays theirs until the session is done, so beyond the capacity are those
 * without a seat whom the seats left over do not hold: invited ones first, then by arrival.
 */
const guests = `
  guests as (
    select coalesce(i.journalist_id, a.journalist_id) as journalist_id, i.id as invitation_id, i.answer,
           coalesce(i.holds_seat, false) as holds_seat, coalesce(a.outlet_id, i.outlet_id) as outlet_id,
           i.link_version, a.id, coalesce(a.status, 'unmarked') as status, a.arrived_at, a.source, a.self_reported_at,
           ${reasonOfAttendance} as reason,
           coalesce(a.flags, '{}') as flags, ended.why
      from (select id, journalist_id, outlet_id, answer, holds_seat, link_version
              from invitations where office_id = $1 and session_id = $2 and revoked_at is null) i
      full join (select id, office_id, journalist_id, outlet_id, status, marked_status, arrived_at, source, self_reported_at, flags
                   from attendances where office_id = $1 and session_id = $2) a
        on a.journalist_id = i.journalist_id
      ${ownReasons}
      left join lateral (
        select case when e.revoked_at is null then 'substituted' else 'revoked' end as why
          from invitations e
         where a.status = 'present' and e.office_id = $1 and e.session_id = $2 and e.journalist_id = a.journalist_id
           and (e.revoked_at is not null or e.answer = 'substituted') and ${letInByInvitation}) ended on true
     where i.answer <> 'substituted' or a.status <> 'unmarked'
  ),
  extra as (
    select g.journalist_id,
           case when s.status = 'done' then count(*) filter (where g.holds_seat) over () else s.seats_taken end
           + count(*) filter (where not g.holds_seat)
               over (order by g.invitation_id is null, g.arrived_at, g.journalist_id)
           > s.capacity and not g.holds_seat as over_capacity
      from guests g join sessions s on s.office_id = $1 and s.id = $2
     where g.status = 'present'
  )`

const columns = `
  g.id, g.status, g.arrived_at as "arrivedAt", g.source, g.invitation_id as "invitationId", g.answer,
  json_build_object('id', j.id, 'fullName', j.full_name) as journalist,
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as outlet,
  right(c.phone, 4) as "phoneLast4", g.reason, g.self_reported_at as "selfReportedAt",
  array_remove(array[
    case when j.provisional then 'provisional' end,
    case when e.over_capacity then 'over_capacity' end,
    case when 'press_card_seen' = any (g.flags) then 'press_card_seen' end,
    case when 'clock_skewed' = any (g.flags) then 'clock_skewed' end, g.why], null) as flags`

const joined = `
  from guests g
  join journalists j on j.office_id = $1 and j.id = g.journalist_id
  left join journalist_contacts c on c.office_id = $1 and c.id = g.journalist_id
  left join outlets o on o.office_id = $1 and o.id = g.outlet_id
  left join extra e on e.journalist_id = g.journalist_id`

const listed = {
  name: 'attendances_listed',
  text: `with ${guests} select ${columns}, j.search,
                case when g.answer <> 'substituted' then g.link_version end as "linkVersion" ${joined}
   where ($3::text is null or j.search like searchable($3))
     and ($4::text is null or (j.search, j.id) > ($4, $5::uuid))
   order by j.search, j.id limit $6`,
}

const counted = {
  name: 'attendances_counted',
  text: `with ${guests} select count(*) as total from guests g
           join journalists j on j.office_id = $1 and j.id = g.journalist_id
          where $3::text is null or j.search like searchable($3)`,
}

const ofGuests = {
  name: 'attendances_of_guests',
  text: `with ${guests} select ${columns} ${joined} where g.journalist_id = any ($3::uuid[])`,
}

type Asked = z.output<typeof attendanceApi.list.schema.querystring>

/**
 * Guests of a session by name. `withReasons` is for those who may know why somebody was excused; `passKeys` for those who
 * may scan in their own office, to know passes by.
 */
export async function listAttendances(
  db: Db,
  {
    cursors,
    offices,
    sessionId,
    asked,
    withReasons,
    passKeys,
  }: {
    cursors: Cursors
    offices: Offices
    sessionId: string
    asked: Asked
    withReasons: boolean
    passKeys: KeyRing | undefined
  },
) {
  const { cursor, limit, count, ...filters } = asked
  const bound = { ...filters, list: 'attendances', sessionId }
  const [name = null, id = null] = cursors.read(cursor, bound) ?? []
  const { officeId } = await getSession(db, sessionId)
  if (asked.officeId && !offices.includes(asked.officeId)) throw new AppError('not_found')
  // Attendances are never archived, and all of them belong to the office of the session.
  if (asked.archived || (asked.officeId && asked.officeId !== officeId)) {
    return { items: [], nextCursor: null, ...(count && { total: 0 }) }
  }
  const pattern = holding(asked.q)
  const rows = await prepared<Listed>(db, listed, [
    officeId,
    sessionId,
    pattern,
    name,
    id,
    limit === undefined ? null : limit + 1,
  ])
  const page = cursors.page(rows, limit ?? rows.length, bound, (last) => [
    last.search,
    last.journalist.id,
  ])
  const keys = officeId === offices[0] ? passKeys : undefined
  const items = page.items.map((row) => listedRow(row, { withReasons, keys }))
  if (!count) return { items, nextCursor: page.nextCursor }
  const [all] = await prepared<{ total: number }>(db, counted, [officeId, sessionId, pattern])
  const total = cappedTotal(all?.total ?? 0)
  return {
    items,
    nextCursor: page.nextCursor,
    ...total,
  }
}

interface Listed extends Attendance {
  search: string
  /** Of an invitation whose pass admits; null without one. */
  linkVersion: number | null
}

function listedRow(
  { search: _, linkVersion, ...row }: Listed,
  { withReasons, keys }: { withReasons: boolean; keys: KeyRing | undefined },
): Attendance {
  const { invitationId } = row
  const known = keys && invitationId && linkVersion !== null
  return {
    ...row,
    reason: withReasons ? row.reason : null,
    ...(known && { passDigest: passDigestOf(keys, invitationId, linkVersion) }),
  }
}

/** An attendance as a desk may know it: why somebody was excused is not for the door. */
export const withoutReason = (attendance: Attendance): Attendance => ({
  ...attendance,
  reason: null,
})

/** The attendance of each of the guests who has one, by journalist. */
export async function attendancesOf(
  db: Db,
  {
    officeId,
    sessionId,
    journalistIds,
  }: { officeId: string; sessionId: string; journalistIds: readonly string[] },
): Promise<Map<string, Attendance>> {
  const rows = await prepared<Attendance>(db, ofGuests, [officeId, sessionId, journalistIds])
  return new Map(rows.map((row) => [row.journalist.id, row]))
}
