import { useEffect, useState } from 'react'
import { useLocale } from '../i18n.tsx'
import {
  formatDay,
  formatDayOf,
  formatInstant,
  formatRange,
  formatRelative,
} from './format-time.ts'

interface TimeProps {
  /** Instant, ISO. */
  at: string
  /** IANA zone of the session or the office. */
  zone: string
  /** Within a week "kemarin", "2 jam yang lalu", the full time on hover. */
  relative?: boolean
  /** The day alone. */
  dayOnly?: boolean
  long?: boolean
}

/** Now, renewed every half minute while shown. */
const useNow = (running: boolean) => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [running])
  return now
}

/** An instant for reading: "Rab, 29 Okt 2025 · 09.00 WIB". */
export const Time = ({ at, zone, relative = false, dayOnly = false, long = false }: TimeProps) => {
  const locale = useLocale()
  const now = useNow(relative)
  const full = formatInstant(at, zone, locale, { long })
  const shown = dayOnly ? formatDayOf(at, zone, locale, { long }) : full
  return (
    <time dateTime={at} title={full}>
      {(relative && formatRelative(at, zone, locale, now)) || shown}
    </time>
  )
}

/** A calendar day `YYYY-MM-DD`: "Rab, 29 Okt 2025". */
export const Day = ({ day, long = false }: { day: string; long?: boolean }) => (
  <time dateTime={day}>{formatDay(day, useLocale(), { long })}</time>
)

/** From and to of a session: "Rab, 29 Okt 2025 · 09.00–11.30 WIB". */
export const TimeRange = ({
  session,
  withDay = true,
}: {
  session: { startsAt: string; endsAt: string; timeZone: string }
  withDay?: boolean
}) => <time dateTime={session.startsAt}>{formatRange(session, useLocale(), { withDay })}</time>
