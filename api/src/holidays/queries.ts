import type { CalendarWarning, Holiday, OfficeDay } from '@ngopi/shared/holidays'
import { and, asc, between, eq } from 'drizzle-orm'
import { zoneOfOffice } from '../accounts/office-zone-queries.ts'
import type { Db } from '../platform/database.ts'
import { dayOf } from '../platform/local-days.ts'
import { mostDays, warningsOf } from './calendar-warnings.ts'
import { estimatedHolidays } from './estimates.ts'
import { publishedYears } from './published-holidays.ts'
import { holidays } from './tables.ts'

/** The first and the last day, both included, of an office in sight. */
export interface Period {
  officeId: string
  /** `YYYY-MM-DD`. */
  from: string
  to: string
}

/** What the program knows of a year: the published days, else the computed ones. */
async function holidaysOf(year: number): Promise<readonly Holiday[]> {
  const published = publishedYears[year]
  if (!published) return estimatedHolidays(year)
  const { source, days } = published
  return days.map(([date, name, kind]) => ({
    date,
    name,
    kind,
    estimated: false,
    origin: 'published',
    source,
  }))
}

/** What the office itself said of days. */
export const officeDaysBetween = (db: Db, { officeId, from, to }: Period): Promise<OfficeDay[]> =>
  db
    .select({ date: holidays.day, name: holidays.name, kind: holidays.kind })
    .from(holidays)
    .where(and(eq(holidays.officeId, officeId), between(holidays.day, from, to)))
    .orderBy(asc(holidays.day))

/** The office's word goes before what the program knows of a day. */
export async function withOfficeDays(
  { from, to }: Pick<Period, 'from' | 'to'>,
  said: readonly OfficeDay[],
): Promise<Holiday[]> {
  const first = Number(from.slice(0, 4))
  const count = Math.max(0, Number(to.slice(0, 4)) - first + 1)
  const known = await Promise.all(Array.from({ length: count }, (_, i) => holidaysOf(first + i)))
  const days = new Map<string, Holiday>()
  for (const holiday of known.flat()) {
    if (holiday.date >= from && holiday.date <= to) days.set(holiday.date, holiday)
  }
  for (const { date, name, kind } of said) {
    if (kind === 'working_day') days.delete(date)
    else days.set(date, { date, name, kind, estimated: false, origin: 'office', source: null })
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/**
 * Holidays and joint leave as they hold for an office, one a day, in order: the office's own word before
 * the published year before the computed one.
 */
export const holidaysBetween = async (db: Db, period: Period): Promise<Holiday[]> =>
  withOfficeDays(period, await officeDaysBetween(db, period))

/** What a time meets in the calendar of an office; its zone is the office's unless given. */
export async function timeWarnings(
  db: Db,
  {
    officeId,
    timeZone,
    ...span
  }: { officeId: string; startsAt: string; endsAt: string; timeZone: string | undefined },
): Promise<CalendarWarning[]> {
  const zone = timeZone ?? (await zoneOfOffice(db, officeId))
  const from = dayOf(span.startsAt, zone)
  const lastInstant = Math.min(
    Date.parse(span.endsAt),
    Date.parse(span.startsAt) + mostDays * 86_400_000,
  )
  const to = dayOf(new Date(lastInstant).toISOString(), zone)
  const holidays = await holidaysBetween(db, { officeId, from, to })
  return warningsOf({ ...span, timeZone: zone }, holidays)
}
