import { dayOf, shiftDay } from '../platform/local-days.ts'

/** Western Indonesian Time is UTC+7 all year, so a wall clock there is a fixed shift. */
const wibOffsetHours = 7

/** The instant of a wall clock in Pemalang and Tegal. */
export const wib = (day: string, clock: string): string =>
  new Date(`${day}T${clock}:00+0${wibOffsetHours}:00`).toISOString()

/** `minutes` after an instant. */
export const after = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** The earlier of two instants. */
export const earlier = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b)

/** The last Wednesday of a month (1 to 12). */
export function lastWednesday(year: number, month: number): string {
  const lastDay = new Date(Date.UTC(year, month, 0))
  const back = (lastDay.getUTCDay() - 3 + 7) % 7
  lastDay.setUTCDate(lastDay.getUTCDate() - back)
  return lastDay.toISOString().slice(0, 10)
}

/** The last Wednesdays from October 2025 to three months after `now`. */
export function meetingDays(now: Date): string[] {
  const until = shiftDay(dayOf(now.toISOString(), 'Asia/Jakarta'), { months: 3 })
  const days: string[] = []
  for (let month = 10, year = 2025; ; month += 1) {
    if (month > 12) {
      month = 1
      year += 1
    }
    const day = lastWednesday(year, month)
    if (day > until) return days
    days.push(day)
  }
}
