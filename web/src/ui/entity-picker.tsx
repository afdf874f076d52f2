import { Button, CloseButton, Combobox, InputBase, Loader, Text, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import { markField } from '../lib/held-fields.ts'
import { matchTyped } from './match-typed.ts'

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
  disabled?: boolean
  /** One of the name typed is being made below the field. */
  creating?: boolean
  inputRef?: Ref<HTMLInputElement>
}

const create = '+'

/**
 * Chooses one record by typing a part of its name. A text that is left standing becomes the record it can only mean;
 * any other stays, with an error, and holds its form until one is chosen or made, or the text is cleared.
 */
export const EntityPicker = <L extends List, K extends QueryKey>({
  value,
  onChange,
  search,
  itemOf,
  onCreate,
  createLabel = (name) => `+ ${name}`,
  placeholder,
  error,
  creating = false,
  inputRef,
  ...field
}: EntityPickerProps<L, K>) => {
  const t = useT(commonStrings)
  const cache = useQueryClient()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const input = useRef<HTMLInputElement | null>(null)
  const [typed, setTyped] = useState(value?.name ?? '')
  const [known, setKnown] = useState(value)
  const [unmatched, setUnmatched] = useState<string>()
  if (value?.id !== known?.id || value?.name !== known?.name) {
    setKnown(value)
    setTyped(value?.name ?? '')
    setUnmatched(undefined)
  }
  const text = typed.trim()
  const [settled] = useDebouncedValue(text, 200)
  const [active, setActive] = useState(false)
  // The name just chosen is not a search: show what else there is.
  const queryOf = (name: string) => (name === value?.name ? '' : name)
  const q = queryOf(settled)
  const { data, isFetching } = useQuery({
    ...search(q),
    enabled: active,
    placeholderData: keepPreviousData,
  })
  const items = (data?.items ?? []).map(itemOf)
  const mayCreate = onCreate && q && !items.some((i) => i.name.toLowerCase() === q.toLowerCase())

  const refuse = (problem: string | undefined) => {
    markField(input.current, problem ?? '')
    setUnmatched(problem)
  }
  const take = (picked: Picked | null) => {
    refuse(undefined)
    setTyped(picked?.name ?? '')
    if (picked?.id !== value?.id) onChange(picked)
  }
  const make = (name: string) => {
    combobox.closeDropdown()
    onCreate?.(name)
  }

  const latest = useRef(text)
  latest.current = text
  /** What was typed and not chosen: looked up by itself, since the list may be of an earlier text. */
  const settle = async () => {
    if (text === (value?.name ?? '')) return refuse(undefined)
    if (text === '') return take(null)
    markField(input.current, t('notChosen', { name: text }))
    const found = await cache.fetchQuery(search(text)).catch(() => undefined)
    // Typed on, or chosen, in the meantime.
    if (latest.current !== text || !input.current) return
    const match = matchTyped(text, (found?.items ?? []).map(itemOf))
    if (match) take({ id: match.id, name: match.name })
    else refuse(t('notChosen', { name: text }))
  }

  // Also what was chosen or made elsewhere lets the form go.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => markField(input.current, unmatched ?? ''), [unmatched, value?.id])

  return (
    <div>
      <Combobox
        store={combobox}
        shadow="md"
        onOptionSubmit={(id) => {
          if (id === create) return make(q)
          combobox.closeDropdown()
          const item = items.find((one) => one.id === id)
          if (item) take({ id: item.id, name: item.name })
        }}
      >
        <Combobox.Target withExpandedAttribute>
          <InputBase
            {...field}
            ref={(element) => {
              input.current = element
              if (typeof inputRef === 'function') inputRef(element)
              else if (inputRef) inputRef.current = element
            }}
            size="md"
            autoComplete="off"
            placeholder={placeholder ?? t('typeToSearch')}
            error={unmatched ?? error}
            value={typed}
            rightSection={
              isFetching && active ? (
                <Loader size={16} />
              ) : typed !== '' && !field.disabled ? (
                <CloseButton
                  size="sm"
                  tabIndex={-1}
                  aria-label={t('clearField', { field: field.label })}
                  // The field keeps the focus.
                  onMouseDown={(press) => press.preventDefault()}
                  onClick={() => take(null)}
                />
              ) : (
                <Combobox.Chevron />
              )
            }
            rightSectionPointerEvents={typed === '' ? 'none' : 'all'}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setUnmatched(undefined)
              combobox.openDropdown()
              combobox.resetSelectedOption()
            }}
            onFocus={() => setActive(true)}
            onClick={() => combobox.openDropdown()}
            onKeyDown={(press) => {
              // Enter sends the form where no option is marked.
              const chosen = combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0
              if (press.key === 'Enter' && !chosen) void settle()
            }}
            onBlur={() => {
              combobox.closeDropdown()
              void settle()
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={field.label}>
            {items.map((item) => (
              <Combobox.Option key={item.id} value={item.id} active={item.id === value?.id}>
                <Text>{item.name}</Text>
                {item.hint && (
                  <Text c="dimmed" size="xs">
                    {item.hint}
                  </Text>
                )}
              </Combobox.Option>
            ))}
            {mayCreate && <Combobox.Option value={create}>{createLabel(q)}</Combobox.Option>}
            {items.length === 0 && !mayCreate && (
              <Combobox.Empty>{t(isFetching ? 'loading' : 'nothingFound')}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {unmatched && onCreate && !creating && (
        <Button variant="subtle" size="xs" mt={4} ml={-8} px={8} onClick={() => make(text)}>
          {createLabel(text)}
        </Button>
      )}
    </div>
  )
}
