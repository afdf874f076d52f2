import { Text } from '@mantine/core'
import type { Invitation } from '@ngopi/shared/invitations'
import { useT } from '../../i18n.tsx'
import { invitationsMessages } from './messages.ts'

/** Whether a guest holds a seat, or where in the queue they wait. */
export const SeatText = ({
  invitation,
  place,
}: {
  invitation: Pick<Invitation, 'holdsSeat' | 'partySize'>
  place: number | undefined
}) => {
  const t = useT(invitationsMessages)
  if (place) return <Text component="span">{t('queue', { place })}</Text>
  if (!invitation.holdsSeat) return null
  return (
    <Text component="span">
      {t('holdsSeat')}
      {invitation.partySize > 1 && `, ${t('party', { size: invitation.partySize })}`}
    </Text>
  )
}
