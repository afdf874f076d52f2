import type { Session } from '@ngopi/shared/sessions'
import { sessionsApi } from '@ngopi/shared/sessions'
import { Navigate } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { hasBegun } from '../../lib/next-step.ts'
import { TimeRange } from '../../lib/time.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../sessions/api.ts'
import { AfterSession } from './after-session.tsx'
import { closingStrings } from './closing.strings.ts'
import { FinishSession } from './finish-session.tsx'

const NotNow = ({ session }: { session: Session }) => {
  const t = useT(closingStrings)
  const why = session.status === 'done' ? 'published' : session.status
  return (
    <EmptyState
      icon="info"
      title={t(`notNow.${why}`)}
      text={t(`notNow.${why}Text`)}
      action={
        <ButtonLink variant="default" to={paths.session(session.id)}>
          {t('notNow.back')}
        </ButtonLink>
      }
    />
  )
}

/** One page that finishes a session: who was there, what is left to do, and afterwards what to write to whom. */
export const FinishPage = () => {
  const t = useT(closingStrings)
  const user = useUser()
  const session = useSession()
  const mayFinish = useMay(sessionsApi.complete) && session.officeId === user.office.id
  if (user.role === 'desk') return <Navigate to={paths.door(session.id)} replace />
  const done = session.status === 'done'
  const open = session.status === 'published' && hasBegun(session, Date.now()) && mayFinish
  return (
    <>
      <PageTitle
        parent={{ label: session.title, to: paths.session(session.id) }}
        title={t(done ? 'after' : 'finish')}
        subtitle={<TimeRange session={session} />}
      />
      {done && <AfterSession session={session} maySend={mayFinish} />}
      {open && <FinishSession session={session} />}
      {!done && !open && <NotNow session={session} />}
    </>
  )
}
