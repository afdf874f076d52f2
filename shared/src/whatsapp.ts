import { z } from 'zod'
import { id, idParams, instant, line, named, nothing } from './common.ts'
import { endpoint } from './endpoint.ts'
import { deliveryChannel, deliveryKind } from './invitations.ts'
import { editors, staff } from './roles.ts'

const tags = ['whatsapp']

/** Whom a message of kind `thanks` goes to. */
const afterwards = z
  .enum(['thanks', 'materials'])
  .describe(
    'After the session: only those who were there, or only those who were not and have materials to see',
  )

/** Whom a reminder sent by hand is meant for, by where the guest stands. */
export const reminded = z
  .enum(['silent', 'unconfirmed', 'maybe', 'attending'])
  .describe(
    'Of a reminder: whom it goes to. `silent` (when absent): who never answered; `unconfirmed`: who has not confirmed since the session moved; `maybe`, `attending`: who answered so. Whoever stands elsewhere by the time it would go out gets none',
  )
export type Reminded = z.infer<typeof reminded>

/** How far the queue of a session is. */
export const queueProgress = z
  .object({
    total: z.int(),
    waiting: z.int().describe('With those that somebody has in hand'),
    inHand: z.int().describe('Claimed by others at this moment'),
    sent: z.int(),
    skipped: z.int(),
    problems: z.int(),
    withdrawn: z.int().describe('No longer to be written to when their turn came'),
  })
  .meta({ id: 'QueueProgress' })
export type QueueProgress = z.infer<typeof queueProgress>

/** The guest to write to, kept for this officer until `claimedUntil`. */
export const queueItem = z
  .object({
    id,
    invitationId: id,
    kind: deliveryKind,
    journalist: z.object({ id, fullName: z.string() }),
    outlet: named.nullable(),
    phone: z.string().describe('E.164'),
    message: z.string(),
    whatsappUrl: z.string(),
    claimedUntil: instant,
    lastContact: instant.nullable().describe('When this guest was last written to'),
  })
  .meta({ id: 'QueueItem' })
export type QueueItem = z.infer<typeof queueItem>

const claimed = z.object({ item: queueItem.nullable(), progress: queueProgress })

/** A guest who is left out when many are written to, and why. */
const leftOut = z.object({
  invitationId: id,
  fullName: z.string(),
  reason: z
    .enum(['no_channel', 'no_mail_server', 'opted_out', 'no_template', 'not_invited', 'unknown'])
    .describe(
      '`no_mail_server`: only a mail would reach them and none can leave; `not_invited`: a reminder is of an invitation, and none was sent to them yet',
    ),
})

/** What is sent to many at once. */
const many = { kind: deliveryKind, reminds: reminded.optional() }

export const whatsappApi = {
  progress: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/whatsapp-queue',
    config: { roles: staff },
    schema: {
      summary:
        'How far each kind of message is, whom a mail would reach, and what is set up to send with',
      tags,
      params: idParams,
      response: {
        '2xx': z.object({
          service: z.boolean().describe('The official WhatsApp service'),
          mailServer: z
            .boolean()
            .describe('Without one mails are kept in the app and reach nobody'),
          kinds: z.array(
            z.object({
              kind: deliveryKind,
              eligible: z.int().describe('Guests who could be put into the queue now'),
              byMail: z
                .object({ guests: z.int(), leftOut: z.array(leftOut) })
                .describe(
                  'Whom sending this to all by mail would write to now, and whom it would not',
                ),
              progress: queueProgress,
            }),
          ),
        }),
      },
    },
  }),
  fill: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/whatsapp-queue',
    config: { roles: editors },
    schema: {
      summary:
        'Put everybody into the queue who has a number and was not yet written to about this',
      tags,
      params: idParams,
      body: z.strictObject({
        ...many,
        words: afterwards.optional(),
        invitationIds: z.array(id).max(500).optional(),
      }),
      response: { '2xx': z.object({ added: z.int(), progress: queueProgress }) },
    },
  }),
  claim: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/whatsapp-queue/claims',
    config: { roles: editors },
    schema: {
      summary:
        'The next guest, for five minutes for nobody else; whoever need not be written to any more is passed over',
      tags,
      params: idParams,
      body: z.strictObject({
        kind: deliveryKind,
        reminds: reminded.optional().describe('Of reminders: these guests alone'),
      }),
      response: { '2xx': claimed },
    },
  }),
  settle: endpoint({
    method: 'PUT',
    url: '/api/whatsapp-queue/:id/outcome',
    config: { roles: editors },
    schema: {
      summary: 'Mark a guest as written to, skipped, or with a number that does not work',
      tags,
      params: idParams,
      body: z.strictObject({
        outcome: z.enum(['sent', 'skipped', 'problem']),
        note: line(200).nullish(),
      }),
      response: { '2xx': z.object({ progress: queueProgress }) },
    },
  }),
  unsettle: endpoint({
    method: 'DELETE',
    url: '/api/whatsapp-queue/:id/outcome',
    config: { roles: editors },
    schema: {
      summary: 'Take a mark back; the guest waits again',
      tags,
      params: idParams,
      response: { '2xx': claimed },
    },
  }),
  release: endpoint({
    method: 'DELETE',
    url: '/api/whatsapp-queue/:id/claim',
    config: { roles: editors },
    schema: {
      summary: 'Let another officer have this guest',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  reach: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/reach',
    config: { roles: editors },
    schema: {
      summary: 'Whom sending this to all would reach now, each by the way that works, and whom not',
      tags,
      params: idParams,
      querystring: z.strictObject(many),
      response: {
        '2xx': z.object({
          byMail: z.int(),
          byService: z.int().describe('By WhatsApp, through the official service'),
          byOfficer: z
            .int()
            .describe('By WhatsApp, from the queue, with those who wait there already'),
          waiting: z.int().describe('Of `byOfficer`: who wait there already'),
          already: z.int().describe('Who got this already'),
          leftOut: z.array(leftOut),
        }),
      },
    },
  }),
  sendMany: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/deliveries',
    config: { roles: editors },
    schema: {
      summary:
        'Send to many at once, each by the way that reaches them; or by mail alone, or by the official WhatsApp service alone where it is set up',
      tags,
      params: idParams,
      body: z.strictObject({
        channel: deliveryChannel
          .extract(['email', 'whatsapp'])
          .optional()
          .describe(
            'Absent: to each by the way they prefer where it works, else by mail, else by WhatsApp, through the official service or, where that cannot say it, from the queue',
          ),
        ...many,
        words: afterwards.optional(),
        invitationIds: z
          .array(id)
          .max(500)
          .optional()
          .describe('All who were not yet written to about this when absent'),
        attachLetter: z.boolean().default(false),
      }),
      response: {
        '2xx': z.object({
          sent: z.int().describe('Queued, to go out now'),
          kept: z
            .int()
            .describe('Kept in the app and sent to nobody, because no mail server is set up'),
          queued: z.int().describe('Put into the WhatsApp queue, for an officer to write to'),
          left: z
            .int()
            .describe('Still to be written to, since one call writes to 100 at most: ask again'),
          skipped: z.array(leftOut),
        }),
      },
    },
  }),
}
