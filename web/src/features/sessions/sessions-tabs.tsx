import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { TabLinks } from '../../ui/tab-links.tsx'
import { calendarStrings } from './calendar.strings.ts'

/** The ways to look at sessions, under their common title. */
export const SessionsTabs = () => {
  const t = useT(calendarStrings)
  return (
    <TabLinks
      label={t('tabs.label')}
      tabs={[
        { to: paths.sessionsCalendar, label: t('tabs.calendar') },
        { to: paths.sessions, label: t('tabs.list') },
        { to: paths.seriesList, label: t('tabs.series') },
        { to: paths.reminders, label: t('tabs.reminders') },
        { to: paths.promises, label: t('tabs.promises') },
      ]}
    />
  )
}
