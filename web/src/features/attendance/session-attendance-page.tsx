import { useT } from '../../i18n.tsx'
import { shellMessages } from '../../shell/shell-messages.ts'
import { PageTitle } from '../../ui/page-title.tsx'

export const SessionAttendancePage = () => {
  const t = useT(shellMessages)
  return <PageTitle title={t('nav.sessions')} />
}
