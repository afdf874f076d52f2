import type { JournalistFilter } from '@ngopi/shared/segments'

export type History = NonNullable<JournalistFilter['history']>

export const steps = ['invited', 'answered', 'attended', 'published'] as const
export type Step = (typeof steps)[number]

/** One condition on the past: a step, at least or at most so many times. */
export interface HistoryRow {
  step: Step
  bound: 'min' | 'max'
  count: number
}

export const kinds = steps.flatMap((step) =>
  (['min', 'max'] as const).map((bound) => ({ step, bound })),
)

/** The conditions as sentences are written, always in the same order. */
export const rowsOf = (history: History | undefined): HistoryRow[] =>
  kinds.flatMap(({ step, bound }) => {
    const count = history?.[step]?.[bound]
    return count === undefined ? [] : [{ step, bound, count }]
  })

/** The history with these conditions; undefined when none is left, since a window alone says nothing. */
export const withRows = (
  history: History | undefined,
  rows: readonly HistoryRow[],
): History | undefined => {
  if (rows.length === 0) return undefined
  const { lastSessions, seriesId } = history ?? {}
  const ranges: Partial<Record<Step, { min?: number; max?: number }>> = {}
  for (const { step, bound, count } of rows) ranges[step] = { ...ranges[step], [bound]: count }
  // A range that ends before it begins holds nobody: it ends where it begins.
  for (const range of Object.values(ranges))
    if (range.min !== undefined && range.max !== undefined && range.max < range.min)
      range.max = range.min
  return { ...ranges, ...(lastSessions && { lastSessions }), ...(seriesId && { seriesId }) }
}

/** A condition not there yet, as one would add it next; undefined when all are. */
export const nextRow = (rows: readonly HistoryRow[]): HistoryRow | undefined => {
  const free = kinds.find(
    ({ step, bound }) => !rows.some((row) => row.step === step && row.bound === bound),
  )
  return free && { ...free, count: free.bound === 'min' ? 1 : 0 }
}

/** `invited.min.3,attended.max.0,last.6,series.<id>`. */
export const writeHistory = (history: History | undefined): string | undefined => {
  const keys = rowsOf(history).map(({ step, bound, count }) => `${step}.${bound}.${count}`)
  if (keys.length === 0) return undefined
  if (history?.lastSessions) keys.push(`last.${history.lastSessions}`)
  if (history?.seriesId) keys.push(`series.${history.seriesId}`)
  return keys.join(',')
}

/** What cannot be read is left out. */
export const readHistory = (written: string | undefined): History | undefined => {
  const rows: HistoryRow[] = []
  const window: Pick<History, 'lastSessions' | 'seriesId'> = {}
  for (const word of written?.split(',') ?? []) {
    const [name, bound, number] = word.split('.')
    const kind = kinds.find((one) => one.step === name && one.bound === bound)
    const count = Number(number)
    if (kind && number && Number.isInteger(count) && count >= 0 && count <= 10_000)
      rows.push({ ...kind, count })
    const last = Number(bound)
    if (name === 'last' && Number.isInteger(last) && last >= 1 && last <= 100)
      window.lastSessions = last
    if (name === 'series' && bound) window.seriesId = bound
  }
  return withRows(window, rows)
}
