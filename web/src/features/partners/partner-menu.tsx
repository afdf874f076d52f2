import { ActionIcon, Menu } from '@mantine/core'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { partnerStrings } from '../partner-forms/partner.strings.ts'

interface PartnerMenuProps {
  size: 30 | 36
  onArchive: () => void
}

/** What is seldom done with a partner. */
export const PartnerMenu = ({ size, onArchive }: PartnerMenuProps) => {
  const t = useT(partnerStrings)
  const common = useT(commonStrings)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={size} aria-label={t('moreActions')}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="archive" size={18} />} onClick={onArchive}>
          {common('archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
