import { Button, Text, Title } from '@mantine/core'
import type { QueueProgress } from '@ngopi/shared/whatsapp'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { formatNumber } from '../../lib/format-time.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { allInvitations } from '../invitations/api.ts'
import { whatsappMessages } from './messages.ts'
import type { QueueKind } from './queue-kinds.ts'
import classes from './whatsapp.module.css'

interface QueueEndProps {
  sessionId: string
  kind: QueueKind
  progress: QueueProgress
  onAgain: () => void
  onCheck: () => void
}

const counted = ['sent', 'skipped', 'problems', 'withdrawn'] as const

/** Nobody left to hand out: what came of it, and what is left to do. */
export const QueueEnd = ({ sessionId, kind, progress, onAgain, onCheck }: QueueEndProps) => {
  const t = useT(whatsappMessages)
  const locale = useLocale()
  const { data: all = [] } = useQuery({
    ...allInvitations(sessionId),
    enabled: kind === 'invitation',
  })
  const unreachable = all.filter((one) => !one.hasPhone && one.lastDelivery === null).length
  const others = progress.waiting > 0
  return (
    <div className={classes.end} role="status">
      <Title order={2} className={classes.endTitle}>
        <Icon name={others ? 'people' : 'check'} size={24} />
        {t(others ? 'end.others' : 'end.title')}
      </Title>
      {others && <Text c="dimmed">{t('end.othersText')}</Text>}
      <dl className={classes.counts}>
        {counted
          .filter((name) => name === 'sent' || progress[name] > 0)
          .map((name) => (
            <div key={name}>
              <dt>{t(`end.${name}`)}</dt>
              <dd>{formatNumber(progress[name], locale)}</dd>
            </div>
          ))}
      </dl>
      {unreachable > 0 && <Text>{t('end.unreachable', { count: unreachable })}</Text>}
      <div className={classes.endActions}>
        {others && (
          <Button variant="default" onClick={onCheck}>
            {t('end.check')}
          </Button>
        )}
        {progress.skipped > 0 && <Button onClick={onAgain}>{t('end.again')}</Button>}
        {unreachable > 0 && (
          <ButtonLink
            variant="default"
            to={paths.sessionInvitations(sessionId)}
            search={{ surel: kind }}
          >
            {t('end.mail')}
          </ButtonLink>
        )}
        <ButtonLink
          variant={progress.skipped > 0 ? 'default' : 'filled'}
          to={paths.sessionInvitations(sessionId)}
        >
          {t('guests')}
        </ButtonLink>
      </div>
    </div>
  )
}
