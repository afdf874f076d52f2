import { z } from 'zod'
import {
  calendarDate,
  clockTime,
  edited,
  id,
  idParams,
  instant,
  line,
  listQuery,
  nothing,
  page,
  plannableDate,
  text,
  timeZone,
  version,
  webAddress,
} from './common.ts'
import { endpoint } from './endpoint.ts'
import { calendarWarning } from './holidays.ts'
import { reminderOffset, reminderOffsets } from './reminders.ts'
import { editors, staff } from './roles.ts'
import { agenda, agendaItem } from './sessions.ts'

const tags = ['series']

/** What happens to a date that is a holiday: `ask` moves nothing, the others skip it or take the nearest working day. */
export const holidayPolicy = z.enum(['ask', 'skip', 'before', 'after'])
export type HolidayPolicy = z.infer<typeof holidayPolicy>

const name = { id, title: z.string() }

export const series = z
  .object({
    id,
    officeId: id,
    title: z.string(),
    description: z.string().nullable(),
    rrule: z.string().describe('RFC 5545 recurrence rule, without DTSTART'),
    startsOn: calendarDate,
    startTime: clockTime,
    durationMinutes: z.int(),
    timeZone: z.string(),
    venue: z.string(),
    mapUrl: z.string().nullable(),
    entryNote: z.string().nullable(),
    capacity: z.int().nullable(),
    reminders: z.array(reminderOffset).nullable().describe('Null: those of the office'),
    seatsPerOutlet: z.int().nullable().describe('How many to invite from one outlet'),
    answerDeadlineMinutes: z.int().nullable().describe('Before the start; null: at the start'),
    agenda: agenda.describe('Programme that new sessions begin with'),
    holidayPolicy,
    extraDates: z.array(calendarDate),
    skippedDates: z.array(calendarDate),
    previous: z.object(name).nullable().describe('The series this one continues'),
    next: z.object(name).nullable().describe('The series that continues this one'),
    plannedUntil: calendarDate.nullable().describe('Sessions are made up to this day'),
    ...edited,
  })
  .meta({ id: 'Series' })
export type Series = z.infer<typeof series>

/** The part that decides the dates. */
const rule = {
  rrule: z.string().trim().min(1).max(500),
  startsOn: calendarDate,
  startTime: clockTime,
  durationMinutes: z.int().min(5).max(1440),
  holidayPolicy,
  extraDates: z.array(plannableDate).max(100),
  skippedDates: z.array(plannableDate).max(400),
}

const details = {
  title: line(200),
  venue: line(200),
  timeZone,
  description: text().nullish(),
  mapUrl: webAddress.nullish(),
  entryNote: text(1000).nullish(),
  capacity: z.int().min(1).max(10_000).nullish(),
  reminders: reminderOffsets.nullish(),
  seatsPerOutlet: z.int().min(1).max(500).nullish(),
  answerDeadlineMinutes: z.int().min(0).max(43_200).nullish(),
  agenda: z.array(agendaItem).max(50),
}

export const newSeries = z.strictObject({
  ...rule,
  ...details,
  timeZone: timeZone.optional().describe("The office's zone when absent"),
  holidayPolicy: holidayPolicy.default('ask'),
  extraDates: rule.extraDates.default([]),
  skippedDates: rule.skippedDates.default([]),
  agenda: details.agenda.default([]),
})

const changes = z.object({ ...rule, ...details }).partial().shape

export const seriesChanges = z.strictObject({ version, ...changes })

const ruleQuestion = z.strictObject({
  ...rule,
  timeZone: timeZone.optional().describe("The office's zone when absent"),
  holidayPolicy: holidayPolicy.default('ask'),
  extraDates: rule.extraDates.default([]),
  skippedDates: rule.skippedDates.default([]),
})

export const plannedDate = z.object({
  occurrenceDate: calendarDate.describe('The day the rule names'),
  startsAt: instant.nullable().describe('Null: skipped, because it is a holiday'),
  endsAt: instant.nullable(),
  movedByHoliday: z.boolean(),
  extra: z.boolean().describe('Added by hand, not by the rule'),
  warnings: z.array(calendarWarning),
})
export type PlannedDate = z.infer<typeof plannedDate>

const touched = z.object({
  sessionId: id,
  title: z.string(),
  startsAt: instant,
  newStartsAt: instant.nullable().describe('Where the time changes'),
  invited: z.int(),
  toReconfirm: z.int().describe('Guests who would be asked to confirm again'),
})

/** What a change of a series would do; nothing is done yet. */
export const seriesEffect = z
  .object({
    added: z.int().describe('Sessions that would be made'),
    removed: z.int().describe('Untouched drafts that would go'),
    changed: z
      .array(touched)
      .describe('Sessions that would change, with how many guests each asks again'),
    offRule: z
      .array(touched)
      .describe('Sessions whose day would no longer fit; an officer decides'),
    leftAlone: z
      .array(touched)
      .describe('Sessions changed by hand before, which keep what they have'),
    toReconfirm: z.int(),
  })
  .meta({ id: 'SeriesEffect' })
export type SeriesEffect = z.infer<typeof seriesEffect>

export const seriesApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/series',
    config: { roles: staff },
    schema: {
      summary: 'Series of sessions, by title',
      tags,
      querystring: z.strictObject(listQuery),
      response: { '2xx': page(series) },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/series/:id',
    config: { roles: staff },
    schema: { summary: 'One series', tags, params: idParams, response: { '2xx': series } },
  }),
  preview: endpoint({
    method: 'POST',
    url: '/api/series/preview',
    config: { roles: editors },
    schema: {
      summary:
        'The next 12 dates of a rule from today, and the months among the next 24 in which a monthly rule has none',
      tags,
      body: ruleQuestion,
      response: {
        '2xx': z.object({
          dates: z.array(plannedDate),
          monthsWithout: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
        }),
      },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/series',
    config: { roles: editors },
    schema: {
      summary: 'Begin a series; its sessions of the next six months are made at once, as drafts',
      tags,
      body: newSeries,
      response: { '2xx': series },
    },
  }),
  previewUpdate: endpoint({
    method: 'POST',
    url: '/api/series/:id/effect',
    config: { roles: editors },
    schema: {
      summary: 'What a change of the series, or of what follows a day, would do',
      tags,
      params: idParams,
      body: z.strictObject({
        ...changes,
        from: plannableDate.optional().describe('Split here first'),
      }),
      response: { '2xx': seriesEffect },
    },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/series/:id',
    config: { roles: editors },
    schema: {
      summary:
        'Change all sessions to come; words keep the answers, another date, time or place asks guests to confirm again',
      tags,
      params: idParams,
      body: seriesChanges,
      response: { '2xx': series },
    },
  }),
  split: endpoint({
    method: 'POST',
    url: '/api/series/:id/split',
    config: { roles: editors },
    schema: {
      summary:
        'End the series before a day and continue it from there as a new one, changed; answers where they are',
      tags,
      params: idParams,
      body: z.strictObject({ version, ...changes, from: plannableDate }),
      response: { '2xx': series },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/series/:id',
    config: { roles: editors },
    schema: {
      summary: 'Archive a series; untouched drafts to come go with it, other sessions stay',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/series/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring an archived series back; its sessions to come are made again',
      tags,
      params: idParams,
      response: { '2xx': series },
    },
  }),
}
