/** A device whose clock differs by less is taken to be right: the rest is the way of the message. */
const rightWithinMs = 30_000

/** From here on somebody should look at the times. */
const skewedBeyondMs = 3 * 60_000

/** What PostgreSQL and people can both read as a time; a clock may say anything. */
const earliest = Date.UTC(1970, 0, 1)
const latest = Date.UTC(2200, 0, 1)

/** A time by the clock of a device, as UTC; one that no calendar of ours shows is moved to the nearest that does. */
export const readableInstant = (iso: string): string =>
  new Date(Math.min(Math.max(Date.parse(iso), earliest), latest)).toISOString()

/**
 * How far a device's clock lags, in whole seconds (negative: it is ahead), told by the time it showed
 * when sending. Whole seconds, so that one queue sent in several parts is corrected alike.
 */
export function clockLag(sentAt: string | undefined, receivedAt: Date): number {
  if (sentAt === undefined) return 0
  const lag = receivedAt.getTime() - Date.parse(readableInstant(sentAt))
  return Math.abs(lag) < rightWithinMs ? 0 : Math.round(lag / 1000)
}

/** Whether a clock is so wrong that times should be looked at. */
export const isSkewed = (lagSeconds: number): boolean =>
  Math.abs(lagSeconds) * 1000 > skewedBeyondMs
