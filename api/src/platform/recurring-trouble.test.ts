import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RecurringTrouble } from './recurring-trouble.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('trouble of one kind is told at once, then once a minute with a count, until it ends', () => {
  const logged: string[] = []
  const trouble = new RecurringTrouble({ error: (message) => void logged.push(message) })
  for (let n = 0; n < 100; n += 1) trouble.note('53100', 'no space left')
  trouble.note('57014', 'statement timeout')
  expect(logged).toEqual(['no space left (53100)', 'statement timeout (57014)'])
  vi.advanceTimersByTime(60_000)
  expect(logged.slice(2)).toEqual(['no space left (53100), 99 more times within a minute'])
  vi.advanceTimersByTime(180_000)
  expect(logged).toHaveLength(3)
  trouble.note('53100', 'no space left')
  expect(logged[3]).toBe('no space left (53100)')
})
