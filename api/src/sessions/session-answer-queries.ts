import type { Session } from '@ngopi/shared/sessions'
import { warningsOf } from '../holidays/calendar-warnings.ts'
import { holidaysBetween } from '../holidays/queries.ts'
import type { Db } from '../platform/database.ts'
import { dayOf } from '../platform/local-days.ts'
import { getSession } from './queries.ts'

/** The session with what its time deserves a second look for; 404 out of sight. */
export async function answerSession(db: Db, id: string): Promise<Session> {
  const session = await getSession(db, id)
  const { officeId, startsAt, endsAt, timeZone } = session
  const holidays = await holidaysBetween(db, {
    officeId,
    from: dayOf(startsAt, timeZone),
    to: dayOf(endsAt, timeZone),
  })
  return { ...session, warnings: warningsOf(session, holidays) }
}
