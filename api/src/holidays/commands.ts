import type { holidaysApi, newOfficeDay, OfficeDay } from '@ngopi/shared/holidays'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { holidayStrings } from './strings.ts'
import { holidays } from './tables.ts'

type NewOfficeDay = z.output<typeof newOfficeDay>
type ImportedDays = z.output<typeof holidaysApi.import.schema.body>['days']

/** A day said again in the same words is left as it is, so its history stays short. */
const say = {
  name: 'say_office_days',
  text: `
with said as (
  select * from unnest($2::date[], $3::text[], $4::text[]) d(day, kind, name)
), before as (
  select h.day from holidays h join said using (day) where h.office_id = $1
), written as (
  insert into holidays (office_id, day, kind, name) select $1, day, kind, name from said
  on conflict (office_id, day) do update set kind = excluded.kind, name = excluded.name
   where (holidays.kind, holidays.name) is distinct from (excluded.kind, excluded.name)
  returning day
)
select count(*) filter (where b.day is null) as added, count(b.day) as changed
  from written left join before b using (day)`,
}

async function sayOfDays(tx: Tx, officeId: string, days: readonly OfficeDay[]) {
  const [counts] = await prepared<{ added: number; changed: number }>(tx, say, [
    officeId,
    days.map(({ date }) => date),
    days.map(({ kind }) => kind),
    days.map(({ name }) => name),
  ])
  return counts ?? { added: 0, changed: 0 }
}

/** The office's word on one day, in place of a former one. */
export async function putOfficeDay(
  tx: Tx,
  { officeId, date, said }: { officeId: string; date: string; said: NewOfficeDay },
): Promise<OfficeDay> {
  const day = { date, ...said }
  await sayOfDays(tx, officeId, [day])
  return day
}

/** Takes the office's word on a day back; 404 where it said nothing. */
export async function removeOfficeDay(
  tx: Tx,
  { officeId, date }: { officeId: string; date: string },
): Promise<void> {
  const gone = await tx
    .delete(holidays)
    .where(and(eq(holidays.officeId, officeId), eq(holidays.day, date)))
    .returning({ day: holidays.day })
  if (gone.length === 0) throw new AppError('not_found')
}

/** The office's word on many days; where one is given twice, every mention after the first is named and none is taken. */
export async function importOfficeDays(
  tx: Tx,
  { officeId, days }: { officeId: string; days: ImportedDays },
): Promise<{ added: number; changed: number }> {
  const seen = new Set<string>()
  const repeated = days.flatMap(({ date }, i) => {
    if (seen.has(date)) return [`days.${i}.date`]
    seen.add(date)
    return []
  })
  if (repeated.length > 0) {
    const fields = repeated.map((path) => ({ path, message: holidayStrings.twice }))
    throw new AppError('invalid', { fields })
  }
  return sayOfDays(tx, officeId, days)
}
