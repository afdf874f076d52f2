import { closingsApi } from '@ngopi/shared/closings'
import { reportsApi } from '@ngopi/shared/reports'
import { searchApi } from '@ngopi/shared/search'
import { timelineApi } from '@ngopi/shared/timeline'
import { hasMailServer } from '../invitations/letter-queries.ts'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { closingOf } from './closing-queries.ts'
import { funnelOfSession, reportFunnel } from './funnel-queries.ts'
import { readHome } from './home-queries.ts'
import { searchEverything } from './search-queries.ts'
import { journalistTimeline, outletTimeline } from './timeline-queries.ts'

/** What is read across all features. */
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
    ...closingsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        closingOf(db, { sessionId: request.params.id, mailServer: hasMailServer(deps) }),
      ),
  })

  app.route({
    ...reportsApi.home,
    handler: (request) => {
      const { offices } = accessOf(request)
      const now = new Date().toISOString()
      return database.read(offices, (db) => readHome(db, { offices, now }))
    },
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

  app.route({
    ...searchApi.search,
    handler: (request) =>
      database.read(accessOf(request).offices, async (db) => ({
        items: await searchEverything(db, request.query.q),
      })),
  })
}
