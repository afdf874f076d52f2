import { Text } from '@mantine/core'
import type { Invitation } from '@ngopi/shared/invitations'
import { useLocale, useT } from '../../i18n.tsx'
import { formatRelative } from '../../lib/format-time.ts'
import { Time } from '../../lib/time.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'
import classes from '../invitations/invitations.module.css'
import { invitationsStrings } from '../invitations/invitations.strings.ts'

interface SeatTextProps {
  invitation: Pick<Invitation, 'holdsSeat' | 'queuePosition' | 'partySize' | 'offerExpiresAt'>
  /** Zone of the session. */
  zone: string
}

/** Whether a guest holds a seat, until when one is kept, or where in the queue they wait; and who comes along. */
export const SeatText = ({ invitation, zone }: SeatTextProps) => {
  const t = useT(invitationsStrings)
  const answers = useT(answersStrings)
  const locale = useLocale()
  const { holdsSeat, queuePosition, offerExpiresAt, partySize } = invitation
  const crew = partySize > 1 ? answers('crewMore', { count: partySize - 1 }) : null
  const seat = queuePosition
    ? t('queue', { place: queuePosition })
    : holdsSeat
      ? t('holdsSeat')
      : null
  const left = offerExpiresAt && formatRelative(offerExpiresAt, zone, locale, Date.now())
  if (!seat && !crew) return null
  return (
    <Text component="span">
      {offerExpiresAt ? (
        <>
          {answers('heldUntil')} <Time at={offerExpiresAt} zone={zone} />
          {left && <span className={classes.quiet}> ({left})</span>}
        </>
      ) : (
        seat
      )}
      {seat && crew && ' · '}
      {crew && <span className={classes.whole}>{crew}</span>}
    </Text>
  )
}
