import type { Series } from '@ngopi/shared/series'
import { and, eq } from 'drizzle-orm'
import { invalidField } from '../platform/app-error.ts'
import type { Db, Tx } from '../platform/database.ts'
import { closing, dayOf, horizonOf, shiftDay } from '../platform/local-days.ts'
import { findSession } from '../sessions/queries.ts'
import { sameInstant } from '../sessions/rules.ts'
import type { AskedMove, SeriesHooks } from '../sessions/series-hooks.ts'
import type { LockedSession } from '../sessions/session-lock-queries.ts'
import { sessions } from '../sessions/tables.ts'
import { isPlanned } from './day-queries.ts'
import { isUntouched } from './plan.ts'
import { findOwnSeries, getSeries, lockSeries } from './queries.ts'
import { isReachable } from './rules.ts'
import { lockSessionsOf, sessionsOf } from './session-queries.ts'
import { seriesStrings } from './strings.ts'

async function lockSeriesOf(tx: Tx, id: string): Promise<Series | undefined> {
  const session = await findSession(tx, id)
  return session?.seriesId ? lockSeries(tx, session.seriesId) : undefined
}

interface Moved {
  series: Series
  before: LockedSession
  asked: AskedMove
  now: string
}

/**
 * What else changes when an officer moves a session of a series: one whose day the series no longer names is
 * kept where it was moved to, or becomes the session of that day where only an untouched draft stands for
 * it. Answers go on to close as long before the start as the series says.
 */
async function occurrenceTaken(tx: Tx, { series, before, asked, now }: Moved) {
  const startsAt = asked.startsAt ?? before.startsAt
  if (sameInstant(startsAt, before.startsAt)) return {}
  const deadline = deadlineFollowing({ series, before, asked })
  if (before.offRule === null) return { ...deadline }
  const day = dayOf(startsAt, asked.timeZone ?? before.timeZone)
  const replaced = await replaceDraft(tx, { series, day, now })
  return replaced
    ? { ...deadline, occurrenceDate: day, offRule: null }
    : { ...deadline, offRule: 'kept' as const }
}

/** The deadline that moves along with the start, where nobody gave another than that of the series. */
function deadlineFollowing({ series, before, asked }: Omit<Moved, 'now'>): {
  rsvpClosesAt?: string | null
} {
  const startsAt = asked.startsAt ?? before.startsAt
  const formerly = closing(before.startsAt, series.answerDeadlineMinutes)
  const keepsDistance =
    asked.rsvpClosesAt === undefined &&
    before.rsvpClosesAt !== null &&
    sameInstant(before.rsvpClosesAt, formerly)
  return keepsDistance ? { rsvpClosesAt: closing(startsAt, series.answerDeadlineMinutes) } : {}
}

async function replaceDraft(
  tx: Tx,
  { series, day, now }: { series: Series; day: string; now: string },
): Promise<boolean> {
  const of = { officeId: series.officeId, seriesId: series.id, now }
  await lockSessionsOf(tx, of, day)
  const draft = (await sessionsOf(tx, of, day)).find((one) => one.occurrenceDate === day)
  if (!draft || !isUntouched(draft) || draft.archivedAt !== null) return false
  await tx
    .delete(sessions)
    .where(and(eq(sessions.officeId, series.officeId), eq(sessions.id, draft.id)))
  return true
}

/** In a series a session takes the place of its day, where that is still free; else it is kept as an exception. */
async function placeNew(
  tx: Tx,
  {
    officeId,
    seriesId,
    day,
    now,
  }: { officeId: string; seriesId: string; day: string; now: string },
) {
  const series = await findOwnSeries(tx, seriesId)
  if (!series) throw invalidField('seriesId', seriesStrings.unknown)
  // The series looks at every day up to the last one held, so none is held ages ahead.
  const far = shiftDay(horizonOf(now, series.timeZone), { years: 2 })
  if (!isReachable(day) || day > far) return { handEdited: true, offRule: 'kept' as const }
  const [taken] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.officeId, officeId),
        eq(sessions.seriesId, seriesId),
        eq(sessions.occurrenceDate, day),
      ),
    )
  const planned = await isPlanned(tx, { officeId, series, day })
  return {
    occurrenceDate: taken ? null : day,
    offRule: planned ? null : ('kept' as const),
    handEdited: true,
  }
}

async function deadlineOf(db: Db, { before, asked }: Pick<Moved, 'before' | 'asked'>) {
  if (!before.seriesId) return {}
  return deadlineFollowing({ series: await getSeries(db, before.seriesId), before, asked })
}

/** What its series means for a session, for the feature that changes sessions. */
export const seriesOfSession: SeriesHooks = { placeNew, lockSeriesOf, occurrenceTaken, deadlineOf }
