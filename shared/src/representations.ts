import { z } from 'zod'
import { id, idParams, instant, named } from './common.ts'
import { keptByOffice } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { invitation, notify } from './invitations.ts'
import { editors, staff } from './roles.ts'

const tags = ['representations']

/** Somebody with a forwarded link who says whom they represent. */
export const representation = z
  .object({
    id,
    invitation: z.object({
      id,
      journalist: z.object({ id, fullName: z.string() }),
      outlet: named.nullable(),
    }),
    fullName: z.string(),
    phone: keptByOffice(),
    email: keptByOffice(),
    outletName: z.string().nullable().describe('Where it is not the outlet invited'),
    state: z.enum(['pending', 'substituted', 'invited', 'refused']),
    known: z
      .array(z.object({ id, fullName: z.string(), outlet: named.nullable() }))
      .describe('Journalists it may be, by number, address or name'),
    createdAt: instant,
    decidedAt: instant.nullable(),
    decidedBy: named.nullable(),
  })
  .meta({ id: 'Representation' })
export type Representation = z.infer<typeof representation>

export const representationsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/representations',
    config: { roles: staff },
    schema: {
      summary: 'Who came with a forwarded link, those who wait first; at most 200',
      tags,
      params: idParams,
      response: { '2xx': z.object({ items: z.array(representation) }) },
    },
  }),
  decide: endpoint({
    method: 'PUT',
    url: '/api/representations/:id/decision',
    config: { roles: editors },
    schema: {
      summary:
        '`substitute`: takes the place of the guest; `invite`: gets an invitation of their own; `refuse`',
      tags,
      params: idParams,
      body: z.strictObject({
        decision: z.enum(['substitute', 'invite', 'refuse']),
        journalistId: id
          .nullish()
          .describe('Who it is; when absent a provisional journalist is made'),
        notify: notify.default(true),
      }),
      response: { '2xx': z.object({ representation, invitation: invitation.nullable() }) },
    },
  }),
}
