import { Checkbox, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import classes from './data-list.module.css'
import type { RowsProps } from './data-list-types.ts'
import { moveBetweenRows } from './move-between-rows.ts'
import { toggled } from './selection.ts'

interface DataCardsProps<T> extends RowsProps<T> {
  label: string
  phone?: ((row: T) => ReactNode) | undefined
}

/** A list for one thumb: each row a button as wide as the screen. */
export const DataCards = <T,>({
  rows,
  columns,
  rowKey,
  rowName,
  onOpen,
  selection,
  label,
  phone,
}: DataCardsProps<T>) => {
  const t = useT(commonStrings)
  const [first, ...others] = columns
  const content = (row: T) =>
    phone?.(row) ?? (
      <>
        <span className={classes.cardTitle}>{first?.render(row)}</span>
        <span className={classes.cardMore}>
          {others
            .filter((column) => !column.hideOnPhone)
            .map((column) => (
              <span key={column.key}>{column.render(row)}</span>
            ))}
        </span>
      </>
    )
  return (
    <ul aria-label={label} className={classes.cards} onKeyDown={moveBetweenRows}>
      {rows.map((row) => {
        const key = rowKey(row)
        return (
          <li key={key} className={classes.card}>
            {selection && (
              <Checkbox
                aria-label={t('selectRow', { name: rowName(row) })}
                checked={selection.keys.has(key)}
                onChange={() => selection.onChange(toggled(selection.keys, key))}
              />
            )}
            {onOpen ? (
              <UnstyledButton data-row className={classes.cardBody} onClick={() => onOpen(row)}>
                {content(row)}
              </UnstyledButton>
            ) : (
              <div className={classes.cardBody}>{content(row)}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
