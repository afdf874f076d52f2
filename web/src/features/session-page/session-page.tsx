import { Group, Text } from '@mantine/core'
import { sessionsApi } from '@ngopi/shared/sessions'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { useOnce } from '../../lib/opened-late.ts'
import { flag, useSearchParams } from '../../lib/search-params.ts'
import { TimeRange } from '../../lib/time.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { StatusMark } from '../../ui/marks.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useSession } from '../sessions/api.ts'
import { SessionActions } from '../sessions/session-actions.tsx'
import { sessionsStrings } from '../sessions/sessions.strings.ts'

const EditSessionPanel = lazy(() =>
  import('./edit-session-panel.tsx').then((module) => ({ default: module.EditSessionPanel })),
)

const spec = { ubah: flag }

/** Tabs whose own work is what one comes for. */
const withOwnAction = [
  paths.sessionQuestions,
  paths.sessionMaterials,
  paths.sessionLetter,
  paths.sessionMinutes,
]

/** What all tabs of a session have in common: which one it is, where it stands, what comes next. */
export const SessionPage = () => {
  const t = useT(sessionsStrings)
  const common = useT(commonStrings)
  const user = useUser()
  const session = useSession()
  const mayEdit = useMay(sessionsApi.update) && session.officeId === user.office.id
  const [params, setParams] = useSearchParams(spec)
  const formAsked = useOnce(params.ubah)
  const { pathname } = useLocation()
  if (user.role === 'desk') return <Navigate to={paths.door(session.id)} replace />
  const { id } = session
  return (
    <>
      <PageTitle
        parent={{ label: t('title'), to: paths.sessions }}
        title={session.title}
        mark={
          <Group gap="sm">
            <StatusMark status={session.status} />
            {session.archivedAt && <Text c="dimmed">{common('archived')}</Text>}
          </Group>
        }
        subtitle={
          <>
            <TimeRange session={session} /> · {session.venue}
            {session.cancelReason && (
              <Text>{t('cancelled', { reason: session.cancelReason })}</Text>
            )}
          </>
        }
        action={
          mayEdit && (
            <SessionActions
              session={session}
              quiet={withOwnAction.some((path) => path(session.id) === pathname)}
              onEdit={() => setParams({ ubah: true }, { push: true })}
            />
          )
        }
      />
      <TabLinks
        label={t('tabs.label')}
        tabs={[
          { to: paths.session(id), label: t('tabs.summary') },
          {
            to: paths.sessionInvitations(id),
            label: t('tabs.invitations'),
            count: session.answers.invited,
            within: true,
          },
          { to: paths.sessionAttendance(id), label: t('tabs.attendance') },
          { to: paths.sessionQuestions(id), label: t('tabs.questions') },
          { to: paths.sessionMaterials(id), label: t('tabs.materials') },
          { to: paths.sessionMinutes(id), label: t('tabs.minutes') },
          { to: paths.sessionCoverage(id), label: t('tabs.coverage') },
        ]}
      />
      <Outlet />
      {mayEdit && formAsked && (
        <Suspense fallback={null}>
          <EditSessionPanel
            session={session}
            opened={params.ubah}
            onClose={() => setParams({ ubah: false })}
          />
        </Suspense>
      )}
    </>
  )
}
