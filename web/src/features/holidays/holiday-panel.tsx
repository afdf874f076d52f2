import type { OfficeDay } from '@ngopi/shared/holidays'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDay } from '../../lib/format-time.ts'
import { readAgain } from '../../lib/query.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { undoToast } from '../../ui/toast.tsx'
import { holidayStrings } from './holiday.strings.ts'
import { HolidayForm } from './holiday-form.tsx'
import { holidayReaders, useOfficeWord } from './use-office-word.ts'

interface HolidayPanelProps {
  opened: boolean
  /** The day to change; undefined for a new one. */
  day: OfficeDay | undefined
  onClose: () => void
  onSaved: (date: string) => void
}

/** A day to add or to change. */
export const HolidayPanel = ({ opened, day, onClose, onSaved }: HolidayPanelProps) => {
  const t = useT(holidayStrings)
  const locale = useLocale()
  const cache = useQueryClient()
  const say = useOfficeWord()
  const saved = (now: OfficeDay, before: OfficeDay | null) => {
    void readAgain(cache, ...holidayReaders)
    onClose()
    onSaved(now.date)
    void undoToast(
      t('saved', { day: formatDay(now.date, locale), kind: t(`kind.${now.kind}`) }),
      () => void say({ date: now.date, now: before, before: now }),
    )
  }
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={day ? t('form.changeTitle', { day: formatDay(day.date, locale) }) : t('form.addTitle')}
    >
      {opened && <HolidayForm day={day} onSaved={saved} onCancel={onClose} />}
    </SidePanel>
  )
}
