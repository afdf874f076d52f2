import { Temporal } from 'temporal-polyfill'

/** Hours of an office in which automatic messages rest. */
export interface QuietHours {
  /** `HH:MM` or `HH:MM:SS`; an end before the beginning is one of the next day. */
  from: string
  until: string
  timeZone: string
}

/** The end of the quiet hours that an instant falls into (both ISO, UTC); undefined where it falls into none. */
export function endOfQuiet(quiet: QuietHours | null, at: string): string | undefined {
  if (!quiet) return undefined
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(quiet.timeZone)
  const from = Temporal.PlainTime.from(quiet.from)
  const until = Temporal.PlainTime.from(quiet.until)
  const time = local.toPlainTime()
  const afterFrom = Temporal.PlainTime.compare(time, from) >= 0
  const beforeUntil = Temporal.PlainTime.compare(time, until) < 0
  const overMidnight = Temporal.PlainTime.compare(from, until) > 0
  if (!(overMidnight ? afterFrom || beforeUntil : afterFrom && beforeUntil)) return undefined
  const day = overMidnight && afterFrom ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  const end = day.toZonedDateTime({ timeZone: quiet.timeZone, plainTime: until })
  // In the hour that a clock set back shows twice, the first reading of the end may lie behind.
  const behind = Temporal.ZonedDateTime.compare(end, local) <= 0
  const ahead = behind
    ? end.toPlainDateTime().toZonedDateTime(quiet.timeZone, { disambiguation: 'later' })
    : end
  return ahead.toInstant().toString({ smallestUnit: 'millisecond' })
}
