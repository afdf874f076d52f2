import type { ReminderOffset } from '@ngopi/shared/reminders'
import { useLocale, useT } from '../../i18n.tsx'
import { formatTimeOfDay } from '../../lib/format-time.ts'
import { reminderOffsetsStrings } from './reminder-offsets.strings.ts'

/** Reminders as one line of facts: "H-3 09.00, H-1 09.00"; null where they are set elsewhere. */
export const useReminderFact = () => {
  const t = useT(reminderOffsetsStrings)
  const locale = useLocale()
  return (offsets: readonly ReminderOffset[] | null) => {
    if (offsets === null) return null
    if (offsets.length === 0) return t('none')
    return offsets
      .toSorted((a, b) => b.daysBefore - a.daysBefore || a.at.localeCompare(b.at))
      .map(
        ({ daysBefore, at }) => `${t('step', { days: daysBefore })} ${formatTimeOfDay(at, locale)}`,
      )
      .join(', ')
  }
}
