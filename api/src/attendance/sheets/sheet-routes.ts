import { attendanceApi } from '@ngopi/shared/attendance'
import type { App } from '../../platform/app-type.ts'
import { accessOf } from '../../platform/auth.ts'
import type { Deps } from '../../platform/deps.ts'
import { printShort } from '../../platform/pdf/paper.ts'
import { sendFile } from '../../platform/send-file.ts'
import { readBadges, readSheet } from './sheet-files.ts'

/** Paper for the day: the sheet to sign, and the badges. */
export function sheetRoutes(app: App, { database, keys, limits }: Deps): void {
  app.route({
    ...attendanceApi.sheet,
    handler: async (request, reply) => {
      const { offices, officeId } = accessOf(request)
      const paper = await database.read(offices, (db) =>
        readSheet(db, { sessionId: request.params.id, filled: request.query.filled ?? false }),
      )
      sendFile(reply, await printShort(paper, { officeId, limits }))
      return reply
    },
  })

  app.route({
    ...attendanceApi.badges,
    handler: async (request, reply) => {
      const { offices, officeId } = accessOf(request)
      const paper = await database.read(offices, (db) =>
        readBadges(db, { sessionId: request.params.id, passKeys: keys.pass }),
      )
      sendFile(reply, await printShort(paper, { officeId, limits }))
      return reply
    },
  })
}
