import { Text } from '@mantine/core'
import type { InvitationDetail } from '@ngopi/shared/invitations'
import type { ReactNode } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import classes from '../invitations/invitations.module.css'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import { DeliveryText } from '../sending/delivery-text.tsx'

interface Entry {
  id: string
  at: string
  what: ReactNode
}

/** Answers and deliveries in one line of time, newest first. */
export const InvitationHistory = ({ detail, zone }: { detail: InvitationDetail; zone: string }) => {
  const t = useT(invitationsStrings)
  const common = useT(commonStrings)
  const by = ({ kind, name }: InvitationDetail['responses'][number]['by']) => {
    if (kind === 'journalist') return t('panel.byJournalist')
    return kind === 'officer'
      ? t('panel.byOfficer', { name: name ?? t('someone') })
      : t('panel.bySystem')
  }
  const entries: Entry[] = [
    ...detail.responses.map((one) => ({
      id: one.id,
      at: one.at,
      what: (
        <>
          {t(one.moved && one.from === one.to ? 'panel.moved' : 'panel.answered', {
            from: common(`answer.${one.from}`),
            to: common(`answer.${one.to}`),
          })}
          <Text c="dimmed" size="xs">
            {by(one.by)}
            {one.afterDeadline && ` · ${t('panel.afterDeadline')}`} ·{' '}
            <Time at={one.at} zone={zone} relative />
          </Text>
          {one.reason && (
            <Text size="xs">{t('panel.declinedBecause', { reason: one.reason })}</Text>
          )}
          {one.note && <Text size="xs">{t('panel.guestNote', { note: one.note })}</Text>}
        </>
      ),
    })),
    ...detail.deliveries.map((one) => ({
      id: one.id,
      at: one.at,
      what: <DeliveryText delivery={one} zone={zone} />,
    })),
    {
      id: detail.id,
      at: detail.createdAt,
      what: (
        <>
          {t('panel.invited')} · <Time at={detail.createdAt} zone={zone} relative />
        </>
      ),
    },
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  return (
    <ol className={classes.history}>
      {entries.map((entry) => (
        <li key={entry.id}>{entry.what}</li>
      ))}
    </ol>
  )
}
