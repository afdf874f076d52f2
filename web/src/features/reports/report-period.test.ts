import { describe, expect, it } from 'vitest'
import { reportDays } from './report-period.ts'

const today = '2025-10-29'
const days = (dari: string, sampai: string) =>
  reportDays({ periode: 'custom', dari, sampai }, today)

describe('reportDays', () => {
  it('takes three months unless told otherwise', () => {
    const chosen = { periode: undefined, dari: '', sampai: '' }
    expect(reportDays(chosen, today)).toEqual({ from: '2025-08-01', to: today })
    expect(reportDays({ ...chosen, periode: 'month' }, today)?.from).toBe('2025-10-01')
  })

  it('takes chosen days, one day too', () => {
    expect(days('2025-01-01', '2025-03-31')).toEqual({ from: '2025-01-01', to: '2025-03-31' })
    expect(days(today, today)).toEqual({ from: today, to: today })
  })

  it('asks for nothing while the days are incomplete, wrong or turned round', () => {
    expect(days('2025-01-01', '')).toBeUndefined()
    expect(days('2025-02-30', '2025-03-31')).toBeUndefined()
    expect(days('0026-01-01', '2025-03-31')).toBeUndefined()
    expect(days('2025-03-31', '2025-01-01')).toBeUndefined()
  })
})
