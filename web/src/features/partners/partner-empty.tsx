import { Button, Group } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { partnerStrings } from '../partner-forms/partner.strings.ts'

interface PartnerEmptyProps {
  icon: IconName
  /** Something was searched or filtered. */
  narrowed: boolean
  title: string
  text: string
  onShowAll: () => void
  /** The first step, or recording what was looked for; left out when not permitted. */
  add?: { label: string; onClick: () => void } | undefined
}

/** Nothing recorded yet, or nothing found: two different things. */
export const PartnerEmpty = ({
  icon,
  narrowed,
  title,
  text,
  onShowAll,
  add,
}: PartnerEmptyProps) => {
  const t = useT(partnerStrings)
  const addButton = add && (
    <Button variant="default" leftSection={<Icon name="plus" size={18} />} onClick={add.onClick}>
      {add.label}
    </Button>
  )
  return narrowed ? (
    <EmptyState
      icon="search"
      title={t('noMatch')}
      text={t('noMatchText')}
      action={
        <Group gap="sm" justify="center">
          <Button variant="default" onClick={onShowAll}>
            {t('showAll')}
          </Button>
          {addButton}
        </Group>
      }
    />
  ) : (
    <EmptyState icon={icon} title={title} text={text} action={addButton} />
  )
}
