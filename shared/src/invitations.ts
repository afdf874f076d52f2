import { z } from 'zod'
import {
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
import { answer, givenAnswer } from './invitation-states.ts'
import { editors, staff } from './roles.ts'

const tags = ['invitations']

export const deliveryChannel = z.enum(['whatsapp', 'email', 'letter', 'phone'])
export const deliveryKind = z.enum(['invitation', 'reminder', 'reschedule', 'cancel', 'thanks'])

export const delivery = z
  .object({
    id,
    channel: deliveryChannel,
    kind: deliveryKind,
    state: z
      .enum(['marked', 'queued', 'sent', 'kept', 'failed'])
      .describe('`marked`: a person says it was sent; `kept`: no mail server is set up'),
    at: instant,
    by: named.nullable(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof delivery>

export const invitation = z
  .object({
    id,
    sessionId: id,
    journalist: z.object({ id, fullName: z.string() }),
    outlet: named.nullable().describe('The outlet represented, frozen when invited'),
    answer,
    holdsSeat: z.boolean(),
    waitlistedAt: instant.nullable(),
    partySize: z.int(),
    respondedAt: instant.nullable(),
    declineReason: z.string().nullable(),
    lastDelivery: delivery.nullable(),
    hasPhone: z.boolean(),
    hasEmail: z.boolean(),
    createdAt: instant,
    version,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof invitation>

/** One entry of the append-only history of answers. */
export const response = z
  .object({
    id,
    from: answer,
    to: answer,
    at: instant,
    by: z
      .object({ kind: z.enum(['journalist', 'officer', 'system']), name: z.string().nullable() })
      .describe(
        'By personal link, by an officer on behalf, or by the system (a freed seat, a moved date)',
      ),
    reason: z.string().nullable(),
    note: z.string().nullable().describe('What the guest wrote to the hosts'),
  })
  .meta({ id: 'Response' })

export const invitationDetail = invitation
  .extend({ responses: z.array(response), deliveries: z.array(delivery) })
  .meta({ id: 'InvitationDetail' })
export type InvitationDetail = z.infer<typeof invitationDetail>

/** Why somebody asked for was not invited. */
export const skipReason = z.enum([
  'already_invited',
  'repeated',
  'opted_out',
  'archived',
  'unknown',
  'unknown_outlet',
])

export const invitationsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/invitations',
    config: { roles: staff },
    schema: {
      summary: 'Invitations of a session, in the order invited',
      tags,
      params: idParams,
      querystring: z.strictObject({
        ...listQuery,
        answer: several(answer).optional(),
        sort: z.enum(['createdAt', 'name', 'waitlistedAt', '-respondedAt']).optional(),
      }),
      response: { '2xx': page(invitation) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/invitations',
    config: { roles: editors },
    schema: {
      summary: 'Invite up to 500 journalists at once; sends nothing. Who is left out is named',
      tags,
      params: idParams,
      body: z.strictObject({
        invitees: z
          .array(
            z.strictObject({
              journalistId: id,
              outletId: id.nullish().describe('The primary outlet of today when absent'),
            }),
          )
          .min(1)
          .max(500),
      }),
      response: {
        '2xx': z.object({
          created: z.array(invitation),
          skipped: z.array(z.object({ journalistId: id, reason: skipReason })),
        }),
      },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/invitations/:id',
    config: { roles: staff },
    schema: {
      summary: 'One invitation with its answers and deliveries',
      tags,
      params: idParams,
      response: { '2xx': invitationDetail },
    },
  }),
  link: endpoint({
    method: 'GET',
    url: '/api/invitations/:id/link',
    config: { roles: editors },
    schema: {
      summary: 'The personal link, the message to send and the address that opens WhatsApp with it',
      tags,
      params: idParams,
      response: {
        '2xx': z.object({
          url: z.string(),
          message: z.string(),
          whatsappUrl: z.string().nullable().describe('Null without a phone number'),
        }),
      },
    },
  }),
  respond: endpoint({
    method: 'PUT',
    url: '/api/invitations/:id/response',
    config: { roles: editors },
    schema: {
      summary: "Answer on a guest's behalf; a full session puts `attending` on the waitlist",
      tags,
      params: idParams,
      body: z.strictObject({ answer: givenAnswer, reason: line(500).nullish() }),
      response: { '2xx': invitation },
    },
  }),
  deliver: endpoint({
    method: 'POST',
    url: '/api/invitations/:id/deliveries',
    config: { roles: editors },
    schema: {
      summary: '`email` is queued at once; the other channels record that a person sent it',
      tags,
      params: idParams,
      body: z.strictObject({ channel: deliveryChannel, kind: deliveryKind.default('invitation') }),
      response: { '2xx': delivery },
    },
  }),
  revoke: endpoint({
    method: 'DELETE',
    url: '/api/invitations/:id',
    config: { roles: editors },
    schema: {
      summary: 'Revoke an invitation: its link and pass stop working, its seat is freed',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
}

/** The form of the journalist's page. */
export const personalAnswer = z.strictObject({
  answer: givenAnswer.optional(),
  reason: text(500).optional(),
  note: text(1000).optional(),
  question: text(2000).optional(),
})
