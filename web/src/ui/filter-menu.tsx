import { Button, Menu } from '@mantine/core'
import { Icon } from './icon.tsx'

export interface Filter {
  key: string
  label: string
  options: readonly { value: string; label: string }[]
  value: readonly string[]
  onChange: (value: string[]) => void
  /** At most one at a time; chosen again it is taken away. */
  single?: boolean
}

/** One filter: a button with its choices below. */
export const FilterMenu = ({ filter }: { filter: Filter }) => {
  const { value, single = false } = filter
  const toggle = (option: string) => {
    if (value.includes(option)) filter.onChange(value.filter((other) => other !== option))
    else filter.onChange(single ? [option] : [...value, option])
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" size="sm" fw={400} rightSection={<Icon name="down" size={16} />}>
          {filter.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {filter.options.map((option) => (
          <Menu.CheckboxItem
            key={option.value}
            value={option.value}
            checked={value.includes(option.value)}
            closeMenuOnClick={single}
            onChange={() => toggle(option.value)}
          >
            {option.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
