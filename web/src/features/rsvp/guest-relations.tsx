import { Stack, Text } from '@mantine/core'
import type { Invitation } from '@ngopi/shared/invitations'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'

type Related = Pick<
  Invitation,
  'answer' | 'sessionId' | 'substituteOf' | 'substitutedBy' | 'group' | 'namedBy'
>

/** How a guest stands to others: whose place they took, who took theirs, whom they speak for. */
export const GuestRelations = ({ invitation }: { invitation: Related }) => {
  const t = useT(answersStrings)
  const { answer, sessionId, substituteOf, substitutedBy, group, namedBy } = invitation
  const link = (partner: NonNullable<Related['substituteOf']>) => (
    <AppLink to={paths.sessionInvitations(sessionId)} search={{ buka: partner.invitationId }}>
      {partner.fullName}
    </AppLink>
  )
  return (
    <Stack gap={2}>
      {substituteOf && <Text>{t.rich('standsFor', { who: () => link(substituteOf) })}</Text>}
      {answer === 'substituted' && (
        <Text>
          {substitutedBy
            ? t.rich('replacedBy', { who: () => link(substitutedBy) })
            : t('replacedByNobody')}
        </Text>
      )}
      {group && (
        <Text>
          {t('coordinates', { group: group.name, named: group.named, places: group.places })}
        </Text>
      )}
      {namedBy && <Text>{t.rich('namedBy', { who: () => link(namedBy) })}</Text>}
    </Stack>
  )
}
