import { seriesApi } from '@ngopi/shared/series'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import type { SessionChangeHooks } from '../sessions/session-change-commands.ts'
import { archiveSeries, createSeries, restoreSeries, updateSeries } from './commands.ts'
import { previewChange, previewRule } from './preview-queries.ts'
import { getSeries, listSeries } from './queries.ts'
import { splitSeriesAt } from './split-commands.ts'

const present = () => new Date().toISOString()

/** The series that sessions belong to; `guests` is told what a change means for those invited. */
export function seriesRoutes(
  app: App,
  { database, cursors }: Deps,
  guests: SessionChangeHooks,
): void {
  app.route({
    ...seriesApi.list,
    handler: (request) => {
      const { offices } = accessOf(request)
      return database.read(offices, (db) =>
        listSeries(db, { cursors, offices, asked: request.query }),
      )
    },
  })

  app.route({
    ...seriesApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getSeries(db, request.params.id)),
  })

  app.route({
    ...seriesApi.preview,
    handler: (request) => {
      const { officeId, offices } = accessOf(request)
      return database.read(offices, (db) =>
        previewRule(db, { officeId, question: request.body, now: present() }),
      )
    },
  })

  app.route({
    ...seriesApi.create,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) =>
        createSeries(tx, {
          officeId: accessOf(request).officeId,
          given: request.body,
          now: present(),
        }),
      ),
  })

  app.route({
    ...seriesApi.previewUpdate,
    handler: (request) => {
      const { officeId, offices } = accessOf(request)
      const { from, ...changes } = request.body
      const { id } = request.params
      return database.read(offices, (db) =>
        previewChange(db, { id, officeId, from, changes, now: present() }),
      )
    },
  })

  app.route({
    ...seriesApi.update,
    handler: (request, reply) => {
      const { version, ...changes } = request.body
      const { id } = request.params
      return perform({ database, request, reply }, (tx) =>
        updateSeries(tx, { id, version, changes, guests, now: present() }),
      )
    },
  })

  app.route({
    ...seriesApi.split,
    handler: (request, reply) => {
      const { version, from, ...changes } = request.body
      const { id } = request.params
      return perform({ database, request, reply, status: 201 }, (tx) =>
        splitSeriesAt(tx, { id, version, from, changes, guests, now: present() }),
      )
    },
  })

  app.route({
    ...seriesApi.archive,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        archiveSeries(tx, { id: request.params.id, now: present() }),
      ),
  })

  app.route({
    ...seriesApi.restore,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        restoreSeries(tx, { id: request.params.id, now: present() }),
      ),
  })
}
