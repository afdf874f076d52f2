import { z } from 'zod'
import {
  edited,
  flag,
  id,
  idParams,
  instant,
  line,
  named,
  nothing,
  searchText,
  version,
} from './common.ts'
import { tag } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { competenceLevel } from './journalists.ts'
import { platform } from './outlets.ts'
import { editors, staff } from './roles.ts'

const tags = ['segments']

/** From `min` to `max`, both inclusive; an absent end is open. */
export const countRange = z
  .strictObject({
    min: z.int().min(0).max(10_000).optional(),
    max: z.int().min(0).max(10_000).optional(),
  })
  .refine(({ min = 0, max = Number.POSITIVE_INFINITY }) => min <= max, {
    path: ['max'],
    params: { key: 'maxBelowMin' },
  })

/**
 * Which journalists: all conditions hold together, a list matches any of its values. The outlet meant is the
 * primary one of today. Counts are of sessions that have begun and were not cancelled, within `history.lastSessions`
 * (the latest of the office, or of one series).
 */
export const journalistFilter = z.strictObject({
  q: searchText.optional(),
  platforms: z.array(platform).max(10).optional(),
  cities: z.array(line(120)).max(50).optional(),
  outletTags: z.array(tag).max(50).optional(),
  outletIds: z.array(id).max(200).optional(),
  tags: z.array(tag).max(50).optional(),
  beats: z.array(tag).max(50).optional(),
  competenceLevels: z.array(competenceLevel).max(10).optional(),
  channel: z.enum(['whatsapp', 'email']).optional().describe('Can be reached this way'),
  provisional: z.boolean().optional(),
  history: z
    .strictObject({
      lastSessions: z.int().min(1).max(100).optional().describe('All of them when absent'),
      seriesId: id.optional(),
      invited: countRange.optional(),
      answered: countRange.optional(),
      attended: countRange.optional(),
      published: countRange
        .optional()
        .describe('Sessions with at least one coverage not dismissed'),
    })
    .optional(),
})
export type JournalistFilter = z.infer<typeof journalistFilter>

export const segment = z
  .object({
    id,
    name: z.string(),
    filter: journalistFilter,
    lastUse: z
      .object({
        at: instant,
        session: z.object({ id, title: z.string() }),
        size: z.int(),
      })
      .nullable(),
    ...edited,
  })
  .meta({ id: 'Segment' })
export type Segment = z.infer<typeof segment>

/** Who comes first where an outlet has more people than it may send; never how favourably they write. */
export const audiencePriority = z.enum(['attended', 'least_invited', 'competence', 'name'])
export type AudiencePriority = z.infer<typeof audiencePriority>

/** Why somebody who fits is not among those to invite. */
export const leftOutReason = z.enum([
  'opted_out',
  'no_channel',
  'archived',
  'already_invited',
  'over_cap',
])
export type LeftOutReason = z.infer<typeof leftOutReason>

const history = z.object({
  invited: z.int(),
  answered: z.int(),
  attended: z.int(),
  published: z.int(),
})

const person = { journalistId: id, fullName: z.string(), outlet: named.nullable() }

/** Whom to invite, evaluated at this moment. */
export const audience = z
  .object({
    size: z.int().describe('How many may be invited; `members` stops at 500'),
    members: z.array(
      z.object({ ...person, hasPhone: z.boolean(), hasEmail: z.boolean(), history }),
    ),
    leftOut: z.array(z.object({ ...person, reason: leftOutReason })).max(1000),
    leftOutSize: z.int().describe('`leftOut` stops at 1,000'),
    outlets: z.object({
      covered: z.int().describe('Outlets with somebody among those to invite or already invited'),
      notCovered: z.array(named).max(200),
      notCoveredSize: z.int(),
    }),
    seats: z
      .object({
        capacity: z.int().nullable(),
        taken: z.int(),
        invited: z.int(),
        perOutlet: z.int().nullable().describe('The cap in force'),
      })
      .nullable()
      .describe('Null without a session'),
    since: z
      .object({
        at: instant,
        session: z.object({ id, title: z.string() }),
        added: z.array(named).max(500),
        removed: z.array(named).max(500),
      })
      .nullable()
      .describe('What changed since the segment was last used'),
  })
  .meta({ id: 'Audience' })
export type Audience = z.infer<typeof audience>

export const segmentsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/segments',
    config: { roles: staff },
    schema: {
      summary: 'Saved segments of the own office, by name; at most 200',
      tags,
      querystring: z.strictObject({ archived: flag.optional() }),
      response: { '2xx': z.object({ items: z.array(segment) }) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/segments',
    config: { roles: editors },
    schema: {
      summary: 'Save a filter under a name',
      tags,
      body: z.strictObject({ name: line(120), filter: journalistFilter }),
      response: { '2xx': segment },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/segments/:id',
    config: { roles: staff },
    schema: { summary: 'One segment', tags, params: idParams, response: { '2xx': segment } },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/segments/:id',
    config: { roles: editors },
    schema: {
      summary: 'Rename a segment or change its filter',
      tags,
      params: idParams,
      body: z.strictObject({
        version,
        name: line(120).optional(),
        filter: journalistFilter.optional(),
      }),
      response: { '2xx': segment },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/segments/:id',
    config: { roles: editors },
    schema: { summary: 'Archive a segment', tags, params: idParams, response: { '2xx': nothing } },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/segments/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring an archived segment back',
      tags,
      params: idParams,
      response: { '2xx': segment },
    },
  }),
  evaluate: endpoint({
    method: 'POST',
    url: '/api/audiences',
    config: { roles: staff },
    schema: {
      summary: 'Whom a filter or a segment holds now, and who is left out why; changes nothing',
      tags,
      body: z
        .strictObject({
          filter: journalistFilter.optional(),
          segmentId: id.optional(),
          sessionId: id.optional().describe('Leaves out who is invited to it'),
          perOutlet: z
            .int()
            .min(1)
            .max(500)
            .nullish()
            .describe('Seats per outlet; that of the session when absent, null: no cap'),
          priority: audiencePriority.default('attended'),
        })
        .refine((asked) => (asked.filter === undefined) !== (asked.segmentId === undefined), {
          path: ['filter'],
          params: { key: 'filterOrSegment' },
        }),
      response: { '2xx': audience },
    },
  }),
}
