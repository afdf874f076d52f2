import { Button, Menu } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { partnerStrings } from '../partner-forms/partner.strings.ts'

export const partnerSorts = ['name', '-name', 'createdAt', '-createdAt'] as const
export type PartnerSort = (typeof partnerSorts)[number]

const labels = {
  name: 'name',
  '-name': 'nameDown',
  '-createdAt': 'newest',
  createdAt: 'oldest',
} as const

interface SortMenuProps {
  sort: PartnerSort | undefined
  /** With a search the order of itself is the best match, else the name. */
  searching: boolean
  onChange: (sort: PartnerSort | undefined) => void
}

/** The order of a list, also where there is no head of a table to press. */
export const SortMenu = ({ sort, searching, onChange }: SortMenuProps) => {
  const t = useT(partnerStrings)
  const own = t(searching ? 'sortBy.best' : 'sortBy.auto')
  const choices: [PartnerSort | undefined, string][] = [
    [undefined, own],
    ...(searching ? [['name', t('sortBy.name')] satisfies [PartnerSort, string]] : []),
    ['-name', t('sortBy.nameDown')],
    ['-createdAt', t('sortBy.newest')],
    ['createdAt', t('sortBy.oldest')],
  ]
  const shown = sort ? t(`sortBy.${labels[sort]}`) : own
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          fw={400}
          rightSection={<Icon name="down" size={16} />}
          aria-label={`${t('sort')}: ${shown}`}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([value, label]) => (
          <Menu.Item
            key={value ?? 'own'}
            role="menuitemradio"
            aria-checked={value === sort}
            rightSection={value === sort ? <Icon name="check" size={16} /> : null}
            onClick={() => onChange(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
