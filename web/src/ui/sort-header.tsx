import { Table, UnstyledButton } from '@mantine/core'
import classes from './data-list.module.css'
import type { Column } from './data-list-types.ts'

interface SortHeaderProps<T> {
  column: Column<T>
  sort: string | undefined
  onSort: ((sort: string | undefined) => void) | undefined
}

/** Up, down, then as it was. */
const next = (sortKey: string, sort: string | undefined): string | undefined => {
  if (sort === sortKey) return `-${sortKey}`
  return sort === `-${sortKey}` ? undefined : sortKey
}

/** The head of a column; a button when the list can be sorted by it. */
export const SortHeader = <T,>({ column, sort, onSort }: SortHeaderProps<T>) => {
  const { sortKey } = column
  if (!sortKey || !onSort)
    return (
      <Table.Th w={column.width} ta={column.align}>
        {column.title}
      </Table.Th>
    )
  const direction =
    (sort === sortKey && 'ascending') || (sort === `-${sortKey}` && 'descending') || 'none'
  return (
    <Table.Th w={column.width} ta={column.align} aria-sort={direction}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(next(sortKey, sort))}>
        {column.title}
        <span aria-hidden="true">{{ ascending: '↑', descending: '↓', none: '' }[direction]}</span>
      </UnstyledButton>
    </Table.Th>
  )
}
