import type { PlannedDate, SeriesEffect, seriesApi } from '@ngopi/shared/series'
import type { z } from 'zod'
import { zoneOfOffice } from '../accounts/office-zone-queries.ts'
import { warningsOf } from '../holidays/calendar-warnings.ts'
import { holidaysBetween } from '../holidays/queries.ts'
import { AppError } from '../platform/app-error.ts'
import type { Db } from '../platform/database.ts'
import { daysToKnow, timeOn } from '../recurrence/series-days.ts'
import type { Plan } from './plan.ts'
import { planChange } from './plan-commands.ts'
import type { PlannedSession } from './planned-session.ts'
import { datesOf, monthsWithout, nextDays } from './preview.ts'
import { getSeries } from './queries.ts'
import { changed, checkRecurrence, detailsOf, movesDays, type SeriesChanges } from './rules.ts'
import { goesWith, splitSeries } from './split.ts'
import { seriesStrings } from './strings.ts'

type Question = z.output<typeof seriesApi.preview.schema.body>

/** The next dates of a rule, with what each deserves a second look for, and the months left out. */
export async function previewRule(
  db: Db,
  { officeId, question, now }: { officeId: string; question: Question; now: string },
): Promise<{ dates: PlannedDate[]; monthsWithout: string[] }> {
  const timeZone = question.timeZone ?? (await zoneOfOffice(db, officeId))
  const series = { ...question, timeZone }
  checkRecurrence(series)
  const days = nextDays(series, now)
  const [from, to] = [days[0], days.at(-1)]
  const holidays =
    from === undefined || to === undefined
      ? []
      : await holidaysBetween(db, { officeId, ...daysToKnow({ from, to }) })
  const daysOff = new Set(holidays.map(({ date }) => date))
  return {
    dates: datesOf(series, days, daysOff).map(({ time, ...day }) => ({
      ...day,
      startsAt: time?.startsAt ?? null,
      endsAt: time?.endsAt ?? null,
      // A date left out is shown with the holiday it falls on.
      warnings: warningsOf({ ...(time ?? timeOn(series, day.occurrenceDate)), timeZone }, holidays),
    })),
    monthsWithout: monthsWithout(series, now),
  }
}

/** What a change of a series, or of what follows a day, would do. Nothing is done. */
export async function previewChange(
  db: Db,
  {
    id,
    officeId,
    from,
    changes,
    now,
  }: { id: string; officeId: string; from?: string; changes: SeriesChanges; now: string },
): Promise<SeriesEffect> {
  const current = await getSeries(db, id)
  if (current.officeId !== officeId) throw new AppError('forbidden')
  if (current.archivedAt !== null) {
    throw new AppError('closed', { message: seriesStrings.archived })
  }
  const before = detailsOf(current)
  const after =
    from === undefined ? changed(before, changes) : splitSeries(before, from, changes).later
  if (movesDays(before, changed(before, changes))) checkRecurrence(after)
  const plan = await planChange(
    db,
    { officeId, seriesId: id, before, after, now },
    from === undefined ? undefined : (session) => goesWith(session, from),
  )
  return effectOf(plan)
}

function effectOf(plan: Plan): SeriesEffect {
  const changes = plan.change.filter(({ set }) => Object.keys(set).some((key) => key !== 'offRule'))
  const changed = changes.map(({ session, set, asksAgain }) => ({
    ...touched(session),
    newStartsAt: set.startsAt ?? null,
    toReconfirm: asksAgain ? session.countingOnIt : 0,
  }))
  return {
    added: plan.add.length,
    removed: plan.remove.length,
    changed,
    offRule: plan.offRule.map(touched),
    leftAlone: plan.leftAlone.map(touched),
    toReconfirm: changed.reduce((sum, { toReconfirm }) => sum + toReconfirm, 0),
  }
}

const touched = ({ id, title, startsAt, invited }: PlannedSession) => ({
  sessionId: id,
  title,
  startsAt,
  newStartsAt: null,
  invited,
  toReconfirm: 0,
})
