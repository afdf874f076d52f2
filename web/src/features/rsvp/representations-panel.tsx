import { Stack, Text, Title } from '@mantine/core'
import { representationsApi } from '@ngopi/shared/representations'
import type { Session } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import classes from '../invitations/answers.module.css'
import { answersStrings } from '../invitations/answers.strings.ts'
import { RepresentationRequest } from './representation-request.tsx'

interface PanelProps {
  session: Session
  mayDecide: boolean
}

const Content = ({ session, mayDecide }: PanelProps) => {
  const t = useT(answersStrings)
  const { data, error, refetch } = useQuery(
    ask(representationsApi.list, { params: { id: session.id } }),
  )
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const waiting = data.items.filter(({ state }) => state === 'pending')
  const decided = data.items.filter(({ state }) => state !== 'pending')
  return (
    <Stack gap="xl">
      {waiting.length > 0 ? (
        <>
          <Text c="dimmed">{t('wakil.intro')}</Text>
          <ul className={classes.requests}>
            {waiting.map((asked) => (
              <RepresentationRequest
                key={asked.id}
                asked={asked}
                zone={session.timeZone}
                mayDecide={mayDecide}
              />
            ))}
          </ul>
        </>
      ) : (
        <EmptyState icon="people" title={t('wakil.emptyTitle')} text={t('wakil.emptyText')} />
      )}
      {decided.length > 0 && (
        <section>
          <Title order={3} mb="xs">
            {t('wakil.decided')}
          </Title>
          {decided.map(({ id, fullName, state, decidedBy }) => (
            <Text key={id}>
              {fullName}: {t(`wakil.state.${state}`)}
              {decidedBy && ` · ${decidedBy.name}`}
            </Text>
          ))}
        </section>
      )}
    </Stack>
  )
}

interface RepresentationsPanelProps extends PanelProps {
  opened: boolean
  onClose: () => void
}

/** Who came with a forwarded link, to be decided on one by one. */
export const RepresentationsPanel = ({ opened, onClose, ...props }: RepresentationsPanelProps) => {
  const t = useT(answersStrings)
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('wakil.title')} size={520}>
      {opened && <Content {...props} />}
    </SidePanel>
  )
}
