import type { Delivery } from '@ngopi/shared/invitations'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import classes from '../invitations/invitations.module.css'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import { sendStrings } from './send.strings.ts'

const ownNames = ['seat', 'offer', 'materials', 'revoked', 'replaced'] as const

/** News of a seat travels as an invitation does, the end of one as a cancellation; they are called by what they say. */
const sayingOf = ({ about, kind }: Delivery) => ownNames.find((name) => name === about) ?? kind

/** "Undangan lewat WhatsApp, ditandai terkirim oleh Sari · kemarin". Nobody claims it was read. */
export const DeliveryText = ({ delivery, zone }: { delivery: Delivery; zone: string }) => {
  const t = useT(invitationsStrings)
  const sending = useT(sendStrings)
  const { state, channel } = delivery
  const kind = t(`kind.${sayingOf(delivery)}`)
  const said = () => {
    if (state === 'marked')
      return t('delivered.marked', {
        kind,
        channel: t(`channel.${channel}`),
        by: delivery.by?.name ?? t('someone'),
      })
    // A refused mail is tried again; the service refuses for good.
    if (state === 'failed' && channel === 'whatsapp') return sending('refused', { kind })
    return t(`delivered.${state}`, { kind, channel: t(`channel.${channel}`) })
  }
  return (
    <>
      {said()}
      {' · '}
      <Time at={delivery.at} zone={zone} relative />
    </>
  )
}

/** The same in a list, where the column says what it is about: "WhatsApp · Sari · kemarin". */
export const ShortDeliveryText = ({ delivery, zone }: { delivery: Delivery; zone: string }) => {
  const t = useT(invitationsStrings)
  const sending = useT(sendStrings)
  const { state } = delivery
  return (
    <>
      <span className={classes.channel}>{t(`channel.${delivery.channel}`)}</span>
      {state === 'marked' && delivery.by && ` · ${delivery.by.name}`}
      {state !== 'marked' && state !== 'sent' && ` · ${sending(`short.${state}`)}`}
      {' · '}
      <span className={classes.whole}>
        <Time at={delivery.at} zone={zone} relative dayOnly />
      </span>
    </>
  )
}
