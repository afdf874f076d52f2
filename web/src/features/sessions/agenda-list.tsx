import type { Session } from '@ngopi/shared/sessions'
import { useLocale } from '../../i18n.tsx'
import { formatClock } from '../../lib/format-time.ts'
import { agendaTimes } from '../programme/agenda-times.ts'
import { AgendaRows } from './agenda-rows.tsx'

/** The programme with the clock of each item, as far as the lengths before it are known. */
export const AgendaList = ({ session }: { session: Session }) => {
  const locale = useLocale()
  const start = Date.parse(session.startsAt)
  const times = agendaTimes(session.agenda, (Date.parse(session.endsAt) - start) / 60_000)
  const clocks = times.map(({ begins }) => {
    if (begins === undefined) return undefined
    const at = new Date(start + begins * 60_000).toISOString()
    return formatClock(at, session.timeZone, locale).split(' ')[0]
  })
  return <AgendaRows agenda={session.agenda} clocks={clocks} />
}
