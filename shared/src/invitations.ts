import { z } from 'zod'
import {
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
  version,
} from './common.ts'
import { keptByOffice } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { answer, crewRole, declineKind, givenAnswer } from './invitation-states.ts'
import { editors, staff } from './roles.ts'
import { messageKind } from './templates.ts'

const tags = ['invitations']

export const deliveryChannel = z.enum(['whatsapp', 'email', 'letter', 'phone'])
export const deliveryKind = z.enum(['invitation', 'reminder', 'reschedule', 'cancel', 'thanks'])

export const delivery = z
  .object({
    id,
    channel: deliveryChannel,
    kind: deliveryKind,
    about: messageKind
      .nullable()
      .describe('What it said: a freed or offered seat counts as an invitation'),
    state: z
      .enum(['marked', 'queued', 'sent', 'delivered', 'kept', 'failed', 'bounced', 'withdrawn'])
      .describe(
        '`marked`: a person says it was sent; `kept`: no mail server is set up; `delivered`: the official WhatsApp service says so; `withdrawn`: no longer true when its turn came',
      ),
    at: instant,
    by: named.nullable(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof delivery>

const partner = z.object({ invitationId: id, fullName: z.string() })

export const invitation = z
  .object({
    id,
    sessionId: id,
    journalist: z.object({ id, fullName: z.string() }),
    outlet: named.nullable().describe('The outlet represented, frozen when invited'),
    answer,
    holdsSeat: z.boolean(),
    waitlistedAt: instant.nullable(),
    queuePosition: z.int().nullable().describe('From 1; null for who waits for no seat'),
    partySize: z.int().describe('The guest with the crew: heads, not seats'),
    crew: z.array(z.object({ role: crewRole, name: z.string().nullable() })),
    offerExpiresAt: instant.nullable().describe('Until when an offered seat is held'),
    respondedAt: instant.nullable(),
    declineReason: keptByOffice(),
    declineKind: declineKind.nullable().describe('As `declineReason`'),
    substituteOf: partner.nullable().describe('Whose seat or place in the queue was taken over'),
    substitutedBy: partner.nullable(),
    group: z
      .object({ name: z.string(), places: z.int(), named: z.int() })
      .nullable()
      .describe('The outlet or pokja this guest coordinates, and how many were named so far'),
    namedBy: partner.nullable().describe('The coordinator who named this guest'),
    openRepresentations: z.int().describe('People with the forwarded link who wait for a decision'),
    lastDelivery: delivery.nullable(),
    hasPhone: z.boolean(),
    hasEmail: z.boolean(),
    createdAt: instant,
    version,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof invitation>

/** Who comes along; at most nine. */
export const crew = z.array(z.strictObject({ role: crewRole, name: line(160).nullish() })).max(9)

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
    reason: keptByOffice(),
    note: keptByOffice('What the guest wrote to the hosts'),
    afterDeadline: z.boolean().describe('Recorded by an officer when answers were closed'),
    moved: z.boolean().describe('The session moved; where `from` is `to`, the answer stayed'),
  })
  .meta({ id: 'Response' })

export const invitationDetail = invitation
  .extend({ responses: z.array(response), deliveries: z.array(delivery) })
  .meta({ id: 'InvitationDetail' })
export type InvitationDetail = z.infer<typeof invitationDetail>

/** Whether the guest who loses a place hears of it, with what takes it out of their calendar. */
export const notify = z
  .boolean()
  .describe('Tell the guest, by the way that reached them; false: stay silent')

const notifyQuery = z.strictObject({ notify: flag.prefault('true') })

/** Why somebody asked for was not invited. */
export const skipReason = z.enum([
  'already_invited',
  'repeated',
  'opted_out',
  'archived',
  'unknown',
  'unknown_outlet',
  'no_channel',
  'over_cap',
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
      body: z
        .strictObject({
          invitees: z
            .array(
              z.strictObject({
                journalistId: id,
                outletId: id.nullish().describe('The primary outlet of today when absent'),
                group: z
                  .strictObject({ name: line(120), places: z.int().min(1).max(50) })
                  .nullish()
                  .describe(
                    'An outlet or pokja for which this person names who comes; somebody invited already is made its coordinator and counts as created',
                  ),
              }),
            )
            .min(1)
            .max(500)
            .optional(),
          segmentId: id.optional().describe('Everybody the segment holds now; at most 500'),
          perOutlet: z.int().min(1).max(500).nullish().describe('As in an audience'),
          priority: z.enum(['attended', 'least_invited', 'competence', 'name']).optional(),
          except: z
            .array(id)
            .max(500)
            .optional()
            .describe('Journalists of the segment to leave out'),
        })
        .refine((asked) => (asked.invitees === undefined) !== (asked.segmentId === undefined), {
          path: ['invitees'],
          params: { key: 'inviteesOrSegment' },
        }),
      response: {
        '2xx': z.object({
          created: z.array(invitation),
          skipped: z.array(z.object({ journalistId: id, reason: skipReason })),
          standing: z
            .array(id)
            .describe('Of `created`: invited before, and only made a coordinator now'),
        }),
      },
    },
  }),
  withdraw: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/invitations/withdrawal',
    config: { roles: editors },
    schema: {
      summary:
        'Take back invitations of which nobody was told yet, all at once; who cannot be taken back is named',
      tags,
      params: idParams,
      body: z.strictObject({ invitationIds: z.array(id).min(1).max(5000) }),
      response: {
        '2xx': z.object({
          withdrawn: z.array(id).describe('Also those that were taken back before'),
          kept: z.array(
            z.object({
              invitationId: id,
              fullName: z.string(),
              reason: z
                .enum(['told', 'answered', 'unknown'])
                .describe(
                  '`told`: a message went out, or is about to; `unknown`: of no guest here',
                ),
            }),
          ),
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
      summary:
        "Answer on a guest's behalf, also after the deadline; a full session puts `attending` on the waitlist",
      tags,
      params: idParams,
      body: z.strictObject({
        answer: givenAnswer,
        reason: line(500).nullish(),
        declineKind: declineKind.nullish(),
        crew: crew.optional(),
      }),
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
      body: z.strictObject({
        channel: deliveryChannel,
        kind: deliveryKind.default('invitation'),
        attachLetter: z.boolean().default(false).describe('To a mail: the formal letter as PDF'),
      }),
      response: { '2xx': delivery },
    },
  }),
  takeBack: endpoint({
    method: 'DELETE',
    url: '/api/deliveries/:id',
    config: { roles: editors },
    schema: {
      summary: 'Take back the mark that something was sent; 409 `closed` for what really went out',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  substitute: endpoint({
    method: 'POST',
    url: '/api/invitations/:id/substitution',
    config: { roles: editors },
    schema: {
      summary:
        'Another journalist of the same outlet takes over the seat or the place in the queue; answers the invitation of the substitute',
      tags,
      params: idParams,
      body: z.strictObject({ journalistId: id, notify: notify.default(true) }),
      response: { '2xx': invitation },
    },
  }),
  undoSubstitution: endpoint({
    method: 'DELETE',
    url: '/api/invitations/:id/substitution',
    config: { roles: editors },
    schema: {
      summary: 'Swap back: the guest substituted has the seat or the place again',
      tags,
      params: idParams,
      querystring: notifyQuery,
      response: { '2xx': invitation },
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
      querystring: notifyQuery,
      response: { '2xx': nothing },
    },
  }),
}
