import { ActionIcon, Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { holidaysApi, type OfficeDay } from '@ngopi/shared/holidays'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { dayIn, formatMonth } from '../../lib/format-time.ts'
import { useOnce } from '../../lib/opened-late.ts'
import { ask } from '../../lib/query.ts'
import { text, useSearchParams } from '../../lib/search-params.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useMay } from '../../lib/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { holidayStrings } from './holiday.strings.ts'
import { HolidayRow } from './holiday-row.tsx'
import { byMonth, type DayRow, rowsOf, sourcesOf, yearOf } from './holiday-year.ts'
import classes from './holidays.module.css'
import { useOfficeWord } from './use-office-word.ts'

const HolidayPanel = lazy(() =>
  import('./holiday-panel.tsx').then((module) => ({ default: module.HolidayPanel })),
)
const ImportPanel = lazy(() =>
  import('./import-panel.tsx').then((module) => ({ default: module.ImportPanel })),
)

const spec = { tahun: text }

/** The days off of a year, by month, and what the office says of them. */
export const HolidaysPage = () => {
  const t = useT(holidayStrings)
  const locale = useLocale()
  const mayEdit = useMay(holidaysApi.put)
  const zone = useOfficeZone()
  const [filters, setFilters] = useSearchParams(spec)
  const present = Number(dayIn(new Date().toISOString(), zone).slice(0, 4))
  const year = yearOf(filters.tahun, present)
  const show = (other: number) => setFilters({ tahun: other === present ? '' : String(other) })
  const [panel, setPanel] = useState<'new' | 'import' | OfficeDay>()
  const editing = panel !== undefined && panel !== 'import'
  const [panelWanted, importWanted] = [useOnce(editing), useOnce(panel === 'import')]
  const say = useOfficeWord()
  const { data, error, refetch } = useQuery(
    ask(holidaysApi.list, { query: { from: `${year}-01-01`, to: `${year}-12-31` } }),
  )
  const rows = data ? rowsOf(data) : []
  const sources = sourcesOf(data?.items ?? [])
  const count = (kind: DayRow['kind']) => rows.filter((row) => row.kind === kind).length
  const wordOn = (row: DayRow) => (row.byOffice ? { name: row.name, kind: row.kind } : null)

  return (
    <Stack gap="md" maw={1000}>
      <Text c="dimmed" maw={720}>
        {t('intro')} {!mayEdit && t('readOnly')}
      </Text>
      <div className={classes.bar}>
        <Group gap={4} ml={-8}>
          <ActionIcon aria-label={t('previousYear')} onClick={() => show(year - 1)}>
            <Icon name="left" />
          </ActionIcon>
          <Title order={2} miw={56} ta="center" aria-live="polite">
            {year}
          </Title>
          <ActionIcon aria-label={t('nextYear')} onClick={() => show(year + 1)}>
            <Icon name="right" />
          </ActionIcon>
        </Group>
        {mayEdit && (
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<Icon name="upload" size={18} />}
              onClick={() => setPanel('import')}
            >
              {t('importDays')}
            </Button>
            <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setPanel('new')}>
              {t('add')}
            </Button>
          </Group>
        )}
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={8} />}
      {rows.some((row) => row.estimated) && (
        <Alert variant="light" color="gray" icon={<Icon name="info" />}>
          {t('estimatedYear', { year: String(year) })}
        </Alert>
      )}
      {rows.length > 0 && (
        <Text c="dimmed">
          {t('count', { national: count('national'), joint: count('joint_leave') })}
          {'. '}
          {sources.map((source) => t('source', { source })).join(' ')}
        </Text>
      )}
      {data && rows.length === 0 && (
        <EmptyState icon="calendar" title={t('empty')} text={t('emptyText')} />
      )}
      <div className={classes.months}>
        {byMonth(rows).map(({ month, rows: days }) => (
          <section key={month} className={classes.month}>
            <Title order={3}>{formatMonth(month, locale)}</Title>
            <ul className={classes.days}>
              {days.map((row) => (
                <HolidayRow
                  key={row.date}
                  row={row}
                  actions={
                    mayEdit
                      ? {
                          onChange: () => setPanel(row),
                          onWork: () =>
                            void say({
                              date: row.date,
                              now: { name: row.name, kind: 'working_day' },
                              before: wordOn(row),
                            }),
                          onTakeBack: () =>
                            void say({ date: row.date, now: null, before: wordOn(row) }),
                        }
                      : undefined
                  }
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Suspense fallback={null}>
        {panelWanted && (
          <HolidayPanel
            opened={editing}
            day={editing && panel !== 'new' ? panel : undefined}
            onClose={() => setPanel(undefined)}
            onSaved={(date) => show(Number(date.slice(0, 4)))}
          />
        )}
        {importWanted && (
          <ImportPanel opened={panel === 'import'} onClose={() => setPanel(undefined)} />
        )}
      </Suspense>
    </Stack>
  )
}
