import { Button, Text, Title } from '@mantine/core'
import { type QueueProgress, type Reminded, whatsappApi } from '@ngopi/shared/whatsapp'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { formatNumber } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { AppLink, ButtonLink } from '../../ui/link.tsx'
import type { QueueKind } from './queue-kinds.ts'
import classes from './whatsapp.module.css'
import { whatsappStrings } from './whatsapp.strings.ts'

interface QueueEndProps {
  sessionId: string
  kind: QueueKind
  reminds: Reminded | undefined
  progress: QueueProgress
  onAgain: () => void
  onCheck: () => void
}

const counted = ['sent', 'skipped', 'problems', 'withdrawn'] as const

/** Nobody left to hand out: what came of it, and what is left to do. */
export const QueueEnd = ({
  sessionId,
  kind,
  reminds,
  progress,
  onAgain,
  onCheck,
}: QueueEndProps) => {
  const t = useT(whatsappStrings)
  const locale = useLocale()
  const { data: reach } = useQuery({
    ...ask(whatsappApi.reach, { params: { id: sessionId }, query: { kind, reminds } }),
    // The guests done just now are told of.
    staleTime: 0,
  })
  const byMail = reach?.byMail ?? 0
  const unreachable = (reach?.leftOut ?? []).filter(
    ({ reason }) => reason === 'no_channel' || reason === 'no_mail_server',
  )
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
      {byMail > 0 && <Text>{t('end.byMail', { count: byMail })}</Text>}
      {unreachable.length > 0 && (
        <div>
          <Text>{t('end.unreachable', { count: unreachable.length })}</Text>
          <ul className={classes.names}>
            {unreachable.map(({ invitationId, fullName, reason }) => (
              <li key={invitationId}>
                <AppLink
                  underline="always"
                  to={paths.sessionInvitations(sessionId)}
                  search={{ buka: invitationId }}
                >
                  {fullName}
                </AppLink>
                : {t(`reason.${reason}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={classes.endActions}>
        {others && (
          <Button variant="default" onClick={onCheck}>
            {t('end.check')}
          </Button>
        )}
        {progress.skipped > 0 && <Button onClick={onAgain}>{t('end.again')}</Button>}
        {byMail > 0 && (
          <ButtonLink
            variant="default"
            to={paths.sessionInvitations(sessionId)}
            search={{ kirim: kind, kepada: reminds }}
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
