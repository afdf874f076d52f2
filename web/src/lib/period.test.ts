import { describe, expect, it } from 'vitest'
import { daysOf } from './period.ts'

describe('daysOf', () => {
  it('begins with the first day of the month and ends today', () => {
    expect(daysOf('month', '2025-10-29')).toEqual({ from: '2025-10-01', to: '2025-10-29' })
  })

  it('takes the two months before, also over the new year', () => {
    expect(daysOf('quarter', '2025-10-29').from).toBe('2025-08-01')
    expect(daysOf('quarter', '2026-01-31').from).toBe('2025-11-01')
    expect(daysOf('quarter', '2026-02-01').from).toBe('2025-12-01')
  })

  it('begins the year in January', () => {
    expect(daysOf('year', '2026-03-15')).toEqual({ from: '2026-01-01', to: '2026-03-15' })
  })
})
