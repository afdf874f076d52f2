import { closeAttendances } from '../attendance/closing-commands.ts'
import { closingCountsOf } from '../closing/queries.ts'
import { sessionClosings } from '../closing/tables.ts'
import { after } from './calendar.ts'
import type { World } from './meeting-world.ts'

/** A session over is closed by the officer the same afternoon, before anything was published. */
export async function seedClosing({
  tx,
  officeId,
  sessionId,
  startsAt,
  staff,
}: World): Promise<void> {
  await closeAttendances(tx, { officeId, sessionId, excused: [], absent: [] })
  await tx.insert(sessionClosings).values({
    officeId,
    sessionId,
    closedAt: after(startsAt, 5 * 60),
    closedBy: staff.officer,
    counts: await closingCountsOf(tx, sessionId),
  })
}
