import type { Series } from '@ngopi/shared/series'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { closing, dayOf } from './local-days.ts'
import { findSession } from './queries.ts'
import { sameInstant } from './rules.ts'
import { isUntouched } from './series-plan.ts'
import { lockSeries } from './series-queries.ts'
import { lockSessionsOf, sessionsOf } from './series-session-queries.ts'
import type { LockedSession } from './session-lock-queries.ts'
import { sessions } from './tables.ts'

/** The series of a session in sight, held for the rest of the transaction. */
export async function ruleFollowed(tx: Tx, id: string): Promise<Series | undefined> {
  const session = await findSession(tx, id)
  return session?.seriesId ? lockSeries(tx, session.seriesId) : undefined
}

interface Moved {
  series: Series
  before: LockedSession
  asked: { startsAt?: string; timeZone?: string; rsvpClosesAt?: string | null }
  now: string
}

/**
 * What else changes when an officer moves a session of a series: one whose day the series no longer names is
 * kept where it was moved to, or becomes the session of that day where only an untouched draft stands for
 * it. Answers go on to close as long before the start as the series says.
 */
export async function occurrenceTaken(tx: Tx, { series, before, asked, now }: Moved) {
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
export function deadlineFollowing({ series, before, asked }: Omit<Moved, 'now'>): {
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
