import { accountsApi, mailsApi } from '@ngopi/shared/accounts'
import { activityApi } from '@ngopi/shared/activity'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { jobsApi } from '@ngopi/shared/jobs'
import { officesApi } from '@ngopi/shared/offices'
import { Link, Outlet } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { settingsStrings } from './settings.strings.ts'
import classes from './settings-page.module.css'

/** Settings, by what they are about: a column beside the page, on a phone one row above it. */
export const SettingsPage = () => {
  const t = useT(settingsStrings)
  const mayUsers = useMay(accountsApi.listUsers)
  const mayChildren = useMay(officesApi.create)
  const mayFeeds = useMay(calendarFeedsApi.list)
  const mayActivity = useMay(activityApi.list)
  const mayMails = useMay(mailsApi.list)
  const mayJobs = useMay(jobsApi.list)
  const groups = [
    {
      name: t('groupOffice'),
      links: [
        { to: paths.officeSettings, label: t('office'), may: true },
        { to: paths.users, label: t('users'), may: mayUsers },
        { to: paths.childOffices, label: t('children'), may: mayChildren },
      ],
    },
    {
      name: t('groupInvitations'),
      links: [
        { to: paths.templates, label: t('templates'), may: true },
        { to: paths.sending, label: t('sending'), may: true },
        { to: paths.holidays, label: t('holidays'), may: true },
      ],
    },
    {
      name: t('groupMe'),
      links: [
        { to: paths.myAccount, label: t('account'), may: true },
        { to: paths.calendarFeeds, label: t('calendarFeeds'), may: mayFeeds },
      ],
    },
    {
      name: t('groupLog'),
      links: [
        { to: paths.activity, label: t('activity'), may: mayActivity },
        { to: paths.mails, label: t('mails'), may: mayMails },
        { to: paths.jobs, label: t('jobs'), may: mayJobs },
      ],
    },
  ]
    .map((group) => ({ ...group, links: group.links.filter(({ may }) => may) }))
    .filter(({ links }) => links.length > 0)
  return (
    <>
      <PageTitle title={t('title')} />
      <div className={classes.row}>
        <TabLinks label={t('tabs')} tabs={groups.flatMap(({ links }) => links)} />
      </div>
      <div className={classes.beside}>
        <nav aria-label={t('tabs')} className={classes.column}>
          {groups.map((group) => (
            <section key={group.name}>
              <h2 className={classes.group}>{group.name}</h2>
              <ul className={classes.links}>
                {group.links.map(({ to, label }) => (
                  <li key={to}>
                    <Link to={to} className={classes.link} resetScroll={false}>
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <div className={classes.page}>
          <Outlet />
        </div>
      </div>
    </>
  )
}
