const hour = 60
const day = 24 * hour

/** Times an offer usually holds a seat, in minutes. */
const usual = [30, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 3 * day, 7 * day]

/** The usual times, with the present one where it is another. */
export const offerTimes = (present: number): number[] =>
  [...new Set([...usual, present])].sort((a, b) => a - b)

/** In the largest unit that says it whole. */
export function durationOf(minutes: number): { unit: 'minutes' | 'hours' | 'days'; n: number } {
  if (minutes % day === 0) return { unit: 'days', n: minutes / day }
  if (minutes % hour === 0) return { unit: 'hours', n: minutes / hour }
  return { unit: 'minutes', n: minutes }
}
