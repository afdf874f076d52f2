import { z } from 'zod'
import { edited, id, idParams, line, listQuery, named, page, text, version } from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['questions']

export const question = z
  .object({
    id,
    sessionId: id,
    text: z.string(),
    topic: z.string().nullable(),
    origin: z
      .enum(['advance', 'floor'])
      .describe('Asked before, on the personal page, or in the room'),
    offRecord: z.boolean(),
    journalist: z.object({ id, fullName: z.string() }).nullable(),
    outlet: named.nullable(),
    answerText: z.string().nullable(),
    answeredBy: z.string().nullable(),
    ...edited,
  })
  .meta({ id: 'Question' })
export type Question = z.infer<typeof question>

const details = {
  topic: line(120).nullish(),
  answerText: text().nullish(),
  answeredBy: line(160).nullish(),
}

export const questionsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/questions',
    config: { roles: staff },
    schema: {
      summary: 'Questions of a session, first asked first; off-record ones only in the own office',
      tags,
      params: idParams,
      querystring: z.strictObject({ limit: listQuery.limit, cursor: listQuery.cursor }),
      response: { '2xx': page(question) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/questions',
    config: { roles: editors },
    schema: {
      summary: 'Record a question from the floor',
      tags,
      params: idParams,
      body: z.strictObject({
        text: line(2000),
        journalistId: id.nullish(),
        outletId: id.nullish(),
        offRecord: z.boolean().default(false),
        ...details,
      }),
      response: { '2xx': question },
    },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/questions/:id',
    config: { roles: editors },
    schema: {
      summary: 'Change a question or record its answer',
      tags,
      params: idParams,
      body: z.strictObject({
        version,
        text: line(2000).optional(),
        offRecord: z.boolean().optional(),
        ...details,
      }),
      response: { '2xx': question },
    },
  }),
}
