import { type Database, prepared } from '../platform/database.ts'
import type { ClockTask } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { fillFreeSeats } from './seat-commands.ts'

interface Deps {
  database: Database
  log: Log
}

const sessionsToLookAt = {
  name: 'sessions_with_expired_offers',
  text: 'select office_id as "officeId", session_id as "sessionId" from sessions_with_expired_offers()',
}

/**
 * Passes on the seats of offers that have run out. Each session is a transaction of its own, and what is done is done
 * under its row, so any number of machines may run it at once. Throws at the end when one failed.
 */
export async function passOnExpiredOffers({ database, log }: Deps): Promise<void> {
  const found = await database.unhurried([], (db) =>
    prepared<{ officeId: string; sessionId: string }>(db, sessionsToLookAt, []),
  )
  let failed = 0
  for (const session of found) {
    try {
      await database.write([session.officeId], 'job:', async (tx) => {
        await lockSession(tx, session.sessionId)
        await fillFreeSeats(tx, session)
      })
    } catch (error) {
      failed += 1
      log.error(
        `The offers of session ${session.sessionId} could not be passed on: ${described(error)}`,
      )
    }
  }
  if (failed > 0) throw new Error(`the offers of ${failed} sessions could not be passed on`)
}

/** Every minute; whoever comes between two runs finds the offer run out all the same. */
export const expireOffersTask: ClockTask<Deps> = {
  name: 'expire_offers',
  // The next minute is the next try.
  crontab: '* * * * * ?max=1',
  run: passOnExpiredOffers,
}
