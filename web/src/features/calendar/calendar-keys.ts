import { timeAt } from './calendar-events.ts'
import { addDays, weekdayOf } from './calendar-range.ts'

const dayKeys: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  Home: (day) => addDays(day, -weekdayOf(day)),
  End: (day) => addDays(day, 6 - weekdayOf(day)),
}

const otherMonth = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // Day 0 of the month after is the last of this one: 31 October leads to 30 November.
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** The day that a key leads to in a month; undefined for a key that leads nowhere. */
export const dayAfterKey = (key: string, day: string): string | undefined => {
  if (key === 'ArrowUp' || key === 'ArrowDown') return addDays(day, key === 'ArrowUp' ? -7 : 7)
  if (key === 'PageUp' || key === 'PageDown') return otherMonth(day, key === 'PageUp' ? -1 : 1)
  return dayKeys[key]?.(day)
}

/** Minutes from one slot of a week to the next. */
export const slotMinutes = 30

/** Slots of a week are named by day and time: `2026-10-29T09:00`. */
export const slotName = (day: string, minutes: number): string => `${day}T${timeAt(minutes)}`

/** The slot in which a moment of a day lies; past the hours shown, the nearest. */
export const slotAt = (
  day: string,
  minutes: number,
  hours: { from: number; to: number },
): string => {
  const slot = Math.floor(minutes / slotMinutes) * slotMinutes
  return slotName(day, Math.min(hours.to * 60 - slotMinutes, Math.max(hours.from * 60, slot)))
}

/** The slot that a key leads to in a week that shows some hours; undefined where a key leads nowhere. */
export const slotAfterKey = (
  key: string,
  slot: string,
  hours: { from: number; to: number },
): string | undefined => {
  const [day = '', time = ''] = slot.split('T')
  const [h = 0, m = 0] = time.split(':').map(Number)
  const at = h * 60 + m
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return slotAt(day, at + (key === 'ArrowUp' ? -slotMinutes : slotMinutes), hours)
  if (key === 'PageUp' || key === 'PageDown')
    return slotName(addDays(day, key === 'PageUp' ? -7 : 7), at)
  const to = dayKeys[key]?.(day)
  return to && slotName(to, at)
}
