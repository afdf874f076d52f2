import { accountsApi, mailsApi } from '@ngopi/shared/accounts'
import { activityApi } from '@ngopi/shared/activity'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { jobsApi } from '@ngopi/shared/jobs'
import { officesApi } from '@ngopi/shared/offices'
import { Outlet } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { settingsMessages } from './settings-messages.ts'

export const SettingsPage = () => {
  const t = useT(settingsMessages)
  const tabs = [
    { to: paths.officeSettings, label: t('office'), may: true },
    { to: paths.users, label: t('users'), may: useMay(accountsApi.listUsers) },
    { to: paths.childOffices, label: t('children'), may: useMay(officesApi.create) },
    { to: paths.myAccount, label: t('account'), may: true },
    { to: paths.templates, label: t('templates'), may: true },
    { to: paths.sending, label: t('sending'), may: true },
    { to: paths.holidays, label: t('holidays'), may: true },
    { to: paths.calendarFeeds, label: t('calendarFeeds'), may: useMay(calendarFeedsApi.list) },
    { to: paths.activity, label: t('activity'), may: useMay(activityApi.list) },
    { to: paths.mails, label: t('mails'), may: useMay(mailsApi.list) },
    { to: paths.jobs, label: t('jobs'), may: useMay(jobsApi.list) },
  ]
  return (
    <>
      <PageTitle title={t('title')} />
      <TabLinks label={t('tabs')} tabs={tabs.filter((tab) => tab.may)} />
      <Outlet />
    </>
  )
}
