import { z } from 'zod'
import {
  calendarDate,
  edited,
  flag,
  id,
  idParams,
  instant,
  line,
  listQuery,
  named,
  nothing,
  page,
  several,
  text,
  version,
} from './common.ts'
import { endpoint } from './endpoint.ts'
import { preferredChannel } from './journalists.ts'
import { editors, staff } from './roles.ts'

const tags = ['commitments']

export const commitmentState = z.enum(['open', 'kept', 'dropped'])
export type CommitmentState = z.infer<typeof commitmentState>

/** A promise made to the press, with its owner and the day it is due. */
export const commitment = z
  .object({
    id,
    officeId: id,
    session: z.object({ id, title: z.string(), startsAt: instant }).nullable(),
    question: z.object({ id, text: z.string() }).nullable(),
    journalist: z.object({ id, fullName: z.string() }).nullable(),
    preferredChannel: preferredChannel.nullable().describe('How the journalist wants to be told'),
    text: z.string(),
    offRecord: z.boolean(),
    owner: named,
    dueOn: calendarDate,
    overdue: z.boolean().describe("Open, and its day has passed in the office's zone"),
    state: commitmentState,
    outcome: z.string().nullable().describe('What was answered, or why it was dropped'),
    settledAt: instant.nullable(),
    toldAt: instant.nullable(),
    toldChannel: preferredChannel.nullable(),
    ...edited,
  })
  .meta({ id: 'Commitment' })
export type Commitment = z.infer<typeof commitment>

const details = {
  text: line(1000),
  ownerId: id,
  dueOn: calendarDate,
  offRecord: z.boolean(),
}

const to = {
  sessionId: id.nullish(),
  questionId: id.nullish(),
  journalistId: id.nullish().describe('To whom; the asker of the question when absent'),
}

export const commitmentsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/commitments',
    config: { roles: staff },
    schema: {
      summary: 'Commitments, the next due first; off-record ones only in the own office',
      tags,
      querystring: z.strictObject({
        ...listQuery,
        state: several(commitmentState).optional(),
        overdue: flag.optional(),
        ownerId: id.optional(),
        sessionId: id.optional(),
        journalistId: id.optional(),
        sort: z.enum(['dueOn', '-dueOn', '-createdAt']).optional(),
      }),
      response: { '2xx': page(commitment) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/commitments',
    config: { roles: editors },
    schema: {
      summary: 'Record a promise; one made on an off-record question is off the record',
      tags,
      body: z.strictObject({
        ...details,
        ...to,
        ownerId: id.nullish().describe('Oneself when absent'),
        offRecord: z.boolean().default(false),
      }),
      response: { '2xx': commitment },
    },
  }),
  owners: endpoint({
    method: 'GET',
    url: '/api/commitments/owners',
    config: { roles: staff },
    schema: {
      summary: 'Who in the own office may own a promise, by name',
      tags,
      response: { '2xx': z.object({ items: z.array(named) }) },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/commitments/:id',
    config: { roles: staff },
    schema: { summary: 'One commitment', tags, params: idParams, response: { '2xx': commitment } },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/commitments/:id',
    config: { roles: editors },
    schema: {
      summary: 'Change a commitment',
      tags,
      params: idParams,
      body: z.strictObject({ version, ...z.object(details).partial().shape }),
      response: { '2xx': commitment },
    },
  }),
  settle: endpoint({
    method: 'PUT',
    url: '/api/commitments/:id/outcome',
    config: { roles: staff },
    schema: {
      summary:
        'Say that a promise was kept, with the answer, or dropped, with the reason; a manager may too',
      tags,
      params: idParams,
      body: z.strictObject({
        version,
        state: commitmentState.extract(['kept', 'dropped']),
        outcome: text(4000).min(1),
      }),
      response: { '2xx': commitment },
    },
  }),
  reopen: endpoint({
    method: 'DELETE',
    url: '/api/commitments/:id/outcome',
    config: { roles: staff },
    schema: {
      summary: 'Open a settled promise again',
      tags,
      params: idParams,
      response: { '2xx': commitment },
    },
  }),
  tell: endpoint({
    method: 'POST',
    url: '/api/commitments/:id/telling',
    config: { roles: editors },
    schema: {
      summary:
        'Tell the journalist what came of it: a mail is queued, other channels record that a person did',
      tags,
      params: idParams,
      body: z.strictObject({ channel: preferredChannel }),
      response: {
        '2xx': z.object({
          commitment,
          message: z.string(),
          whatsappUrl: z.string().nullable(),
        }),
      },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/commitments/:id',
    config: { roles: editors },
    schema: {
      summary: 'Archive a commitment',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/commitments/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring an archived commitment back',
      tags,
      params: idParams,
      response: { '2xx': commitment },
    },
  }),
}
