import { type Days, daysOf, periods } from '../../lib/period.ts'
import { isDay } from '../../lib/read-day.ts'
import { oneOf, text } from '../../lib/search-params.ts'

export const choices = [...periods, 'custom'] as const
export type Choice = (typeof choices)[number]

/** What the address of a report may hold. */
export const reportSpec = {
  periode: oneOf(choices),
  dari: text,
  sampai: text,
  kantor: text,
}

interface Chosen {
  periode: Choice | undefined
  dari: string
  sampai: string
}

/** Three months tell more of a monthly meeting than one. */
export const defaultChoice = 'quarter'

/**
 * The days a report is about; undefined while chosen days are incomplete or in the wrong order.
 *
 * @param today `YYYY-MM-DD`, of the office's calendar
 */
export const reportDays = ({ periode, dari, sampai }: Chosen, today: string): Days | undefined => {
  const choice = periode ?? defaultChoice
  if (choice !== 'custom') return daysOf(choice, today)
  return isDay(dari) && isDay(sampai) && dari <= sampai ? { from: dari, to: sampai } : undefined
}
