import { reportsApi } from '@ngopi/shared/reports'
import { timelineApi } from '@ngopi/shared/timeline'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { funnelOfSession, reportFunnel } from './funnel-queries.ts'
import { journalistTimeline, outletTimeline } from './timeline-queries.ts'

/** The line from invited to published, and the timelines of partners. */
export function reportRoutes(app: App, deps: Deps): void {
  const { database, cursors } = deps

  app.route({
    ...reportsApi.funnel,
    handler: (request) => {
      const { offices } = accessOf(request)
      const { officeId, from, to } = request.query
      if (officeId && !offices.includes(officeId)) throw new AppError('not_found')
      const asked = officeId ? [officeId] : offices
      return database.read(offices, (db) => reportFunnel(db, { offices: asked, from, to }))
    },
  })

  app.route({
    ...reportsApi.sessionFunnel,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => funnelOfSession(db, request.params.id)),
  })

  app.route({
    ...timelineApi.journalist,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        journalistTimeline(db, { cursors, id: request.params.id, asked: request.query }),
      ),
  })

  app.route({
    ...timelineApi.outlet,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        outletTimeline(db, { cursors, id: request.params.id, asked: request.query }),
      ),
  })
}
