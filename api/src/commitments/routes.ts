import { commitmentsApi } from '@ngopi/shared/commitments'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import {
  archiveCommitment,
  changeCommitment,
  closeCommitment,
  makeCommitment,
  reopenCommitment,
  restoreCommitment,
} from './commands.ts'
import { tellOutcome } from './notify-commands.ts'
import { getCommitment, listCommitments, listOwners } from './queries.ts'

/** Promises made to the press. */
export function commitmentRoutes(app: App, { database, cursors, config }: Deps): void {
  const own = (request: Parameters<typeof accessOf>[0] & { params: { id: string } }) => ({
    officeId: accessOf(request).officeId,
    id: request.params.id,
  })

  app.route({
    ...commitmentsApi.list,
    handler: (request) => {
      const { offices } = accessOf(request)
      return database.read(offices, (db) =>
        listCommitments(db, { cursors, offices, asked: request.query }),
      )
    },
  })

  app.route({
    ...commitmentsApi.create,
    handler: (request, reply) => {
      const { officeId, id: userId } = accessOf(request)
      return perform({ database, request, reply, status: 201 }, (tx) =>
        makeCommitment(tx, { officeId, userId, given: request.body }),
      )
    },
  })

  app.route({
    ...commitmentsApi.owners,
    handler: async (request) => {
      const { offices, officeId } = accessOf(request)
      return { items: await database.read(offices, (db) => listOwners(db, officeId)) }
    },
  })

  app.route({
    ...commitmentsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getCommitment(db, request.params.id)),
  })

  app.route({
    ...commitmentsApi.update,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        changeCommitment(tx, { own: own(request), changes: request.body }),
      ),
  })

  app.route({
    ...commitmentsApi.settle,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        closeCommitment(tx, { own: own(request), settlement: request.body }),
      ),
  })

  app.route({
    ...commitmentsApi.reopen,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => reopenCommitment(tx, own(request))),
  })

  app.route({
    ...commitmentsApi.tell,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        tellOutcome(tx, {
          own: own(request),
          channel: request.body.channel,
          smtp: config.smtpUrl !== undefined,
        }),
      ),
  })

  app.route({
    ...commitmentsApi.archive,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => archiveCommitment(tx, own(request))),
  })

  app.route({
    ...commitmentsApi.restore,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => restoreCommitment(tx, own(request))),
  })
}
