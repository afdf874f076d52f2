import { describe, expect, it } from 'vitest'
import { clockLag, isSkewed, readableInstant } from './rules.ts'

describe('the clock of a device', () => {
  const received = new Date('2025-10-29T02:00:00.000Z')

  it.each([
    [undefined, 0],
    ['2025-10-29T02:00:29.000Z', 0],
    ['2025-10-29T01:59:31.000Z', 0],
    ['2025-10-29T01:50:00.000Z', 600],
    ['2025-10-29T01:49:59.700Z', 600],
    ['2025-10-29T09:12:00.000+07:00', -720],
  ])('sending at %s lags %d seconds', (sentAt, lag) => expect(clockLag(sentAt, received)).toBe(lag))

  it('is skewed beyond three minutes, either way', () => {
    expect([0, 180, -180, 181, -181].map(isSkewed)).toEqual([false, false, false, true, true])
  })

  it('may show a year that no database takes', () => {
    expect(readableInstant('0000-01-01T00:00:00Z')).toBe('1970-01-01T00:00:00.000Z')
    expect(readableInstant('9999-12-31T23:59:59Z')).toBe('2200-01-01T00:00:00.000Z')
    expect(readableInstant('2025-10-29T09:00:00+07:00')).toBe('2025-10-29T02:00:00.000Z')
  })
})
