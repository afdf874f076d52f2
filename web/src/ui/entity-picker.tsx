import { Loader, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useQuery,
} from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { commonMessages } from '../common-messages.ts'
import { useT } from '../i18n.tsx'

export interface Picked {
  id: string
  name: string
}

interface List {
  items: readonly unknown[]
}

interface EntityPickerProps<L extends List, K extends QueryKey> {
  label: string
  value: Picked | null
  onChange: (picked: Picked | null) => void
  /** The query for what was typed: `(q) => ask(outletsApi.list, { query: { q, limit: 10 } })`. */
  search: (q: string) => UseQueryOptions<L, Error, L, K>
  itemOf: (item: L['items'][number]) => Picked & { hint?: string | null }
  /** Makes one of the name typed; without it only what exists can be chosen. */
  onCreate?: (name: string) => void
  createLabel?: (name: string) => string
  description?: string
  placeholder?: string
  error?: ReactNode
  withAsterisk?: boolean
  clearable?: boolean
  disabled?: boolean
}

const create = '+'

/** Chooses one record by typing a part of its name. */
export const EntityPicker = <L extends List, K extends QueryKey>({
  value,
  onChange,
  search,
  itemOf,
  onCreate,
  createLabel = (name) => `+ ${name}`,
  clearable = true,
  placeholder,
  ...field
}: EntityPickerProps<L, K>) => {
  const t = useT(commonMessages)
  const [typed, setTyped] = useState(value?.name ?? '')
  const [settled] = useDebouncedValue(typed.trim(), 200)
  const [active, setActive] = useState(false)
  // The name just chosen is not a search: show what else there is.
  const q = settled === value?.name ? '' : settled
  const { data, isFetching } = useQuery({
    ...search(q),
    enabled: active,
    placeholderData: keepPreviousData,
  })
  const items = (data?.items ?? []).map(itemOf)
  const known = value && !items.some((item) => item.id === value.id) ? [value, ...items] : items
  const mayCreate = onCreate && q && !items.some((i) => i.name.toLowerCase() === q.toLowerCase())
  const hints = new Map(items.map((item) => [item.id, item.hint]))
  return (
    <Select
      {...field}
      searchable
      clearable={clearable}
      placeholder={placeholder ?? t('typeToSearch')}
      nothingFoundMessage={isFetching ? t('loading') : t('nothingFound')}
      rightSection={isFetching && active ? <Loader size={16} /> : undefined}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onFocus={() => setActive(true)}
      data={[
        ...known.map((item) => ({ value: item.id, label: item.name })),
        ...(mayCreate ? [{ value: create, label: createLabel(q) }] : []),
      ]}
      // The server has searched already, and tolerates typos that a filter here would drop.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <div>
          <Text>{option.label}</Text>
          {hints.get(option.value) && (
            <Text c="dimmed" size="xs">
              {hints.get(option.value)}
            </Text>
          )}
        </div>
      )}
      onChange={(id) => {
        if (id === create) return onCreate?.(q)
        onChange(known.find((item) => item.id === id) ?? null)
      }}
    />
  )
}
