import { templatesApi } from '@ngopi/shared/templates'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { resetTemplate, saveTemplate } from './commands.ts'
import { listTemplates } from './queries.ts'

/** The words an office writes to its guests. */
export function templateRoutes(app: App, deps: Deps): void {
  const { database } = deps

  app.route({
    ...templatesApi.list,
    handler: async (request) => {
      const { offices, officeId } = accessOf(request)
      return { items: await database.read(offices, (db) => listTemplates(db, officeId)) }
    },
  })

  app.route({
    ...templatesApi.save,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        saveTemplate(tx, {
          ...request.body,
          ...request.params,
          officeId: accessOf(request).officeId,
        }),
      ),
  })

  app.route({
    ...templatesApi.reset,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        resetTemplate(tx, { ...request.params, officeId: accessOf(request).officeId }),
      ),
  })
}
