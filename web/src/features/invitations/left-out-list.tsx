import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { useT } from '../../i18n.tsx'
import classes from './invitations.module.css'
import { sendMessages } from './send-messages.ts'

interface LeftOutListProps {
  people: ResponseOf<typeof whatsappApi.sendMany>['skipped']
}

/** Who gets no message, each with the reason. */
export const LeftOutList = ({ people }: LeftOutListProps) => {
  const t = useT(sendMessages)
  return (
    <ul className={classes.left}>
      {people.map((one) => (
        <li key={one.invitationId}>
          {one.fullName} <span className={classes.quiet}>{t(`reason.${one.reason}`)}</span>
        </li>
      ))}
    </ul>
  )
}
