import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import classes from '../invitations/invitations.module.css'
import { sendStrings } from './send.strings.ts'

interface LeftOutListProps {
  people: ResponseOf<typeof whatsappApi.sendMany>['skipped']
  sessionId: string
}

/** Who gets no message, each with the reason and a way to where the officer marks that they telephoned. */
export const LeftOutList = ({ people, sessionId }: LeftOutListProps) => {
  const t = useT(sendStrings)
  return (
    <ul className={classes.left}>
      {people.map((one) => (
        <li key={one.invitationId}>
          <AppLink
            underline="always"
            to={paths.sessionInvitations(sessionId)}
            search={{ buka: one.invitationId }}
          >
            {one.fullName}
          </AppLink>{' '}
          <span className={classes.quiet}>{t(`reason.${one.reason}`)}</span>
        </li>
      ))}
    </ul>
  )
}
