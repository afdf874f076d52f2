import { z } from 'zod'
import {
  edited,
  id,
  idParams,
  instant,
  line,
  listQuery,
  named,
  page,
  text,
  version,
} from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['questions']

/** Whose turn it is in the room. */
export const questionState = z.enum(['waiting', 'live', 'answered', 'set_aside'])
export type QuestionState = z.infer<typeof questionState>

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
    askerName: z.string().nullable().describe('As called out, where nobody known by record asked'),
    answerText: z.string().nullable(),
    answeredBy: z.string().nullable(),
    state: questionState,
    place: z
      .number()
      .nullable()
      .describe('Order set by hand; null: by the time asked, after those placed'),
    askedAt: instant.nullable().describe('When its turn came'),
    answeredAt: instant.nullable(),
    commitments: z.array(
      z.object({
        id,
        text: z.string(),
        dueOn: z.string(),
        state: z.enum(['open', 'kept', 'dropped']),
      }),
    ),
    coverage: z.array(z.object({ id, title: z.string() })).describe('What was published of it'),
    inMinutes: z
      .array(z.int())
      .optional()
      .describe(
        'Answer to a change that takes it off the record: versions of the minutes that hold it as they were saved',
      ),
    ...edited,
  })
  .meta({ id: 'Question' })
export type Question = z.infer<typeof question>

const details = {
  topic: line(120).nullish(),
  answerText: text().nullish(),
  answeredBy: line(160).nullish(),
  askerName: line(160).nullish(),
}

export const questionsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/questions',
    config: { roles: staff },
    schema: {
      summary:
        'Questions of a session in the order of the room; off-record ones only in the own office',
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
        state: questionState
          .optional()
          .describe('`live` sets the one that was live to answered or waiting'),
        ...details,
      }),
      response: { '2xx': question },
    },
  }),
  order: endpoint({
    method: 'PUT',
    url: '/api/sessions/:id/questions/order',
    config: { roles: editors },
    schema: {
      summary:
        'Put the questions of a session in an order; those not named follow by the time asked',
      tags,
      params: idParams,
      body: z.strictObject({ questionIds: z.array(id).max(500) }),
      response: { '2xx': z.object({ items: z.array(question) }) },
    },
  }),
}
