import { z } from 'zod'
import { calendarDate, id, instant, line, nothing, timeZone } from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, everyone } from './roles.ts'

const tags = ['holidays']

export const holidayKind = z.enum(['national', 'joint_leave'])
export type HolidayKind = z.infer<typeof holidayKind>

/** A day off. `estimated`: computed before the government published the year, so it may still move. */
export const holiday = z
  .object({
    date: calendarDate,
    name: z.string(),
    kind: holidayKind,
    estimated: z.boolean(),
    origin: z.enum(['published', 'computed', 'office']),
    source: z.string().nullable().describe('The decree a published day stands in'),
  })
  .meta({ id: 'Holiday' })
export type Holiday = z.infer<typeof holiday>

/** Why a date or time deserves a second look; nothing is moved by it. */
export const calendarWarning = z
  .object({
    kind: z.enum(['holiday', 'friday_prayer', 'ramadan_evening']),
    holiday: z.object({ name: z.string(), kind: holidayKind }).nullable(),
    estimated: z.boolean(),
  })
  .meta({ id: 'CalendarWarning' })
export type CalendarWarning = z.infer<typeof calendarWarning>

/** What the office itself says of a day. */
export const officeDay = z
  .object({
    date: calendarDate,
    name: z.string(),
    kind: z.enum(['national', 'joint_leave', 'working_day']),
  })
  .meta({ id: 'OfficeDay' })
export type OfficeDay = z.infer<typeof officeDay>

/** `working_day`: people work although the calendar has a holiday. */
export const newOfficeDay = z.strictObject({
  name: line(200),
  kind: z.enum(['national', 'joint_leave', 'working_day']),
})

const dayParams = z.strictObject({ date: calendarDate })

export const holidaysApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/holidays',
    config: { roles: everyone },
    schema: {
      summary:
        'Holidays and joint leave from one day to another (at most 800 days), and what the office said itself',
      tags,
      querystring: z.strictObject({
        from: calendarDate,
        to: calendarDate,
        officeId: id.optional().describe('One office among those the login may see'),
      }),
      response: {
        '2xx': z.object({ items: z.array(holiday), officeDays: z.array(officeDay) }),
      },
    },
  }),
  warnings: endpoint({
    method: 'GET',
    url: '/api/calendar-warnings',
    config: { roles: everyone },
    schema: {
      summary: 'Whether a time meets a holiday, the Friday prayer or an evening in Ramadan',
      tags,
      querystring: z.strictObject({
        startsAt: instant,
        endsAt: instant,
        timeZone: timeZone.optional().describe("The office's zone when absent"),
      }),
      response: { '2xx': z.object({ warnings: z.array(calendarWarning) }) },
    },
  }),
  put: endpoint({
    method: 'PUT',
    url: '/api/holidays/:date',
    config: { roles: editors },
    schema: {
      summary: 'Say what a day is for the office, instead of what the calendar says',
      tags,
      params: dayParams,
      body: newOfficeDay,
      response: { '2xx': officeDay },
    },
  }),
  remove: endpoint({
    method: 'DELETE',
    url: '/api/holidays/:date',
    config: { roles: editors },
    schema: {
      summary: 'Take back what the office said of a day; the calendar holds again',
      tags,
      params: dayParams,
      response: { '2xx': nothing },
    },
  }),
  import: endpoint({
    method: 'POST',
    url: '/api/holidays/imports',
    config: { roles: editors },
    schema: {
      summary:
        'Say it of many days at once; a day given twice is refused, and all or none are taken',
      tags,
      body: z.strictObject({
        days: z
          .array(z.strictObject({ date: calendarDate, ...newOfficeDay.shape }))
          .min(1)
          .max(400),
      }),
      response: { '2xx': z.object({ added: z.int(), changed: z.int() }) },
    },
  }),
}
