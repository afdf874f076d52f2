import { closingsApi } from '@ngopi/shared/closings'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { hasMailServer } from '../platform/message-context.ts'
import { closingOf } from './queries.ts'

/** What is still open when a session is over. */
export function closingRoutes(app: App, deps: Deps): void {
  const { database } = deps

  app.route({
    ...closingsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        closingOf(db, { sessionId: request.params.id, mailServer: hasMailServer(deps) }),
      ),
  })
}
