import { closeAttendances, guestsAmong } from '../attendance/closing-commands.ts'
import { AppError } from '../platform/app-error.ts'
import { fillFreeSeats } from '../rsvp/seat-commands.ts'
import type { CloseSession } from '../sessions/status-commands.ts'
import { closingCountsOf } from './queries.ts'
import { closingStrings } from './strings.ts'
import { sessionClosings } from './tables.ts'

/**
 * What closing a session means: offers of seats end, guests of whom nothing is noted become absent or excused, and the
 * counts are kept as they then are. 400 names whoever is no guest of the session.
 */
export const closeSession: CloseSession = async (
  tx,
  { officeId, sessionId, userId, excused, absent },
) => {
  const named = excused.map(({ invitationId }) => invitationId)
  const isGuest = await guestsAmong(tx, {
    officeId,
    sessionId,
    invitationIds: [...named, ...absent],
  })
  const message = closingStrings.noGuest
  const fields = [
    ...named.flatMap((one, i) =>
      isGuest(one) ? [] : [{ path: `excused.${i}.invitationId`, message }],
    ),
    ...absent.flatMap((one, i) => (isGuest(one) ? [] : [{ path: `absent.${i}`, message }])),
  ]
  if (fields.length > 0) throw new AppError('invalid', { fields })
  await fillFreeSeats(tx, { officeId, sessionId })
  await closeAttendances(tx, { officeId, sessionId, excused, absent })
  const counts = await closingCountsOf(tx, sessionId)
  await tx.insert(sessionClosings).values({ officeId, sessionId, closedBy: userId, counts })
}
