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
  nothing,
  page,
  several,
  text,
  timeZone,
  version,
  webAddress,
} from './common.ts'
import { endpoint } from './endpoint.ts'
import { calendarWarning } from './holidays.ts'
import { answerCounts } from './invitation-states.ts'
import { reminderOffset, reminderOffsets } from './reminders.ts'
import { editors, everyone } from './roles.ts'

const tags = ['sessions']

export const sessionStatus = z.enum(['draft', 'published', 'cancelled', 'done'])
export type SessionStatus = z.infer<typeof sessionStatus>

/** An item begins `offsetMinutes` after the start of the session, or where the one before it ends. */
export const agendaItem = z.strictObject({
  title: line(200),
  offsetMinutes: z.int().min(0).max(1440).nullish(),
  minutes: z.int().min(1).max(600).nullish(),
  speaker: line(200).nullish(),
})

export const agenda = z.array(
  z.object({
    title: z.string(),
    offsetMinutes: z.int().nullish(),
    minutes: z.int().nullable(),
    speaker: z.string().nullable(),
  }),
)

export const session = z
  .object({
    id,
    officeId: id,
    seriesId: id.nullable(),
    occurrenceDate: calendarDate
      .nullable()
      .describe('The day the series names for it, also after it moved'),
    offRule: z
      .enum(['undecided', 'kept'])
      .nullable()
      .describe('The series no longer names its day: to be decided, or kept by an officer'),
    title: z.string(),
    description: z.string().nullable(),
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    venue: z.string(),
    mapUrl: z.string().nullable(),
    entryNote: z.string().nullable().describe('What guests need to know to get in'),
    agenda,
    capacity: z.int().nullable().describe('Null: as many as come'),
    seatsTaken: z.int(),
    headcount: z.int().describe('Guests who hold a seat, with their crews'),
    rsvpClosesAt: instant,
    status: sessionStatus,
    cancelReason: z.string().nullable(),
    answers: answerCounts,
    warnings: z.array(calendarWarning),
    reminders: z
      .array(reminderOffset)
      .nullable()
      .describe('Null: those of the series, else of the office'),
    seatsPerOutlet: z
      .int()
      .nullable()
      .describe('How many to invite from one outlet; null: that of the series, else no cap'),
    ...edited,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof session>

export const sessionListItem = session
  .omit({
    description: true,
    agenda: true,
    entryNote: true,
    mapUrl: true,
    warnings: true,
    headcount: true,
    reminders: true,
    seatsPerOutlet: true,
  })
  .meta({ id: 'SessionListItem' })
export type SessionListItem = z.infer<typeof sessionListItem>

const details = {
  description: text().nullish(),
  mapUrl: webAddress.nullish(),
  entryNote: text(1000).nullish(),
  capacity: z.int().min(1).max(10_000).nullish(),
  reminders: reminderOffsets.nullish(),
  seatsPerOutlet: z.int().min(1).max(500).nullish(),
}

interface Span {
  startsAt?: string
  endsAt?: string
}

const endsAfterStart = ({ startsAt, endsAt }: Span) =>
  !startsAt || !endsAt || Date.parse(endsAt) > Date.parse(startsAt)

/** Days from the start of a session to its end, at most. */
const mostSessionDays = 14

/** Whether a session is no longer than a meeting with guests can be. */
export const endsInDays = ({ startsAt, endsAt }: Span): boolean =>
  !startsAt || !endsAt || Date.parse(endsAt) - Date.parse(startsAt) <= mostSessionDays * 86_400_000

export const newSession = z
  .strictObject({
    title: line(200),
    startsAt: instant,
    endsAt: instant,
    timeZone: timeZone.optional().describe("The office's zone when absent"),
    venue: line(200),
    seriesId: id.nullish(),
    rsvpClosesAt: instant.nullish().describe('The start when absent, and then moves with it'),
    agenda: z.array(agendaItem).max(50).default([]),
    ...details,
  })
  .refine(endsAfterStart, { path: ['endsAt'], params: { key: 'endBeforeStart' } })
  .refine(endsInDays, { path: ['endsAt'], params: { key: 'sessionTooLong' } })

export const sessionChanges = z
  .strictObject({
    version,
    title: line(200).optional(),
    startsAt: instant.optional(),
    endsAt: instant.optional(),
    timeZone: timeZone.optional(),
    venue: line(200).optional(),
    rsvpClosesAt: instant.nullish().describe('Null: the start again'),
    agenda: z.array(agendaItem).max(50).optional(),
    ...details,
  })
  .refine(endsAfterStart, { path: ['endsAt'], params: { key: 'endBeforeStart' } })
  .refine(endsInDays, { path: ['endsAt'], params: { key: 'sessionTooLong' } })

export const sessionSort = z.enum(['startsAt', '-startsAt', 'title', '-title'])

/** What a change of date, time or place means for the guests. */
export const moveEffect = z
  .object({
    notified: z.int().describe('Guests who are told, since they know of the present one'),
    toReconfirm: z.int().describe('Of these, who counted on it and is asked to confirm again'),
    reopens: z.boolean().describe('Answers, closed already, are open again until the new start'),
  })
  .meta({ id: 'MoveEffect' })
export type MoveEffect = z.infer<typeof moveEffect>

export const sessionsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/sessions',
    config: { roles: everyone },
    schema: {
      summary: 'Sessions, next first unless sorted otherwise',
      tags,
      querystring: z.strictObject({
        ...listQuery,
        sort: sessionSort.optional(),
        from: calendarDate.optional().describe("First day, in the office's zone"),
        to: calendarDate.optional().describe("Last day, inclusive, in the office's zone"),
        status: several(sessionStatus).optional(),
        seriesId: id.optional(),
        upcoming: flag.optional().describe('`1`: not yet over; `0`: over'),
      }),
      response: { '2xx': page(sessionListItem) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/sessions',
    config: { roles: editors },
    schema: {
      summary: 'Plan a session, as a draft',
      tags,
      body: newSession,
      response: { '2xx': session },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/sessions/:id',
    config: { roles: everyone },
    schema: { summary: 'One session', tags, params: idParams, response: { '2xx': session } },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/sessions/:id',
    config: { roles: editors },
    schema: {
      summary:
        'Change a session; another date, time or place is told to the guests, who confirm again while answers are open, and for another day always',
      tags,
      params: idParams,
      body: sessionChanges,
      response: { '2xx': session },
    },
  }),
  effect: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/effect',
    config: { roles: editors },
    schema: {
      summary: 'What another date, time or place would mean for the guests now; changes nothing',
      tags,
      params: idParams,
      body: z.strictObject({
        startsAt: instant.optional(),
        endsAt: instant.optional(),
        venue: line(200).optional(),
        rsvpClosesAt: instant.nullish(),
      }),
      response: { '2xx': moveEffect },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/sessions/:id',
    config: { roles: editors },
    schema: {
      summary: 'Archive a session that is not published',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring an archived session back',
      tags,
      params: idParams,
      response: { '2xx': session },
    },
  }),
  publish: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/publication',
    config: { roles: editors },
    schema: {
      summary: 'Open the session for answers; sends nothing',
      tags,
      params: idParams,
      response: { '2xx': session },
    },
  }),
  cancel: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/cancellation',
    config: { roles: editors },
    schema: {
      summary: 'Cancel the session; personal pages say so and why',
      tags,
      params: idParams,
      body: z.strictObject({ reason: line(500) }),
      response: { '2xx': session },
    },
  }),
  keep: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/exception',
    config: { roles: editors },
    schema: {
      summary: 'Keep a session although its series no longer names its day',
      tags,
      params: idParams,
      response: { '2xx': session },
    },
  }),
  complete: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/completion',
    config: { roles: editors },
    schema: {
      summary:
        'Close a session that has begun: answers are closed, unmarked guests become absent (excused where named, or where they had declined), counts are kept as they are; attendance stays open to correction',
      tags,
      params: idParams,
      body: z
        .strictObject({
          excused: z
            .array(z.strictObject({ invitationId: id, reason: line(500).nullish() }))
            .max(2000)
            .default([])
            .describe('Unmarked guests who are excused rather than absent'),
          absent: z
            .array(id)
            .max(2000)
            .default([])
            .describe('Unmarked guests who had declined and are absent all the same'),
        })
        .nullish(),
      response: { '2xx': session },
    },
  }),
}
