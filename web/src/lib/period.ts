/** Periods that reports and lists offer ready-made. */
export const periods = ['month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** Both inclusive, `YYYY-MM-DD`. */
export interface Days {
  from: string
  to: string
}

/**
 * The days of a period that ends today: this month, this month with the two before it, or this
 * year. Today is a day of the office's calendar, never the viewer's.
 */
export const daysOf = (period: Period, today: string): Days => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const firstMonth = { month, quarter: month - 2, year: 1 }[period]
  return { from: new Date(Date.UTC(year, firstMonth - 1, 1)).toISOString().slice(0, 10), to: today }
}
