import { Outlet } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { shellMessages } from '../../shell/shell-messages.ts'
import { PageTitle } from '../../ui/page-title.tsx'

export const SessionPage = () => {
  const t = useT(shellMessages)
  return (
    <>
      <PageTitle title={t('nav.sessions')} />
      <Outlet />
    </>
  )
}
