import { z } from 'zod'
import { clockTime, id, idParams, instant, named } from './common.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './invitation-states.ts'
import { editors, staff } from './roles.ts'

const tags = ['reminders']

/** So many days before the day of the session (0: the day itself), at this time in the session's zone. */
export const reminderOffset = z.strictObject({
  daysBefore: z.int().min(0).max(60),
  at: clockTime,
})
export type ReminderOffset = z.infer<typeof reminderOffset>

/** The reminders of a session, each once. */
export const reminderOffsets = z
  .array(reminderOffset)
  .max(6)
  .refine(
    (list) => new Set(list.map(({ daysBefore, at }) => `${daysBefore} ${at}`)).size === list.length,
    { params: { key: 'remindersOnce' } },
  )

/** Names one of them: `3-0900` is three days before, at 09.00. */
export const reminderStepName = z.string().regex(/^\d{1,2}-\d{4}$/)

const counts = z.object({
  silent: z.int(),
  maybe: z.int(),
  attending: z.int(),
  byMail: z.int(),
  byWhatsapp: z.int().describe('By the official service, or by an officer from the queue'),
  unreachable: z.int(),
})

export const reminderStep = z
  .object({
    step: reminderStepName,
    daysBefore: z.int(),
    at: clockTime,
    dueAt: instant,
    sendsAt: instant.describe('Later than due when that falls into quiet hours'),
    state: z
      .enum(['planned', 'paused', 'sent', 'failed', 'missed', 'off'])
      .describe(
        '`failed`: it went, but not to all; it is tried again for a while, and can be sent again by hand to the rest; `missed`: its time had passed before anybody could be reminded; `off`: the session is not open',
      ),
    missedBecause: z
      .enum(['planned_late', 'paused', 'no_time', 'not_sent'])
      .nullable()
      .describe(
        'Of a missed one. `planned_late`: the session was published or moved, or the reminder set, after its time; `paused`: it was paused then; `no_time`: the quiet hours end only after the start; `not_sent`: nothing sent reminders at its time. Null where that is no longer known',
      ),
    recipients: counts.describe('As things stand now; for a sent or failed one, whom it reached'),
    sentAt: instant.nullable(),
    version: z.int().describe('0 while nothing was decided about it'),
  })
  .meta({ id: 'ReminderStep' })
export type ReminderStep = z.infer<typeof reminderStep>

/** Where reminders of a session come from. */
const source = z.enum(['session', 'series', 'office'])

const steps = z.object({ source, items: z.array(reminderStep) })

const stepParams = z.strictObject({ id, step: reminderStepName })

export const remindersApi = {
  upcoming: endpoint({
    method: 'GET',
    url: '/api/reminders',
    config: { roles: staff },
    schema: {
      summary: 'What goes out in the next 60 days in the own office, soonest first; at most 200',
      tags,
      response: {
        '2xx': z.object({
          items: z.array(
            reminderStep.extend({
              session: z.object({
                id,
                title: z.string(),
                startsAt: instant,
                timeZone: z.string(),
              }),
            }),
          ),
        }),
      },
    },
  }),
  list: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/reminders',
    config: { roles: staff },
    schema: {
      summary: 'The reminders of a session: what goes out when, to whom',
      tags,
      params: idParams,
      response: { '2xx': steps },
    },
  }),
  recipients: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/reminders/:step/recipients',
    config: { roles: staff },
    schema: {
      summary: 'Whom a reminder would reach now, how, and with which words',
      tags,
      params: stepParams,
      response: {
        '2xx': z.object({
          items: z.array(
            z.object({
              invitationId: id,
              journalist: z.object({ id, fullName: z.string() }),
              outlet: named.nullable(),
              answer,
              about: z.enum(['reminder_silent', 'reminder_maybe', 'reminder_attending']),
              channel: z.enum(['email', 'whatsapp']).nullable().describe('Null: no way to reach'),
            }),
          ),
        }),
      },
    },
  }),
  pause: endpoint({
    method: 'PUT',
    url: '/api/sessions/:id/reminders/:step',
    config: { roles: editors },
    schema: {
      summary: 'Pause a reminder, or let it go out again',
      tags,
      params: stepParams,
      body: z.strictObject({ paused: z.boolean() }),
      response: { '2xx': steps },
    },
  }),
  sendNow: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/reminders/:step/sending',
    config: { roles: editors },
    schema: {
      summary:
        'Send a reminder now instead of at its time, or again to those whom a failed one did not reach; 409 `closed` when it was sent',
      tags,
      params: stepParams,
      response: { '2xx': steps },
    },
  }),
}
