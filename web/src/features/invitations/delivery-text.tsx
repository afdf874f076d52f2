import type { Delivery } from '@ngopi/shared/invitations'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import classes from './invitations.module.css'
import { invitationsMessages } from './messages.ts'

/** "Undangan lewat WhatsApp, ditandai terkirim oleh Sari · kemarin". Nobody claims it was read. */
export const DeliveryText = ({ delivery, zone }: { delivery: Delivery; zone: string }) => {
  const t = useT(invitationsMessages)
  const kind = t(`kind.${delivery.kind}`)
  return (
    <>
      {delivery.state === 'marked'
        ? t('delivered.marked', {
            kind,
            channel: t(`channel.${delivery.channel}`),
            by: delivery.by?.name ?? t('someone'),
          })
        : t(`delivered.${delivery.state}`, { kind, channel: t(`channel.${delivery.channel}`) })}
      {' · '}
      <Time at={delivery.at} zone={zone} relative />
    </>
  )
}

/** The same in a list, where the column says what it is about: "WhatsApp · Sari · kemarin". */
export const ShortDeliveryText = ({ delivery, zone }: { delivery: Delivery; zone: string }) => {
  const t = useT(invitationsMessages)
  return (
    <>
      <span className={classes.channel}>{t(`channel.${delivery.channel}`)}</span>
      {delivery.state === 'marked' && delivery.by && ` · ${delivery.by.name}`}
      {' · '}
      <span className={classes.whole}>
        <Time at={delivery.at} zone={zone} relative dayOnly />
      </span>
    </>
  )
}
