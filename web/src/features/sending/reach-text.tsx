import { Button, Text } from '@mantine/core'
import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { useT } from '../../i18n.tsx'
import classes from '../invitations/invitations.module.css'
import { LeftOutList } from './left-out-list.tsx'
import { sendStrings } from './send.strings.ts'
import type { Sending } from './to-send.ts'

interface ReachTextProps {
  reach: ResponseOf<typeof whatsappApi.reach>
  sending: Sending
  sessionId: string
  onInvite: () => void
}

/** Said before a press of the button: how many will get it and by which way, and who will not and why. */
export const ReachText = ({ reach, sending, sessionId, onInvite }: ReachTextProps) => {
  const t = useT(sendStrings)
  const { byMail, byService, byOfficer, waiting, already, leftOut } = reach
  const count = byMail + byService + byOfficer
  const uninvited = leftOut.filter(({ reason }) => reason === 'not_invited')
  const beyondReach = leftOut.filter(({ reason }) => reason !== 'not_invited')
  return (
    <div aria-live="polite" className={classes.reach}>
      <Text fw={600}>{t('reach', { count })}</Text>
      {count > 0 && (
        <ul className={classes.ways}>
          {byMail > 0 && <li>{t('byMail', { count: byMail })}</li>}
          {byService > 0 && <li>{t('byService', { count: byService })}</li>}
          {byOfficer > 0 && (
            <li>
              {t('byOfficer', { count: byOfficer })}
              {waiting > 0 && ` ${t('waiting', { count: waiting })}`}
            </li>
          )}
        </ul>
      )}
      {count + leftOut.length + already === 0 && (
        <Text c="dimmed">{t(`nobody.${sending.kind}`)}</Text>
      )}
      {already > 0 && (
        <Text c="dimmed">
          {t(sending.kind === 'reminder' ? 'reminded' : 'already', { count: already })}
        </Text>
      )}
      {uninvited.length > 0 && (
        <Text>
          {t('uninvited', { count: uninvited.length })}{' '}
          <Button size="compact-sm" variant="subtle" onClick={onInvite}>
            {t('inviteFirst')}
          </Button>
        </Text>
      )}
      {beyondReach.length > 0 && (
        <div>
          <Text>{t('leftOut', { count: beyondReach.length })}</Text>
          <LeftOutList people={beyondReach} sessionId={sessionId} />
        </div>
      )}
    </div>
  )
}
