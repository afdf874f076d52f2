import { Table } from '@mantine/core'
import type { Activity } from '@ngopi/shared/activity'
import { useT } from '../../i18n.tsx'
import { settingsStrings } from '../accounts/settings.strings.ts'

const textOf = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  if (typeof value === 'object') return Object.values(value).map(textOf).join(' · ')
  return String(value)
}

/** Ids and bookkeeping say nothing to a person. */
const hidden = /(^|_)id$|_hash$|_raw$|^(office|created|updated)/

/** The columns that changed, before and after. */
export const ActivityChange = ({ activity }: { activity: Activity }) => {
  const t = useT(settingsStrings)
  const before = (activity.before ?? {}) as Record<string, unknown>
  const after = (activity.after ?? {}) as Record<string, unknown>
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (column) => !hidden.test(column),
  )
  return (
    <Table layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column')}</Table.Th>
          {activity.before !== null && <Table.Th>{t('before')}</Table.Th>}
          <Table.Th>{t('after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {columns.map((column) => (
          <Table.Tr key={column}>
            <Table.Td>{column.replaceAll('_', ' ')}</Table.Td>
            {activity.before !== null && <Table.Td>{textOf(before[column])}</Table.Td>}
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{textOf(after[column])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
