import { mailsApi } from '@ngopi/shared/accounts'
import { activityApi } from '@ngopi/shared/activity'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { listActivity, listMails } from './queries.ts'

/** What the office sent and what was changed in it, for its admins. */
export function logRoutes(app: App, { database, cursors }: Deps): void {
  app.route({
    ...mailsApi.list,
    handler: (request) => {
      const { officeId } = accessOf(request)
      return database.read([officeId], (db) =>
        listMails(db, cursors, { ...request.query, officeId }),
      )
    },
  })

  app.route({
    ...activityApi.list,
    handler: (request) => {
      const { officeId } = accessOf(request)
      return database.read([officeId], (db) =>
        listActivity(db, cursors, { ...request.query, officeId }),
      )
    },
  })
}
