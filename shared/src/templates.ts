import { z } from 'zod'
import { id, instant, line, nothing, text, versionOrNone } from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['templates']

/**
 * What a message to a guest is about. A reminder differs by where the guest stands when it is sent; `thanks` goes to
 * those who came, `materials` in its place to those who did not; `seat` tells a waiting guest of a seat given, `offer`
 * of one held for a time; `reschedule` asks to confirm a new date, `moved` tells of one where no answer is wanted or can be
 * given; `revoked` and `replaced` end the invitation of one guest.
 */
export const messageKind = z.enum([
  'invitation',
  'reminder_silent',
  'reminder_maybe',
  'reminder_attending',
  'reschedule',
  'moved',
  'cancel',
  'revoked',
  'replaced',
  'thanks',
  'materials',
  'seat',
  'offer',
])
export type MessageKind = z.infer<typeof messageKind>

/** In which a message is written. */
export const messageLanguage = z.enum(['id', 'en'])
export type MessageLanguage = z.infer<typeof messageLanguage>

/**
 * What a template may name in braces, as in `Yth. {nama}`. A line whose variable has nothing to say is left
 * out. `{{` and `}}` stand for the braces themselves.
 */
export const templateVariable = z.enum([
  'nama',
  'media',
  'acara',
  'hari',
  'jam',
  'tempat',
  'peta',
  'tautan',
  'batas',
  'alasan',
  'kantor',
  'narahubung',
  'telepon',
])
export type TemplateVariable = z.infer<typeof templateVariable>

const wording = {
  subject: line(200),
  body: text(4000).min(1),
}

export const messageTemplate = z
  .object({
    kind: messageKind,
    language: messageLanguage,
    subject: z.string(),
    body: z.string(),
    custom: z.boolean().describe('False: the shipped words'),
    serviceTemplate: z
      .string()
      .nullable()
      .describe('Name of the template approved by WhatsApp that says the same'),
    serviceParameters: z
      .array(templateVariable)
      .describe('Our variables in the order of its parameters'),
    version: z.int().describe('0 while the office never had words of its own'),
    updatedAt: instant.nullable(),
  })
  .meta({ id: 'MessageTemplate' })
export type MessageTemplate = z.infer<typeof messageTemplate>

const which = z.strictObject({ kind: messageKind, language: messageLanguage })

export const templatesApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/templates',
    config: { roles: staff },
    schema: {
      summary: 'The messages of the own office, of every kind and language',
      tags,
      response: { '2xx': z.object({ items: z.array(messageTemplate) }) },
    },
  }),
  save: endpoint({
    method: 'PUT',
    url: '/api/templates/:kind/:language',
    config: { roles: editors },
    schema: {
      summary: 'Put own words in place; a variable that is not known is an error with its place',
      tags,
      params: which,
      body: z.strictObject({
        version: versionOrNone,
        ...wording,
        serviceTemplate: z
          .string()
          .trim()
          .regex(/^[a-z0-9_]{1,512}$/)
          .nullish(),
        serviceParameters: z.array(templateVariable).max(20).default([]),
      }),
      response: { '2xx': messageTemplate },
    },
  }),
  reset: endpoint({
    method: 'DELETE',
    url: '/api/templates/:kind/:language',
    config: { roles: editors },
    schema: {
      summary: 'Take the shipped words again',
      tags,
      params: which,
      response: { '2xx': nothing },
    },
  }),
  preview: endpoint({
    method: 'POST',
    url: '/api/templates/preview',
    config: { roles: editors },
    schema: {
      summary: 'A message as a real guest would get it; nothing is saved or sent',
      tags,
      body: z.strictObject({
        ...which.shape,
        ...wording,
        invitationId: id.optional().describe('The guest invited last when absent'),
      }),
      response: {
        '2xx': z.object({
          guest: z.string().nullable().describe('Null: nobody was invited yet, a made-up guest'),
          subject: z.string(),
          text: z.string().describe('As pasted into WhatsApp'),
          html: z.string().describe('As a mail shows it'),
        }),
      },
    },
  }),
}
