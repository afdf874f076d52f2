import { Table } from '@mantine/core'
import type { Funnel, SessionFunnel } from '@ngopi/shared/reports'
import { useLocale, useT } from '../../i18n.tsx'
import { formatNumber } from '../../lib/format-time.ts'
import { Time } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import classes from './reports.module.css'
import { reportsStrings } from './reports.strings.ts'

const columns = [
  'invited',
  'answered',
  'attending',
  'attended',
  'asked',
  'published',
  'walkIns',
  'placements',
] as const

interface SessionTableProps {
  total: Funnel
  sessions: readonly SessionFunnel[]
}

/** Every number behind the pictures, session by session. */
export const SessionTable = ({ total, sessions }: SessionTableProps) => {
  const t = useT(reportsStrings)
  const locale = useLocale()
  const cells = (line: Funnel) =>
    columns.map((column) => (
      <Table.Td key={column} ta="right">
        {formatNumber(line[column], locale)}
      </Table.Td>
    ))
  return (
    <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('table')} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('session')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} ta="right">
                {t(`step.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((line) => (
            <Table.Tr key={line.session.id}>
              <Table.Th scope="row">
                <AppLink to={paths.session(line.session.id)} c="inherit" fw={500}>
                  {line.session.title}
                </AppLink>
                <div className={classes.quiet}>
                  <Time at={line.session.startsAt} zone={line.session.timeZone} dayOnly />
                </div>
              </Table.Th>
              {cells(line)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('total')}</Table.Th>
            {cells(total)}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}
