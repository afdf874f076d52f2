import { z } from 'zod'
import {
  calendarDate,
  edited,
  id,
  idParams,
  instant,
  line,
  listQuery,
  nothing,
  page,
  several,
  text,
  version,
} from './common.ts'
import { emailAddress, keptByOffice, phoneNumber, tag } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'
import { messageLanguage } from './templates.ts'

const tags = ['journalists']

/** How the person prefers to be reached. */
export const preferredChannel = z.enum(['whatsapp', 'email', 'phone', 'letter'])

/** Competence examined by the Press Council's scheme (UKW). */
export const competenceLevel = z.enum(['none', 'muda', 'madya', 'utama'])

/** Associations of journalists; not those of companies. */
export const journalistAssociation = z.enum(['PWI', 'AJI', 'IJTI', 'PFI'])

export const affiliation = z
  .object({
    id,
    outletId: id,
    outletName: z.string(),
    position: z.string().nullable(),
    isPrimary: z.boolean(),
    from: z.string().nullable(),
    until: z.string().nullable(),
  })
  .meta({ id: 'Affiliation' })

export const journalist = z
  .object({
    id,
    officeId: id,
    fullName: z.string(),
    titlePrefix: z.string().nullable(),
    titleSuffix: z.string().nullable(),
    phone: keptByOffice('E.164'),
    email: keptByOffice(),
    preferredChannel: preferredChannel.nullable(),
    language: messageLanguage.describe('In which messages to this person are written'),
    phoneProblemAt: instant.nullable().describe('The number was found not to work'),
    emailProblemAt: instant.nullable().describe('Mails to this address came back'),
    competenceLevel,
    competenceCardNumber: z.string().nullable(),
    competenceExpiresOn: z.string().nullable(),
    associations: z.array(journalistAssociation),
    beats: z.array(z.string()),
    affiliations: z.array(affiliation),
    tags: z.array(z.string()),
    notes: keptByOffice(),
    provisional: z.boolean().describe('Came as a walk-in and was not yet confirmed by an officer'),
    optedOutAt: instant.nullable().describe('Asked not to be invited any more'),
    ...edited,
  })
  .meta({ id: 'Journalist' })
export type Journalist = z.infer<typeof journalist>

export const journalistListItem = z
  .object({
    id,
    officeId: id,
    fullName: z.string(),
    titlePrefix: z.string().nullable(),
    titleSuffix: z.string().nullable(),
    phone: keptByOffice(),
    email: keptByOffice(),
    competenceLevel,
    beats: z.array(z.string()),
    tags: z.array(z.string()),
    provisional: z.boolean(),
    optedOutAt: instant.nullable(),
    primaryOutlet: z.object({ id, name: z.string(), position: z.string().nullable() }).nullable(),
    version,
    archivedAt: instant.nullable(),
  })
  .meta({ id: 'JournalistListItem' })
export type JournalistListItem = z.infer<typeof journalistListItem>

export const newAffiliation = z
  .strictObject({
    outletId: id,
    position: line(120).nullish(),
    isPrimary: z.boolean().default(false),
    from: calendarDate.nullish(),
    until: calendarDate.nullish(),
  })
  .refine((a) => !a.from || !a.until || a.from <= a.until, {
    path: ['until'],
    params: { key: 'untilBeforeFrom' },
  })

const affiliations = z
  .array(newAffiliation)
  .max(20)
  .refine((list) => list.filter((a) => a.isPrimary).length <= 1, { params: { key: 'onePrimary' } })

const details = {
  titlePrefix: line(60).nullish(),
  titleSuffix: line(60).nullish(),
  phone: phoneNumber.nullish(),
  email: emailAddress.nullish(),
  preferredChannel: preferredChannel.nullish(),
  competenceCardNumber: line(60).nullish(),
  competenceExpiresOn: calendarDate.nullish(),
  notes: text().nullish(),
}

export const newJournalist = z.strictObject({
  fullName: line(160),
  competenceLevel: competenceLevel.default('none'),
  language: messageLanguage.default('id'),
  associations: z.array(journalistAssociation).max(10).default([]),
  beats: z.array(tag).max(30).default([]),
  affiliations: affiliations.default([]),
  tags: z.array(tag).max(30).default([]),
  ...details,
})

/** Absent fields stay as they are; `affiliations` replaces the whole list. */
export const journalistChanges = z.strictObject({
  version,
  fullName: line(160).optional(),
  competenceLevel: competenceLevel.optional(),
  language: messageLanguage.optional(),
  associations: z.array(journalistAssociation).max(10).optional(),
  beats: z.array(tag).max(30).optional(),
  affiliations: affiliations.optional(),
  tags: z.array(tag).max(30).optional(),
  provisional: z.literal(false).optional().describe('Confirms a walk-in as a known journalist'),
  optedOut: z.boolean().optional(),
  phoneProblem: z.literal(false).optional().describe('The number works after all'),
  emailProblem: z.literal(false).optional().describe('The address works after all'),
  ...details,
})

export const journalistSort = z.enum(['name', '-name', 'createdAt', '-createdAt'])

export const journalistsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/journalists',
    config: { roles: staff },
    schema: {
      summary: 'Journalists, by name; with `q` by score',
      tags,
      querystring: z.strictObject({
        ...listQuery,
        sort: journalistSort.optional(),
        outletId: id.optional(),
        beat: several(tag).optional(),
        tag: several(tag).optional(),
        competenceLevel: several(competenceLevel).optional(),
        provisional: z.enum(['true', 'false']).optional(),
        notInvitedTo: id.optional().describe('Leaves out who is invited to this session'),
      }),
      response: { '2xx': page(journalistListItem) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/journalists',
    config: { roles: editors },
    schema: {
      summary: 'Record a journalist',
      tags,
      body: newJournalist,
      response: { '2xx': journalist },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/journalists/:id',
    config: { roles: staff },
    schema: {
      summary: 'One journalist, archived or not',
      tags,
      params: idParams,
      response: { '2xx': journalist },
    },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/journalists/:id',
    config: { roles: editors },
    schema: {
      summary: 'Change a journalist',
      tags,
      params: idParams,
      body: journalistChanges,
      response: { '2xx': journalist },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/journalists/:id',
    config: { roles: editors },
    schema: {
      summary: 'Archive a journalist',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/journalists/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring an archived journalist back',
      tags,
      params: idParams,
      response: { '2xx': journalist },
    },
  }),
  labels: endpoint({
    method: 'GET',
    url: '/api/labels',
    config: { roles: staff },
    schema: {
      summary: 'Tags and beats in use in the own office, for suggestions',
      tags,
      response: {
        '2xx': z.object({
          outletTags: z.array(z.string()),
          journalistTags: z.array(z.string()),
          beats: z.array(z.string()),
          cities: z.array(z.string()),
        }),
      },
    },
  }),
}
