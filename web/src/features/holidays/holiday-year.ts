import type { Holiday, OfficeDay } from '@ngopi/shared/holidays'

/** One day of the list: as the calendar has it, or as the office said. */
export interface DayRow {
  readonly date: string
  readonly name: string
  readonly kind: OfficeDay['kind']
  readonly estimated: boolean
  readonly byOffice: boolean
}

interface Answer {
  readonly items: readonly Holiday[]
  readonly officeDays: readonly OfficeDay[]
}

/** The days of a year in order, those too that the office made working days. */
export const rowsOf = ({ items, officeDays }: Answer): DayRow[] => {
  const said = new Set(officeDays.map((day) => day.date))
  return [
    ...items
      .filter((day) => !said.has(day.date))
      .map(({ date, name, kind, estimated }) => ({ date, name, kind, estimated, byOffice: false })),
    ...officeDays.map((day) => ({ ...day, estimated: false, byOffice: true })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The rows by month (`YYYY-MM`), months without any left out. */
export const byMonth = (rows: readonly DayRow[]): { month: string; rows: DayRow[] }[] => {
  const months = new Map<string, DayRow[]>()
  for (const row of rows) {
    const month = row.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), row])
  }
  return [...months].map(([month, found]) => ({ month, rows: found }))
}

/** The decrees the year's days stand in, each once. */
export const sourcesOf = (items: readonly Holiday[]): string[] => [
  ...new Set(items.flatMap((day) => day.source ?? [])),
]

const [firstYear, lastYear] = [2000, 2100]

/** The year an address asks for; the present one where it asks for none that can be shown. */
export const yearOf = (asked: string, present: number): number => {
  const year = /^\d{4}$/.test(asked) ? Number(asked) : present
  return year >= firstYear && year <= lastYear ? year : present
}
