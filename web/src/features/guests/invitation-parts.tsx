import { Outlet } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { PartLinks } from '../../ui/part-links.tsx'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import { useSession } from '../sessions/api.ts'

/** The guests of a session, what goes out to them by itself, and the formal letter. */
export const InvitationParts = () => {
  const t = useT(invitationsStrings)
  const { id } = useSession()
  return (
    <>
      <PartLinks
        label={t('parts.label')}
        parts={[
          { to: paths.sessionInvitations(id), label: t('parts.guests') },
          { to: paths.sessionReminders(id), label: t('parts.reminders') },
          { to: paths.sessionLetter(id), label: t('parts.letter') },
        ]}
      />
      <Outlet />
    </>
  )
}
