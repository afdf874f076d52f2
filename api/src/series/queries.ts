import type { Series, seriesApi } from '@ngopi/shared/series'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared, type Tx } from '../platform/database.ts'
import { cappedTotal, holding, MAX_COUNTED } from '../platform/list-query.ts'

type Asked = z.output<typeof seriesApi.list.schema.querystring>

const columns = `
  s.id, s.office_id as "officeId", s.title, s.description, s.rrule, s.starts_on as "startsOn",
  to_char(s.start_time, 'HH24:MI') as "startTime", s.duration_minutes as "durationMinutes",
  s.time_zone as "timeZone", s.venue, s.map_url as "mapUrl", s.entry_note as "entryNote", s.capacity,
  s.answer_deadline_minutes as "answerDeadlineMinutes", s.reminders, s.seats_per_outlet as "seatsPerOutlet", s.agenda, s.holiday_policy as "holidayPolicy",
  array_to_json(s.extra_dates) as "extraDates", array_to_json(s.skipped_dates) as "skippedDates",
  (select json_build_object('id', p.id, 'title', p.title) from series p
    where p.id = s.previous_series_id and p.office_id = s.office_id) as previous,
  (select json_build_object('id', n.id, 'title', n.title) from series n
    where n.previous_series_id = s.id and n.office_id = s.office_id) as next,
  s.planned_until as "plannedUntil", s.version, s.created_at as "createdAt",
  s.updated_at as "updatedAt", s.archived_at as "archivedAt"`

const matches = `
  s.office_id = any ($1) and $2::boolean = (s.archived_at is not null)
  and ($3::text is null or searchable(s.title) like searchable($3))`

const bySeriesId = { name: 'series_by_id', text: `select ${columns} from series s where s.id = $1` }

const lockById = {
  name: 'lock_series',
  text: `select ${columns} from series s where s.id = $1 for no key update of s`,
}

const list = {
  name: 'series_list',
  text: `select ${columns} from series s
          where ${matches} and ($5::text is null or (s.title, s.id) > ($5, $6::uuid))
          order by s.title, s.id limit $4`,
}

const counted = {
  name: 'series_count',
  text: `select count(*) as total from (select from series s where ${matches} limit $4) counted`,
}

/** One series in sight; 404 otherwise. */
export async function getSeries(db: Db, id: string): Promise<Series> {
  const [series] = await prepared<Series>(db, bySeriesId, [id])
  if (!series) throw new AppError('not_found')
  return series
}

/**
 * A series of the own office, its row held for the rest of the transaction: whatever makes or plans its
 * sessions takes it first.
 */
export async function findOwnSeries(tx: Tx, id: string): Promise<Series | undefined> {
  const [series] = await prepared<Series>(tx, lockById, [id])
  return series
}

/** As `findOwnSeries`; 404 out of sight, 403 for a series of another office. */
export async function lockSeries(tx: Tx, id: string): Promise<Series> {
  const series = await findOwnSeries(tx, id)
  if (series) return series
  await getSeries(tx, id)
  throw new AppError('forbidden')
}

/** A page of the series in sight, by title. */
export async function listSeries(
  db: Db,
  { cursors, offices, asked }: { cursors: Cursors; offices: Offices; asked: Asked },
) {
  const { cursor, limit, count, ...filters } = asked
  if (asked.officeId && !offices.includes(asked.officeId)) throw new AppError('not_found')
  const bound = { ...filters, list: 'series', offices }
  const [title = null, id = null] = cursors.read(cursor, bound) ?? []
  const wanted = [
    asked.officeId ? [asked.officeId] : offices,
    asked.archived ?? false,
    holding(asked.q),
  ]
  const rows = await prepared<Series>(db, list, [...wanted, limit + 1, title, id])
  const page = cursors.page(rows, limit, bound, (last) => [last.title, last.id])
  if (!count) return page
  const [found] = await prepared<{ total: number }>(db, counted, [...wanted, MAX_COUNTED + 1])
  const total = cappedTotal(found?.total ?? 0)
  return {
    ...page,
    ...total,
  }
}
