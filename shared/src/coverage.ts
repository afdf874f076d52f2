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
  webAddress,
} from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['coverage']

export const coverageKind = z.enum(['online', 'print', 'broadcast'])
export const coverageState = z.enum(['suggested', 'accepted', 'dismissed'])
export const coverageOrigin = z.enum(['manual', 'feed', 'journalist'])

/** Own reporting, a rewritten release, or taken over from elsewhere; counted apart. */
export const reporting = z.enum(['own', 'release', 'syndicated'])

/** How much of the piece is about the office. */
export const depth = z.enum(['mention', 'part', 'main'])

/** A judgement by a person, never by a machine. */
export const tone = z.enum(['positive', 'neutral', 'negative', 'mixed'])
export type Tone = z.infer<typeof tone>

export const review = z
  .object({
    id,
    decision: z.enum(['accepted', 'dismissed']),
    headlineTone: tone.nullable(),
    bodyTone: tone.nullable(),
    note: z.string().nullable(),
    by: named,
    at: instant,
  })
  .meta({ id: 'Review' })

export const coverage = z
  .object({
    id,
    officeId: id,
    kind: coverageKind,
    url: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    title: z.string(),
    publishedAt: instant,
    author: z.string().nullable(),
    excerpt: z.string().nullable(),
    placement: z.string().nullable().describe('Page of a paper, or programme and air time'),
    outlet: named,
    journalist: z.object({ id, fullName: z.string() }).nullable(),
    session: z.object({ id, title: z.string(), startsAt: instant }).nullable(),
    questionId: id
      .nullable()
      .describe('What it came of; absent where the question is out of sight'),
    question: z.object({ id, text: z.string() }).nullable(),
    state: coverageState,
    origin: coverageOrigin,
    reporting: reporting.nullable(),
    depth: depth.nullable(),
    spokespersonQuoted: z.boolean().nullable(),
    reviewedAt: instant.nullable(),
    reviews: z.array(review).describe('Newest first'),
    ...edited,
  })
  .meta({ id: 'Coverage' })
export type Coverage = z.infer<typeof coverage>

export const coverageListItem = coverage
  .omit({ reviews: true, excerpt: true, question: true })
  .extend({ latestReview: review.nullable() })
  .meta({ id: 'CoverageListItem' })
export type CoverageListItem = z.infer<typeof coverageListItem>

const details = {
  author: line(200).nullish(),
  excerpt: text(2000).nullish(),
  placement: line(200).nullish(),
  journalistId: id.nullish(),
  sessionId: id.nullish(),
  questionId: id.nullish(),
  reporting: reporting.nullish(),
  depth: depth.nullish(),
  spokespersonQuoted: z.boolean().nullish(),
}

export const newCoverage = z
  .strictObject({
    kind: coverageKind,
    url: webAddress.nullish(),
    title: line(400),
    publishedAt: instant,
    outletId: id,
    ...details,
  })
  .refine((c) => c.kind !== 'online' || !!c.url, {
    path: ['url'],
    params: { key: 'onlineNeedsUrl' },
  })

export const coverageChanges = z.strictObject({
  version,
  kind: coverageKind.optional(),
  url: webAddress.nullish(),
  title: line(400).optional(),
  publishedAt: instant.optional(),
  outletId: id.optional(),
  ...details,
})

export const coveragePreview = z
  .object({
    canonicalUrl: z.string(),
    title: z.string().nullable(),
    publishedAt: instant.nullable(),
    author: z.string().nullable(),
    outletId: id.nullable(),
    outletName: z.string().nullable(),
    excerpt: z.string().nullable(),
    imageUrl: z.string().nullable(),
    language: z.string().nullable(),
    duplicates: z.array(z.object({ id, title: z.string(), outlet: named })),
  })
  .meta({ id: 'CoveragePreview' })

export const coverageApi = {
  preview: endpoint({
    method: 'POST',
    url: '/api/coverage/preview',
    config: { roles: editors },
    schema: {
      summary: 'What an address tells before it is recorded: canonical form, outlet, duplicates',
      tags,
      body: z.strictObject({ url: webAddress }),
      response: { '2xx': coveragePreview },
    },
  }),
  list: endpoint({
    method: 'GET',
    url: '/api/coverage',
    config: { roles: staff },
    schema: {
      summary: 'Coverage, newest first',
      tags,
      querystring: z.strictObject({
        ...listQuery,
        sort: z.enum(['publishedAt', '-publishedAt']).optional(),
        state: several(coverageState).optional(),
        kind: several(coverageKind).optional(),
        reviewed: flag.optional(),
        outletId: id.optional(),
        journalistId: id.optional(),
        sessionId: id.optional(),
        from: calendarDate.optional(),
        to: calendarDate.optional(),
      }),
      response: { '2xx': page(coverageListItem) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/coverage',
    config: { roles: editors },
    schema: {
      summary: 'Record a placement; the same article again in the same outlet is 409 `duplicate`',
      tags,
      body: newCoverage,
      response: { '2xx': coverage },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/coverage/:id',
    config: { roles: staff },
    schema: {
      summary: 'One placement with its reviews',
      tags,
      params: idParams,
      response: { '2xx': coverage },
    },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/coverage/:id',
    config: { roles: editors },
    schema: {
      summary: 'Change a placement',
      tags,
      params: idParams,
      body: coverageChanges,
      response: { '2xx': coverage },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/coverage/:id',
    config: { roles: editors },
    schema: {
      summary: 'Archive a placement',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/coverage/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring an archived placement back',
      tags,
      params: idParams,
      response: { '2xx': coverage },
    },
  }),
  review: endpoint({
    method: 'POST',
    url: '/api/coverage/:id/reviews',
    config: { roles: staff },
    schema: {
      summary: 'Judge a placement; earlier judgements stay beside it',
      tags,
      params: idParams,
      body: z.strictObject({
        decision: z.enum(['accepted', 'dismissed']),
        headlineTone: tone.nullish(),
        bodyTone: tone.nullish(),
        note: text(2000).nullish(),
      }),
      response: { '2xx': coverage },
    },
  }),
}
