import { jobsApi } from '@ngopi/shared/jobs'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { discardJob, retryJob } from './commands.ts'
import { listJobs } from './queries.ts'

/** Background work of the own office, for its admins. */
export function jobRoutes(app: App, { database }: Deps): void {
  app.route({
    ...jobsApi.list,
    handler: (request) => database.read([accessOf(request).officeId], listJobs),
  })

  app.route({
    ...jobsApi.retry,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => retryJob(tx, request.params.id)),
  })

  app.route({
    ...jobsApi.discard,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => discardJob(tx, request.params.id)),
  })
}
