import { useT } from '../../i18n.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { sessionsMessages } from './messages.ts'
import { SessionsTabs } from './sessions-tabs.tsx'

export const CalendarPage = () => {
  const t = useT(sessionsMessages)
  return (
    <>
      <PageTitle title={t('title')} />
      <SessionsTabs />
    </>
  )
}
