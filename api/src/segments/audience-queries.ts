import type { Audience, AudiencePriority, JournalistFilter } from '@ngopi/shared/segments'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import { audienceStatement } from './audience-statement.ts'

/** What is asked of an audience. */
export interface Asked {
  officeId: string
  filter: JournalistFilter
  /** Compares with its last use. */
  segmentId?: string | undefined
  /** Who is invited to it is left out; of the own office. */
  sessionId?: string | undefined
  /** Undefined: as the session says; null: as many as there are. */
  perOutlet?: number | null | undefined
  priority: AudiencePriority
}

type Seats = NonNullable<Audience['seats']>

const seatsOfSession = {
  name: 'seats_of_session',
  text: `select s.office_id = $2 as own, s.capacity, s.seats_taken as taken,
                coalesce(s.seats_per_outlet, r.seats_per_outlet) as "perOutlet",
                (select count(*) from invitations i
                  where i.office_id = s.office_id and i.session_id = s.id and i.revoked_at is null) as invited
           from sessions s left join series r on r.id = s.series_id and r.office_id = s.office_id
          where s.id = $1`,
}

/** The seats of a session of the office with the cap in force; 404 out of sight, 403 for another office's. */
async function seatsFor(db: Db, { officeId, sessionId, perOutlet }: Asked): Promise<Seats | null> {
  if (sessionId === undefined) return null
  const [found] = await prepared<Seats & { own: boolean }>(db, seatsOfSession, [
    sessionId,
    officeId,
  ])
  if (!found) throw new AppError('not_found')
  const { own, ...seats } = found
  if (!own) throw new AppError('forbidden')
  return { ...seats, perOutlet: perOutlet === undefined ? seats.perOutlet : perOutlet }
}

/** An empty list asks for nothing. */
const listed = (values: readonly string[] | undefined) => (values?.length ? values : null)

const counted = ['invited', 'answered', 'attended', 'published'] as const

interface Row {
  size: number
  members: Audience['members']
  leftOut: Audience['leftOut']
  leftOutSize: number
  covered: number
  notCovered: Audience['outlets']['notCovered']
  notCoveredSize: number
  since: Audience['since']
  memberIds: string[] | null
}

/** One look at the office, with so many members told. */
async function look(
  db: Db,
  asked: Asked,
  { seats, limit, tellHeld }: { seats: Seats | null; limit: number; tellHeld: boolean },
): Promise<Row> {
  const { filter } = asked
  const ranges = counted.map((step) => filter.history?.[step])
  const cap = seats ? seats.perOutlet : (asked.perOutlet ?? null)
  const [row] = await prepared<Row>(db, audienceStatement(cap !== null), [
    asked.officeId,
    asked.sessionId ?? null,
    cap,
    asked.priority,
    filter.q || null,
    listed(filter.platforms),
    listed(filter.cities),
    listed(filter.outletTags),
    listed(filter.outletIds),
    listed(filter.tags),
    listed(filter.beats),
    listed(filter.competenceLevels),
    filter.channel ?? null,
    filter.provisional ?? null,
    filter.history?.seriesId ?? null,
    filter.history?.lastSessions ?? null,
    ranges.map((range) => range?.min ?? null),
    ranges.map((range) => range?.max ?? null),
    asked.segmentId ?? null,
    limit,
    tellHeld,
  ])
  if (!row) throw new Error('an audience is always one row')
  return row
}

/** Whom a filter holds now and who is left out why. 404 and 403 for the session as elsewhere. */
export async function evaluateAudience(db: Db, asked: Asked): Promise<Audience> {
  const seats = await seatsFor(db, asked)
  const { covered, notCovered, notCoveredSize, memberIds, ...rest } = await look(db, asked, {
    seats,
    limit: 500,
    tellHeld: false,
  })
  return { ...rest, outlets: { covered, notCovered, notCoveredSize }, seats }
}

/** As `evaluateAudience`, for inviting: at most `limit` members, and everybody the segment holds. */
export async function audienceToInvite(
  db: Db,
  asked: Asked,
  limit: number,
): Promise<{ members: Audience['members']; leftOut: Audience['leftOut']; memberIds: string[] }> {
  const { members, leftOut, memberIds } = await look(db, asked, {
    seats: await seatsFor(db, asked),
    limit,
    tellHeld: true,
  })
  return { members, leftOut, memberIds: memberIds ?? [] }
}
