/** A code is shown at most so long, in milliseconds: it counts for twice that from when it appeared. */
const longest = 30_000
/** And asked for at most this often, however wrong the clock of the device is. */
const shortest = 1_000

/** Milliseconds until another code is to be asked for; the clock of the device may be off by any time. */
export const untilNextCode = (nextAt: string, now: number): number =>
  Math.min(longest, Math.max(shortest, Date.parse(nextAt) - now))
