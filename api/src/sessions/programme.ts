import type { AgendaItem } from './tables.ts'

/** A part of the programme; `begins` is an ISO instant, undefined while the lengths before it are not known. */
export interface ProgrammePart extends AgendaItem {
  begins: string | undefined
}

/** When each part begins: so many minutes after the start where it says so, else where the one before it ends. */
export function programmeOf(agenda: readonly AgendaItem[], startsAt: string): ProgrammePart[] {
  const start = Date.parse(startsAt)
  let free: number | undefined = 0
  return agenda.map((item) => {
    const offset: number | undefined = item.offsetMinutes ?? free
    free = offset === undefined || item.minutes === null ? undefined : offset + item.minutes
    const begins =
      offset === undefined ? undefined : new Date(start + offset * 60_000).toISOString()
    return { ...item, begins }
  })
}
