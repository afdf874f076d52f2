import { closeAttendances, strangersAmong } from '../attendance/closing-commands.ts'
import type { Post } from '../invitations/letter-queries.ts'
import { fillFreeSeats } from '../invitations/seat-commands.ts'
import { AppError } from '../platform/app-error.ts'
import type { CloseSession } from '../sessions/status-commands.ts'
import { closingMessages } from './closing-messages.ts'
import { closingCountsOf } from './closing-queries.ts'
import { sessionClosings } from './tables.ts'

/**
 * What closing a session means: offers of seats end, guests of whom nothing is noted become absent or excused, and the
 * counts are kept as they then are. 400 for an excused guest who is none of the session.
 */
export const closeSession =
  (post: Post): CloseSession =>
  async (tx, { officeId, sessionId, userId, excused }) => {
    const strangers = await strangersAmong(tx, { officeId, sessionId, excused })
    if (strangers.length > 0) {
      const fields = strangers.map((place) => ({
        path: `excused.${place}.invitationId`,
        message: closingMessages.noGuest,
      }))
      throw new AppError('invalid', { fields })
    }
    await fillFreeSeats(tx, post, { officeId, sessionId })
    await closeAttendances(tx, { officeId, sessionId, excused })
    const counts = await closingCountsOf(tx, sessionId)
    await tx.insert(sessionClosings).values({ officeId, sessionId, closedBy: userId, counts })
  }
