import { templatesApi } from '@ngopi/shared/templates'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { requireUsable } from '../templates/template-check.ts'
import { previewMessage } from './preview-queries.ts'

/** How words would read to a guest. */
export function previewRoutes(app: App, deps: Deps): void {
  const { database } = deps

  app.route({
    ...templatesApi.preview,
    handler: (request) => {
      const { offices, officeId } = accessOf(request)
      const { subject, body, ...asked } = request.body
      const wording = { subject, body }
      requireUsable(asked.kind, wording)
      const now = new Date().toISOString()
      return database.read(offices, (db) =>
        previewMessage(db, deps, { ...asked, officeId, wording, now }),
      )
    },
  })
}
