import '@mantine/charts/styles.css'
import { LineChart } from '@mantine/charts'
import type { SessionFunnel } from '@ngopi/shared/reports'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDayOf, formatNumber } from '../../lib/format-time.ts'
import { reportsStrings } from './reports.strings.ts'
import { spreadLabels } from './spread-labels.ts'

const height = 280
const axisHeight = 30
const top = 12
const plot = height - axisHeight - top

// A word stands at the end of each line; the dashes tell them apart without colour too.
const lines = [
  { name: 'invited', color: 'var(--ngopi-declined)', strokeDasharray: '2 4' },
  { name: 'attended', color: 'var(--ngopi-attending)', strokeDasharray: '6 4' },
  { name: 'published', color: 'var(--ngopi-waitlisted)' },
] as const

/** The next number that makes an even scale from zero in four steps. */
const ceiling = (largest: number) => Math.max(4, Math.ceil(largest / 4) * 4)

/** The sessions of a period over time, oldest first, as lines from zero. */
export const SessionLines = ({ sessions }: { sessions: readonly SessionFunnel[] }) => {
  const t = useT(reportsStrings)
  const locale = useLocale()
  const last = sessions.at(-1)
  if (!last) return null
  const largest = ceiling(Math.max(...sessions.map(({ invited }) => invited)))
  const heightOf = (value: number) => top + plot * (1 - value / largest)
  const ends = spreadLabels(
    lines.map(({ name }) => heightOf(last[name])),
    18,
    top + plot,
  )
  // By id, since two sessions may fall on one day.
  const dayOf = (id: unknown, ...part: [from: number, to?: number]) => {
    const found = sessions.find(({ session }) => session.id === id)?.session
    if (!found) return ''
    const dateParts = formatDayOf(found.startsAt, found.timeZone, locale)
      .replaceAll(',', '')
      .split(' ')
    return dateParts.slice(...part).join(' ')
  }
  return (
    <div role="img" aria-label={t('overTimeText')}>
      <LineChart
        h={height}
        data={sessions.map(({ session, invited, attended, published }) => ({
          id: session.id,
          invited,
          attended,
          published,
        }))}
        dataKey="id"
        series={lines.map((line) => ({ ...line, label: t(`step.${line.name}`) }))}
        curveType="linear"
        withDots
        dotProps={{ r: 3, strokeWidth: 0 }}
        activeDotProps={{ r: 5 }}
        strokeWidth={2}
        gridAxis="x"
        tickLine="none"
        valueFormatter={(value) => formatNumber(value, locale)}
        yAxisProps={{ domain: [0, largest], tickCount: 5, allowDecimals: false, width: 32 }}
        xAxisProps={{
          height: axisHeight,
          padding: { left: 16, right: 16 },
          tickFormatter: (id) => dayOf(id, 1, 3),
        }}
        tooltipProps={{ labelFormatter: (id) => dayOf(id, 0) }}
        lineChartProps={{
          margin: { top, right: 112, bottom: 0, left: 0 },
          accessibilityLayer: false,
        }}
        lineProps={(series) => ({
          isAnimationActive: false,
          label: ({ x, index }: { x?: number | string; index?: number }) => {
            const at = lines.findIndex(({ name }) => name === series.name)
            return index === sessions.length - 1 ? (
              <text
                x={Number(x) + 12}
                y={ends[at]}
                dy="0.35em"
                fontSize={13}
                fill="var(--mantine-color-text)"
              >
                {series.label}
              </text>
            ) : (
              <g />
            )
          },
        })}
      />
    </div>
  )
}
