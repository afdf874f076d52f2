import { Button } from '@mantine/core'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PartnerMenu } from './partner-menu.tsx'

interface PanelActionsProps {
  page: string
  /** Not for an archived partner, nor for who only reads. */
  editable: boolean
  onEdit: () => void
  onArchive: () => void
}

/** What can be done with the partner beside the list. */
export const PanelActions = ({ page, editable, onEdit, onArchive }: PanelActionsProps) => {
  const common = useT(commonStrings)
  return (
    <>
      <ButtonLink to={page} size="xs" variant="default">
        {common('openPage')}
      </ButtonLink>
      {editable && (
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="edit" size={16} />}
            onClick={onEdit}
          >
            {common('edit')}
          </Button>
          <PartnerMenu size={30} onArchive={onArchive} />
        </>
      )}
    </>
  )
}
