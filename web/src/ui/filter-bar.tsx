import { Button, Group, Pill, Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import classes from './filter-bar.module.css'
import { type Filter, FilterMenu } from './filter-menu.tsx'
import { SearchField } from './search-field.tsx'

interface FilterBarProps {
  search: { value: string; onChange: (q: string) => void; label: string }
  filters?: readonly Filter[]
  /** Saved segments, as tabs above; the value is bound to the URL like a filter. */
  segments?: {
    label: string
    value: string
    options: readonly { value: string; label: string }[]
    onChange: (value: string) => void
  }
  /** At the right end: how the list is shown. */
  children?: ReactNode
}

/** Search first, then filters; what is chosen stands below as chips that can be taken away. */
export const FilterBar = ({ search, filters = [], segments, children }: FilterBarProps) => {
  const t = useT(commonStrings)
  const chosen = filters.flatMap((filter) =>
    filter.value.map((value) => ({
      filter,
      value,
      label: filter.options.find((option) => option.value === value)?.label ?? value,
    })),
  )
  return (
    <div className={classes.root}>
      {segments && (
        <Tabs
          value={segments.value}
          onChange={(value) => segments.onChange(value ?? '')}
          aria-label={segments.label}
        >
          <Tabs.List aria-label={segments.label} className={classes.segments}>
            {segments.options.map((option) => (
              <Tabs.Tab key={option.value} value={option.value}>
                {option.label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      <search className={classes.line}>
        <SearchField {...search} />
        {filters.map((filter) => (
          <FilterMenu key={filter.key} filter={filter} />
        ))}
        {children && <div className={classes.end}>{children}</div>}
      </search>
      {chosen.length > 0 && (
        <Group gap={6}>
          {chosen.map(({ filter, value, label }) => (
            <Pill
              key={`${filter.key}:${value}`}
              size="md"
              withRemoveButton
              removeButtonProps={{
                'aria-label': t('removeFilter', { name: label }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
              onRemove={() => filter.onChange(filter.value.filter((other) => other !== value))}
            >
              {label}
            </Pill>
          ))}
          {chosen.length > 1 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                for (const filter of filters) if (filter.value.length > 0) filter.onChange([])
              }}
            >
              {t('clearFilters')}
            </Button>
          )}
        </Group>
      )}
    </div>
  )
}
