import { isDay } from './read-day.ts'

/** A day and a time of day as the clock on the wall shows them. */
export interface WallClock {
  /** `YYYY-MM-DD` */
  day: string
  /** `HH:MM` */
  time: string
}

/** What the clocks of a zone show at an instant. */
export const wallClockIn = (at: string | number, zone: string): WallClock => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(at))
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. */
const aheadOfUtc = (at: number, zone: string): number => {
  const { day, time } = wallClockIn(at, zone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000
}

/**
 * The instant at which the clocks of a zone show a day and a time; undefined while either is
 * incomplete or no day that can be meant. The offset is that of the zone on that very day, never the viewer's.
 */
export const instantOf = ({ day, time }: WallClock, zone: string): string | undefined => {
  // Browsers guess at what is not ISO: of "T:00Z" they make a day in the year 2000.
  if (!isDay(day) || !/^\d{2}:\d{2}$/.test(time)) return undefined
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asIfUtc)) return undefined
  const near = asIfUtc - aheadOfUtc(asIfUtc, zone)
  // A zone that changes its clocks may have another offset at the instant found.
  return new Date(asIfUtc - aheadOfUtc(near, zone)).toISOString()
}

/** Adds minutes to a time of day: `09:00` and 45 is `09:45`; past midnight it starts over. */
export const laterBy = (time: string, minutes: number): string => {
  const [hours = 0, mins = 0] = time.split(':').map(Number)
  const total = (((hours * 60 + mins + minutes) % 1440) + 1440) % 1440
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}
