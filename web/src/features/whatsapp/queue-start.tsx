import { Button, Text } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink, ButtonLink } from '../../ui/link.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { kindsToShow, leftOf, type QueueKind } from './queue-kinds.ts'
import { ServiceSend } from './service-send.tsx'
import classes from './whatsapp.module.css'
import { whatsappStrings } from './whatsapp.strings.ts'

interface QueueStartProps {
  session: Pick<Session, 'id' | 'status'>
  mayWork: boolean
  starting: QueueKind | undefined
  onStart: (kind: QueueKind) => void
}

/** What there is to write, and to how many. */
export const QueueStart = ({ session, mayWork, starting, onStart }: QueueStartProps) => {
  const t = useT(whatsappStrings)
  const { data, error, refetch } = useQuery({
    ...ask(whatsappApi.progress, { params: { id: session.id } }),
    // Others may be at work.
    staleTime: 0,
  })
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  const kinds = kindsToShow(data.kinds)
  const byMail = data.mailServer
    ? (data.kinds.find(({ kind }) => kind === 'invitation')?.byMail.guests ?? 0)
    : 0
  const alsoByMail = mayWork && byMail > 0 && (
    <Text mb="lg">
      {t('start.byMail', { count: byMail })}{' '}
      <AppLink
        underline="always"
        to={paths.sessionInvitations(session.id)}
        search={{ kirim: 'invitation' }}
      >
        {t('start.bothWays')}
      </AppLink>
    </Text>
  )
  if (kinds.length === 0)
    return (
      <>
        {alsoByMail}
        <EmptyState
          icon={session.status === 'draft' ? 'info' : 'check'}
          title={t('start.nothing')}
          text={t(session.status === 'draft' ? 'start.draft' : 'start.nothingText')}
          action={
            <ButtonLink variant="default" to={paths.sessionInvitations(session.id)}>
              {t('guests')}
            </ButtonLink>
          }
        />
      </>
    )
  return (
    <>
      <Text c="dimmed" maw={640} mb="lg">
        {t('start.intro')}
      </Text>
      {alsoByMail}
      <ul className={classes.kinds}>
        {kinds.map((one, position) => (
          <li key={one.kind} className={classes.kind}>
            <div className={classes.kindText}>
              <span className={classes.kindName}>{t(`kind.${one.kind}`)}</span>
              <Text c="dimmed">
                {t('start.toSend', { count: leftOf(one) })}
                {one.progress.waiting > 0 &&
                  ` · ${t('start.waiting', { count: one.progress.waiting })}`}
                {one.progress.inHand > 0 && ` · ${t('inHand', { count: one.progress.inHand })}`}
              </Text>
            </div>
            {mayWork && (
              <div className={classes.kindActions}>
                {data.service && one.eligible > 0 && (
                  <ServiceSend sessionId={session.id} kind={one.kind} />
                )}
                <Button
                  variant={position === 0 ? 'filled' : 'default'}
                  loading={starting === one.kind}
                  disabled={starting !== undefined}
                  aria-label={`${t(one.progress.waiting > 0 ? 'start.goOn' : 'start.go')}: ${t(`kind.${one.kind}`)}`}
                  onClick={() => onStart(one.kind)}
                >
                  {t(one.progress.waiting > 0 ? 'start.goOn' : 'start.go')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
