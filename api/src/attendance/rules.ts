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

const titles = new Set(
  `h hj hjh haji hajjah dr drs dra drg drh ir prof kh ky kyai ust ustadz ustadzah gus ning r rr ra rd raden
   tgk tengku teuku cut bapak bpk pak ibu bu sdr sdri sdra mr mrs ms`.split(/\s+/),
)

/**
 * A name without the titles around it, without case and accents, to tell whether two are the same:
 * "H. Budi Santoso, S.Sos., M.I.Kom." and "BUDI SANTOSO" are. Never empty for a name that is not.
 */
export function bareName(fullName: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}'’]+/u)
      .filter(Boolean)
  const words = plain(fullName.split(',')[0] ?? '')
  const first = words.findIndex((word) => !titles.has(word))
  return (first < 0 ? plain(fullName) : words.slice(first)).join(' ')
}
