import { ActionIcon, Button, Menu, NumberInput, Select, Text } from '@mantine/core'
import { seriesApi } from '@ngopi/shared/series'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { type History, type HistoryRow, kinds, nextRow, rowsOf, withRows } from './history-rows.ts'
import classes from './segments.module.css'
import { segmentsStrings } from './segments.strings.ts'

interface BuilderProps {
  history: History | undefined
  onChange: (history: History | undefined) => void
}

const nameOf = ({ step, bound }: Pick<HistoryRow, 'step' | 'bound'>) => `${step}.${bound}` as const

const presets = {
  never: { invited: { max: 0 } },
  absent: { invited: { min: 3 }, attended: { max: 0 } },
  silent: { attended: { min: 1 }, published: { max: 0 } },
  other: { attended: { min: 1 } },
} as const satisfies Record<string, History>

/** Begins the conditions on the past with one that is often asked for. */
const Begin = ({ onChange }: { onChange: (history: History) => void }) => {
  const t = useT(segmentsStrings)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          fw={400}
          leftSection={<Icon name="clock" size={16} />}
          rightSection={<Icon name="down" size={16} />}
        >
          {t('history.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['never', 'absent', 'silent', 'other'] as const).map((preset) => (
          <Menu.Item key={preset} onClick={() => onChange(presets[preset])}>
            {t(`history.preset.${preset}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Within which sessions the conditions are counted. */
const HistoryWindow = ({
  history,
  onChange,
}: {
  history: History
  onChange: (h: History) => void
}) => {
  const t = useT(segmentsStrings)
  const { data } = useQuery(ask(seriesApi.list, { query: { limit: 100 } }))
  const { lastSessions, seriesId, ...counts } = history
  const give = (window: { lastSessions?: number | undefined; seriesId?: string | undefined }) => {
    const { lastSessions: last, seriesId: series } = { lastSessions, seriesId, ...window }
    onChange({
      ...counts,
      ...(last && { lastSessions: last }),
      ...(series && { seriesId: series }),
    })
  }
  return (
    <div className={classes.condition}>
      <Text size="sm">{t('history.within')}</Text>
      <NumberInput
        aria-label={t('history.last')}
        placeholder={t('history.all')}
        size="sm"
        w={92}
        min={1}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        value={lastSessions ?? ''}
        onChange={(value) => give({ lastSessions: typeof value === 'number' ? value : undefined })}
      />
      <Text size="sm">{t('history.sessions')}</Text>
      <Select
        aria-label={t('history.series')}
        placeholder={t('history.anySeries')}
        size="sm"
        w={200}
        clearable
        data={(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={seriesId ?? null}
        onChange={(value) => give({ seriesId: value ?? undefined })}
      />
    </div>
  )
}

/** Conditions on what was, as a sentence: "hadir sedikitnya 1 kali dalam 6 pertemuan terakhir". */
export const HistoryBuilder = ({ history, onChange }: BuilderProps) => {
  const t = useT(segmentsStrings)
  const rows = rowsOf(history)
  if (!history) return <Begin onChange={onChange} />
  const used = new Set<string>(rows.map(nameOf))
  const change = (at: number, row: HistoryRow | undefined) =>
    onChange(
      withRows(
        history,
        rows.flatMap((old, i) => (i === at ? (row ?? []) : old)),
      ),
    )
  const next = nextRow(rows)
  return (
    <fieldset className={classes.history}>
      <legend>{t('history.title')}</legend>
      {rows.map((row, at) => (
        <div key={nameOf(row)} className={classes.condition}>
          <Select
            aria-label={t('history.kind')}
            size="sm"
            w={210}
            allowDeselect={false}
            data={kinds.map((kind) => ({
              value: nameOf(kind),
              label: t(`history.${nameOf(kind)}`),
              disabled: used.has(nameOf(kind)) && nameOf(kind) !== nameOf(row),
            }))}
            value={nameOf(row)}
            onChange={(value) => {
              const kind = kinds.find((one) => nameOf(one) === value)
              if (kind) change(at, { ...kind, count: row.count })
            }}
          />
          <NumberInput
            aria-label={t('history.count')}
            size="sm"
            w={76}
            min={0}
            max={10_000}
            clampBehavior="strict"
            allowDecimal={false}
            value={row.count}
            onChange={(value) => typeof value === 'number' && change(at, { ...row, count: value })}
          />
          <Text size="sm">{t('history.times')}</Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('history.remove', { name: t(`history.${nameOf(row)}`) })}
            onClick={() => change(at, undefined)}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
      ))}
      <HistoryWindow history={history} onChange={onChange} />
      {next && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange(withRows(history, [...rows, next]))}
        >
          {t('history.another')}
        </Button>
      )}
    </fieldset>
  )
}
