import { holidaysApi } from '@ngopi/shared/holidays'
import { AppError, invalidField } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { requestStrings } from '../platform/problem-strings.ts'
import { importOfficeDays, putOfficeDay, removeOfficeDay } from './commands.ts'
import { officeDaysBetween, timeWarnings, withOfficeDays } from './queries.ts'
import { holidayStrings } from './strings.ts'

const mostDays = 800

function requirePeriod(from: string, to: string): void {
  if (to < from) throw invalidField('to', holidayStrings.reversed)
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days > mostDays) throw invalidField('to', holidayStrings.tooLong)
}

/** Holidays as they hold for an office, its own word on them, and what a time meets. */
export function holidayRoutes(app: App, { database }: Deps): void {
  app.route({
    ...holidaysApi.list,
    handler: (request) => {
      const { officeId: own, offices } = accessOf(request)
      const { from, to, officeId = own } = request.query
      if (!offices.includes(officeId)) throw new AppError('not_found')
      requirePeriod(from, to)
      return database.read(offices, async (db) => {
        const officeDays = await officeDaysBetween(db, { officeId, from, to })
        return { items: await withOfficeDays({ from, to }, officeDays), officeDays }
      })
    },
  })

  app.route({
    ...holidaysApi.warnings,
    handler: (request) => {
      const { officeId } = accessOf(request)
      const { startsAt, endsAt, timeZone } = request.query
      if (Date.parse(endsAt) <= Date.parse(startsAt))
        throw invalidField('endsAt', requestStrings.endBeforeStart)
      return database.read([officeId], async (db) => ({
        warnings: await timeWarnings(db, { officeId, startsAt, endsAt, timeZone }),
      }))
    },
  })

  app.route({
    ...holidaysApi.put,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        putOfficeDay(tx, {
          officeId: accessOf(request).officeId,
          date: request.params.date,
          said: request.body,
        }),
      ),
  })

  app.route({
    ...holidaysApi.remove,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        removeOfficeDay(tx, {
          officeId: accessOf(request).officeId,
          date: request.params.date,
        }),
      ),
  })

  app.route({
    ...holidaysApi.import,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        importOfficeDays(tx, {
          officeId: accessOf(request).officeId,
          days: request.body.days,
        }),
      ),
  })
}
