import { holidaysBetween } from '../holidays/queries.ts'
import type { Db } from '../platform/database.ts'
import type { Days } from '../recurrence/recurrence.ts'
import { type DaysOff, daysToKnow, plannedDays, type Timetable } from '../recurrence/series-days.ts'

/** The days off a series of the office must know of to plan `days`; none where holidays move nothing. */
export async function daysOffOf(
  db: Db,
  { officeId, series, days }: { officeId: string; series: readonly Timetable[]; days: Days },
): Promise<DaysOff> {
  if (series.every(({ holidayPolicy }) => holidayPolicy === 'ask')) return new Set()
  const holidays = await holidaysBetween(db, { officeId, ...daysToKnow(days) })
  return new Set(holidays.map(({ date }) => date))
}

/** Whether a series has a session on a day it names. */
export async function isPlanned(
  db: Db,
  { officeId, series, day }: { officeId: string; series: Timetable; day: string },
): Promise<boolean> {
  const days = { from: day, to: day }
  const daysOff = await daysOffOf(db, { officeId, series: [series], days })
  return plannedDays(series, days, daysOff).some(({ time }) => time !== null)
}
