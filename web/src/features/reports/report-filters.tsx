import { SegmentedControl, Select } from '@mantine/core'
import type { Office } from '@ngopi/shared/offices'
import { useT } from '../../i18n.tsx'
import type { useSearchParams } from '../../lib/search-params.ts'
import { DayField } from '../../ui/day-field.tsx'
import { choices, defaultChoice, type reportSpec } from './report-period.ts'
import classes from './reports.module.css'
import { reportsStrings } from './reports.strings.ts'

type State = ReturnType<typeof useSearchParams<typeof reportSpec>>

interface ReportFiltersProps {
  state: State
  /** The days shown now: where choosing days oneself begins. */
  shown: { from: string; to: string } | undefined
  /** Those in sight; the choice appears when there are several. */
  offices: readonly Office[]
}

/** Which days, and for a regional office whose. */
export const ReportFilters = ({
  state: [filters, setFilters],
  shown,
  offices,
}: ReportFiltersProps) => {
  const t = useT(reportsStrings)
  const choice = filters.periode ?? defaultChoice
  const turned = filters.dari !== '' && filters.sampai !== '' && filters.sampai < filters.dari
  return (
    <search className={classes.filters}>
      <SegmentedControl
        aria-label={t('period')}
        className={classes.period}
        value={choice}
        data={choices.map((value) => ({ value, label: t(`periods.${value}`) }))}
        onChange={(value) => {
          const periode = choices.find((one) => one === value)
          setFilters(
            periode === 'custom'
              ? { periode, dari: filters.dari || shown?.from, sampai: filters.sampai || shown?.to }
              : { periode: periode === defaultChoice ? undefined : periode, dari: '', sampai: '' },
          )
        }}
      />
      {choice === 'custom' && (
        <>
          <DayField
            size="sm"
            short
            required={false}
            lean="past"
            label={t('from')}
            value={filters.dari}
            onChange={(dari) => setFilters({ dari })}
          />
          <DayField
            size="sm"
            short
            required={false}
            lean="past"
            label={t('to')}
            error={turned && t('order')}
            value={filters.sampai}
            onChange={(sampai) => setFilters({ sampai })}
          />
        </>
      )}
      {offices.length > 1 && (
        <Select
          size="sm"
          aria-label={t('office')}
          className={classes.office}
          value={filters.kantor}
          data={[
            { value: '', label: t('allOffices') },
            ...offices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(kantor) => setFilters({ kantor: kantor ?? '' })}
        />
      )}
    </search>
  )
}
