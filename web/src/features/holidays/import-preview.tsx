import { Alert, Table, Text } from '@mantine/core'
import { type Locale, useT } from '../../i18n.tsx'
import { formatDay } from '../../lib/format-time.ts'
import { Icon } from '../../ui/icon.tsx'
import { holidayStrings } from './holiday.strings.ts'
import classes from './holidays.module.css'
import { importStrings } from './import.strings.ts'
import type { ReadDay } from './read-days.ts'

/** Everything that is wrong with a list, by its lines. */
export const ProblemList = ({
  problems,
}: {
  problems: readonly { line: number; text: string }[]
}) => {
  const t = useT(importStrings)
  if (problems.length === 0) return null
  const rows = problems.map((one, index) => ({ ...one, key: `${index} ${one.line}` }))
  return (
    <Alert variant="light" color="gray" icon={<Icon name="warning" />} role="alert">
      <Text fw={600}>{t('problems', { count: problems.length })}</Text>
      <ul className={classes.problems}>
        {rows.map((row) => (
          <li key={row.key}>{t('line', { line: row.line, problem: row.text })}</li>
        ))}
      </ul>
    </Alert>
  )
}

/** The days as they were understood, before anything is sent. */
export const DayTable = ({ days, locale }: { days: readonly ReadDay[]; locale: Locale }) => {
  const t = useT(importStrings)
  const holiday = useT(holidayStrings)
  return (
    // A long list scrolls in itself, also by the keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section className={classes.preview} tabIndex={0} aria-label={t('preview')}>
      <Table stickyHeader verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.date')}</Table.Th>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.kind')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day) => (
            <Table.Tr key={day.line}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDay(day.date, locale)}</Table.Td>
              <Table.Td>{day.name}</Table.Td>
              <Table.Td>{holiday(`kind.${day.kind}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
