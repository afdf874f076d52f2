import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { changeSession, type SessionChangeHooks } from '../sessions/session-change-commands.ts'
import { sessions } from '../sessions/tables.ts'
import { daysOffOf } from './day-queries.ts'
import { daysToLookAt, daysToPlan, isToCome, isUntouched, type Plan, planSeries } from './plan.ts'
import type { PlannedSession, SeriesDetails } from './planned-session.ts'
import { lockSessionsOf, sessionsOf } from './session-queries.ts'
import { series } from './tables.ts'

/** A series before and after a change. */
export interface Changing {
  officeId: string
  seriesId: string
  before: SeriesDetails
  after: SeriesDetails
  /** ISO instant. */
  now: string
}

/** What a change would do; `concerned` leaves sessions out. */
export async function planChange(
  db: Db,
  { officeId, seriesId, before, after, now }: Changing,
  concerned: (session: PlannedSession) => boolean = () => true,
): Promise<Plan> {
  const { from } = daysToPlan(now, after.timeZone)
  const found = await sessionsOf(db, { officeId, seriesId, now }, from)
  const sessions = found.filter(concerned)
  const days = daysToLookAt({ after, sessions, now })
  const daysOff = await daysOffOf(db, { officeId, series: [before, after], days })
  return planSeries({ before, after, sessions, daysOff, now })
}

/** Makes the sessions of a series as it says after a change. The caller holds the row of the series. */
export async function followChange(
  tx: Tx,
  { guests, ...changing }: Changing & { guests: SessionChangeHooks },
): Promise<void> {
  const { officeId, seriesId, after, now } = changing
  const { from, to } = daysToPlan(now, after.timeZone)
  await lockSessionsOf(tx, { officeId, seriesId, now }, from)
  const plan = await planChange(tx, changing)
  await removeSessions(tx, officeId, plan.remove)
  for (const { session, set } of plan.change) {
    await changeSession(tx, { before: { ...session, officeId }, set, guests, now })
  }
  await addSessions(tx, changing, plan)
  await notePlanned(tx, { officeId, seriesId, until: to })
}

/** A series as it stands. */
type PlanState = Omit<Changing, 'before' | 'after'> & { details: SeriesDetails }

/** Takes away the untouched drafts to come; for a series that is archived. */
export async function removeDrafts(
  tx: Tx,
  { officeId, seriesId, details, now }: PlanState,
): Promise<void> {
  const { from } = daysToPlan(now, details.timeZone)
  const of = { officeId, seriesId, now }
  await lockSessionsOf(tx, of, from)
  const found = await sessionsOf(tx, of, from)
  await removeSessions(
    tx,
    officeId,
    found.filter((session) => isToCome(session, now) && isUntouched(session)),
  )
}

/** Makes what is missing up to the horizon and changes nothing else; so it may be done again at any time. */
export async function makeMissing(
  tx: Tx,
  { officeId, seriesId, details, now }: PlanState,
): Promise<number> {
  const changing = { officeId, seriesId, before: details, after: details, now }
  const made = await addSessions(tx, changing, await planChange(tx, changing))
  await notePlanned(tx, { officeId, seriesId, until: daysToPlan(now, details.timeZone).to })
  return made
}

async function removeSessions(
  tx: Tx,
  officeId: string,
  gone: readonly PlannedSession[],
): Promise<void> {
  if (gone.length === 0) return
  const ids = gone.map(({ id }) => id)
  await tx.delete(sessions).where(and(eq(sessions.officeId, officeId), inArray(sessions.id, ids)))
}

/** An occurrence that is there already, in whatever state, is not made twice. */
async function addSessions(
  tx: Tx,
  { officeId, seriesId }: Changing,
  { add }: Plan,
): Promise<number> {
  if (add.length === 0) return 0
  const made = await tx
    .insert(sessions)
    .values(add.map((occurrence) => ({ id: newId(), officeId, seriesId, ...occurrence })))
    .onConflictDoNothing({
      target: [sessions.officeId, sessions.seriesId, sessions.occurrenceDate],
    })
    .returning({ id: sessions.id })
  return made.length
}

const notePlanned = (
  tx: Tx,
  { officeId, seriesId, until }: { officeId: string; seriesId: string; until: string },
) =>
  tx
    .update(series)
    .set({ plannedUntil: until })
    .where(
      and(
        eq(series.officeId, officeId),
        eq(series.id, seriesId),
        sql`${series.plannedUntil} is distinct from ${until}::date`,
      ),
    )
