import type { TimelineEntry } from '@ngopi/shared/timeline'
import { dayIn } from '../../lib/format-time.ts'

export interface TimelineMonth {
  /** `YYYY-MM` */
  month: string
  entries: TimelineEntry[]
}

/**
 * Entries, newest first as the API gives them, by the month of a zone's calendar: what happened
 * on the 1st at 06.00 WIB is no longer last month's, though UTC says so.
 */
export const byMonth = (entries: readonly TimelineEntry[], zone: string): TimelineMonth[] => {
  const months: TimelineMonth[] = []
  for (const entry of entries) {
    const month = dayIn(entry.at, zone).slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else months.push({ month, entries: [entry] })
  }
  return months
}
