import { Button, Menu, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import { Icon } from './icon.tsx'
import { matchingOptions, type Option } from './matching-options.ts'

/** The query that finds options for what was typed. */
export type Find = (q: string) => {
  queryKey: QueryKey
  queryFn: () => Promise<readonly Option[]>
}

export interface Filter {
  key: string
  label: string
  /** What to choose from; a chosen one always, even when `find` brought it. */
  options: readonly Option[]
  value: readonly string[]
  onChange: (value: string[]) => void
  /** At most one at a time; chosen again it is taken away. */
  single?: boolean
  /** Finds what the options do not hold, where there can be more than fit into a menu. */
  find?: Find
}

/** More than this many are searched rather than read. */
const readable = 12

const Choices = ({ filter }: { filter: Filter }) => {
  const t = useT(commonStrings)
  const { value, single = false, options, find } = filter
  const [typed, setTyped] = useState('')
  const [settled] = useDebouncedValue(typed.trim(), 200)
  const { data: found = [], isFetching } = useQuery({
    ...(find?.(settled) ?? { queryKey: [filter.key], queryFn: () => [] }),
    enabled: find !== undefined && settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const shown = matchingOptions(options, typed.trim() === '' ? [] : found, typed)
  const toggle = (option: string) => {
    if (value.includes(option)) filter.onChange(value.filter((other) => other !== option))
    else filter.onChange(single ? [option] : [...value, option])
  }
  return (
    <>
      {(find !== undefined || options.length > readable) && (
        <Menu.Search
          aria-label={t('searchIn', { name: filter.label })}
          placeholder={t('search')}
          leftSection={<Icon name="search" size={16} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={200}
        />
      )}
      {shown.map((option) => (
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
      {shown.length === 0 && (
        <Text c="dimmed" size="sm" px="sm" py="xs" role="status">
          {isFetching ? t('loading') : t('nothingFound')}
        </Text>
      )}
    </>
  )
}

/** One filter: a button with its choices below, searched when there are many. */
export const FilterMenu = ({ filter }: { filter: Filter }) => (
  <Menu position="bottom-start">
    <Menu.Target>
      <Button variant="default" size="sm" fw={400} rightSection={<Icon name="down" size={16} />}>
        {filter.label}
      </Button>
    </Menu.Target>
    <Menu.Dropdown mah={360} maw={400} style={{ overflowY: 'auto' }}>
      <Choices filter={filter} />
    </Menu.Dropdown>
  </Menu>
)
