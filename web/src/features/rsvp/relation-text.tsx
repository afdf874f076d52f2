import type { Invitation } from '@ngopi/shared/invitations'
import { useT } from '../../i18n.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'
import classes from '../invitations/invitations.module.css'

/** In a list, the one thing most worth knowing of how a guest stands to others; nothing for most guests. */
export const RelationText = ({
  invitation,
}: {
  invitation: Pick<
    Invitation,
    'answer' | 'substituteOf' | 'substitutedBy' | 'group' | 'namedBy' | 'declineKind'
  >
}) => {
  const t = useT(answersStrings)
  const { substituteOf, substitutedBy, group, namedBy, declineKind } = invitation
  const named = (partner: { fullName: string }) => ({ who: () => partner.fullName })
  const says = substitutedBy
    ? t.rich('replacedBy', named(substitutedBy))
    : substituteOf
      ? t.rich('standsFor', named(substituteOf))
      : group
        ? t('coordinates', { group: group.name, named: group.named, places: group.places })
        : namedBy
          ? t.rich('namedBy', named(namedBy))
          : declineKind && t(`kind.${declineKind}`)
  return says ? <span className={classes.quiet}>{says}</span> : null
}
