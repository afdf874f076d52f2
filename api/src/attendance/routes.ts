import { attendanceApi } from '@ngopi/shared/attendance'
import { door } from '@ngopi/shared/roles'
import { AppError, invalidField } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { getSession } from '../sessions/queries.ts'
import { codeAt } from './check-in-code.ts'
import { isCheckInOpen } from './check-in-rules.ts'
import { markAttendance } from './mark-commands.ts'
import { listAttendances, withoutReason } from './queries.ts'
import { recordScans } from './scan-commands.ts'
import { attendanceStrings } from './strings.ts'

/** Room for the 500 scans of a desk that was long without a network. */
const scanBodyLimit = 256 * 1024

/** The door: who is expected, who came, and what the desks saw. */
export function attendanceRoutes(app: App, { database, cursors, keys }: Deps): void {
  app.route({
    ...attendanceApi.list,
    handler: (request) => {
      const { offices, role } = accessOf(request)
      return database.read(offices, (db) =>
        listAttendances(db, {
          cursors,
          offices,
          sessionId: request.params.id,
          asked: request.query,
          withReasons: role !== 'desk',
          passKeys: door.some((one) => one === role) ? keys.pass : undefined,
        }),
      )
    },
  })

  app.route({
    ...attendanceApi.scan,
    bodyLimit: scanBodyLimit,
    handler: (request, reply) => {
      const { id: userId, officeId } = accessOf(request)
      const receipt = {
        officeId,
        userId,
        sessionId: request.params.id,
        receivedAt: new Date(),
        passKeys: keys.pass,
      }
      return perform({ database, request, reply }, (tx) =>
        recordScans(tx, { receipt, batch: request.body }),
      )
    },
  })

  app.route({
    ...attendanceApi.checkInCode,
    handler: async (request) => {
      const { offices, officeId } = accessOf(request)
      const session = await database.read(offices, (db) => getSession(db, request.params.id))
      if (session.officeId !== officeId) throw new AppError('forbidden')
      const now = new Date()
      if (!isCheckInOpen(session, now))
        throw new AppError('closed', { message: attendanceStrings.noCodeNow })
      const { code, nextAt, validUntil } = codeAt(keys.checkIn, session.id, now)
      return {
        code,
        nextAt: nextAt.toISOString(),
        validUntil: validUntil.toISOString(),
        closesAt: session.endsAt,
      }
    },
  })

  app.route({
    ...attendanceApi.mark,
    handler: (request, reply) => {
      const { id: sessionId, invitationId } = request.params
      const { status, reason } = request.body
      const { id: userId, role } = accessOf(request)
      const desk = role === 'desk'
      if (desk && reason) throw invalidField('reason', attendanceStrings.noReasonsAtTheDesk)
      const mark = {
        ...{ sessionId, invitationId, status, userId },
        reason: desk ? undefined : (reason ?? null),
        at: new Date(),
      }
      return perform({ database, request, reply }, async (tx) => {
        const marked = await markAttendance(tx, mark)
        return desk ? withoutReason(marked) : marked
      })
    },
  })
}
