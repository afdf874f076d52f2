import { sessionsApi } from '@ngopi/shared/sessions'
import type { ReactNode } from 'react'
import { useLocale } from '../../i18n.tsx'
import { formatDayOf } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { EntityPicker, type Picked } from '../../ui/entity-picker.tsx'

interface SessionPickerProps {
  label: string
  value: Picked | null
  onChange: (session: Picked | null) => void
  description?: string
  error?: ReactNode
  withAsterisk?: boolean
  disabled?: boolean
}

/** Chooses a session by its title, newest first; the day tells those of a series apart. */
export const SessionPicker = (props: SessionPickerProps) => {
  const locale = useLocale()
  return (
    <EntityPicker
      {...props}
      search={(q) =>
        ask(sessionsApi.list, { query: { q: q || undefined, sort: '-startsAt', limit: 10 } })
      }
      itemOf={(session) => ({
        id: session.id,
        name: session.title,
        hint: `${formatDayOf(session.startsAt, session.timeZone, locale)} · ${session.venue}`,
      })}
    />
  )
}
