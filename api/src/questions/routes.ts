import { questionsApi } from '@ngopi/shared/questions'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { askFromFloor, updateQuestion } from './commands.ts'
import { listQuestions } from './queries.ts'
import { orderQuestions } from './turn-commands.ts'

/** Questions asked before and during a session. */
export function questionRoutes(app: App, { database, cursors }: Deps): void {
  app.route({
    ...questionsApi.list,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        listQuestions(db, { cursors, sessionId: request.params.id, asked: request.query }),
      ),
  })

  app.route({
    ...questionsApi.create,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) =>
        askFromFloor(tx, {
          officeId: accessOf(request).officeId,
          sessionId: request.params.id,
          question: request.body,
        }),
      ),
  })

  app.route({
    ...questionsApi.update,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        updateQuestion(tx, {
          officeId: accessOf(request).officeId,
          id: request.params.id,
          changes: request.body,
        }),
      ),
  })

  app.route({
    ...questionsApi.order,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        orderQuestions(tx, {
          sessionId: request.params.id,
          questionIds: request.body.questionIds,
        }),
      ),
  })
}
