import { Checkbox, Table, UnstyledButton } from '@mantine/core'
import type { MouseEvent } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import classes from './data-list.module.css'
import type { RowsProps } from './data-list-types.ts'
import { moveBetweenRows } from './move-between-rows.ts'
import { toggled } from './selection.ts'
import { SortHeader } from './sort-header.tsx'

interface DataTableProps<T> extends RowsProps<T> {
  label: string
  sort?: string | undefined
  onSort?: ((sort: string | undefined) => void) | undefined
}

/** Something in the row that has its own meaning was meant, not the row. */
const meantOther = (event: MouseEvent) =>
  event.target instanceof Element && event.target.closest('a, button, input, label') !== null

export const DataTable = <T,>({
  rows,
  columns,
  rowKey,
  rowName,
  onOpen,
  openKey,
  selection,
  label,
  sort,
  onSort,
}: DataTableProps<T>) => {
  const t = useT(commonStrings)
  const keys = rows.map(rowKey)
  const allChosen = selection !== undefined && keys.every((key) => selection.keys.has(key))
  return (
    <Table.ScrollContainer minWidth={640} className={classes.scroll}>
      <Table aria-label={label} className={classes.table} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th className={classes.check}>
                <Checkbox
                  size="xs"
                  aria-label={t('selectAll')}
                  checked={allChosen}
                  indeterminate={!allChosen && selection.keys.size > 0}
                  onChange={() => selection.onChange(allChosen ? new Set() : new Set(keys))}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <SortHeader key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveBetweenRows}>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <Table.Tr
                key={key}
                className={classes.row}
                data-opens={onOpen !== undefined || undefined}
                data-open={key === openKey || undefined}
                data-chosen={selection?.keys.has(key) || undefined}
                onClick={onOpen && ((event) => meantOther(event) || onOpen(row))}
              >
                {selection && (
                  <Table.Td className={classes.check}>
                    <Checkbox
                      size="xs"
                      aria-label={t('selectRow', { name: rowName(row) })}
                      checked={selection.keys.has(key)}
                      onChange={() => selection.onChange(toggled(selection.keys, key))}
                    />
                  </Table.Td>
                )}
                {columns.map((column, index) => (
                  <Table.Td key={column.key} ta={column.align}>
                    {index === 0 && onOpen ? (
                      <UnstyledButton
                        data-row
                        className={classes.opener}
                        onClick={() => onOpen(row)}
                      >
                        {column.render(row)}
                      </UnstyledButton>
                    ) : (
                      column.render(row)
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
