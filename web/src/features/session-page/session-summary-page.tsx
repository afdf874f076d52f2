import { Button, Text, Title } from '@mantine/core'
import { reportsApi } from '@ngopi/shared/reports'
import { sessionsApi } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { AnswerBar } from '../../ui/answer-bar.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Funnel } from '../../ui/funnel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { SessionNotices } from '../series/series-session-notices.tsx'
import { AgendaList } from '../sessions/agenda-list.tsx'
import { useSession } from '../sessions/api.ts'
import classes from '../sessions/sessions.module.css'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import { ClosingLine } from './closing-line.tsx'
import { SessionFacts } from './session-facts.tsx'

const SessionFunnel = ({ id }: { id: string }) => {
  const t = useT(sessionsStrings)
  const { data, error, isPending, refetch } = useQuery(
    ask(reportsApi.sessionFunnel, { params: { id } }),
  )
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <SkeletonRows rows={6} height={32} />
  const steps = ['invited', 'answered', 'attending', 'attended', 'asked', 'published'] as const
  return (
    <>
      <Funnel
        label={t('summary.funnel')}
        steps={steps.map((step) => ({ label: t(`summary.step.${step}`), value: data[step] }))}
      />
      <Text c="dimmed" mt={8}>
        {t('summary.beside', { walkIns: data.walkIns, placements: data.placements })}
      </Text>
    </>
  )
}

/** The first tab: the answers, then the programme, the line to coverage, and the facts beside. */
export const SessionSummaryPage = () => {
  const t = useT(sessionsStrings)
  const navigate = useNavigate()
  const session = useSession()
  const user = useUser()
  const mayEdit = useMay(sessionsApi.update) && session.officeId === user.office.id
  const { invited } = session.answers
  return (
    <>
      <SessionNotices session={session} mayEdit={mayEdit} />
      <section className={classes.section}>
        {invited > 0 ? (
          <AnswerBar
            counts={session.answers}
            onChoose={(answer) =>
              void navigate({ to: paths.sessionInvitations(session.id), search: { answer } })
            }
          />
        ) : (
          <Text c="dimmed">{t('summary.answersEmpty')}</Text>
        )}
      </section>
      <div className={classes.columns}>
        <div>
          <section className={classes.section}>
            <Title order={2} mb="xs">
              {t('summary.agenda')}
            </Title>
            {session.agenda.length > 0 ? (
              <AgendaList session={session} />
            ) : (
              <>
                <Text c="dimmed">{t('summary.noAgenda')}</Text>
                {mayEdit && (
                  <Button
                    mt="xs"
                    variant="default"
                    onClick={() => void navigate({ to: '.', search: { ubah: '1' } })}
                  >
                    {t('summary.addAgenda')}
                  </Button>
                )}
              </>
            )}
          </section>
          <section>
            <Title order={2} mb="sm">
              {t('summary.funnel')}
            </Title>
            {invited > 0 ? (
              <SessionFunnel id={session.id} />
            ) : (
              <Text c="dimmed">{t('summary.funnelEmpty')}</Text>
            )}
            {session.status === 'done' && <ClosingLine sessionId={session.id} />}
          </section>
        </div>
        <section>
          <Title order={2} mb="sm">
            {t('summary.facts')}
          </Title>
          <SessionFacts session={session} />
        </section>
      </div>
    </>
  )
}
