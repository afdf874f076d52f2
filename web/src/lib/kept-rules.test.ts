import { describe, expect, it } from 'vitest'
import { type KeptList, listHolds, loginHolds } from './kept-rules.ts'

const now = Date.parse('2026-03-25T02:00:00Z')
const hour = 3_600_000

const list = (dataUpdatedAt: number): KeptList => ({
  hash: 'h',
  userId: 'rina',
  build: '/assets/index-1.js',
  query: {
    queryHash: 'h',
    queryKey: ['sessions'],
    dehydratedAt: dataUpdatedAt,
    state: {
      data: [],
      dataUpdatedAt,
      dataUpdateCount: 1,
      error: null,
      errorUpdateCount: 0,
      errorUpdatedAt: 0,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      fetchMeta: null,
      isInvalidated: false,
      status: 'success',
      fetchStatus: 'idle',
    },
  },
})
const rina = { userId: 'rina', build: '/assets/index-1.js', now }

describe('listHolds', () => {
  it('lets a user see what they have read within a day', () => {
    expect(listHolds(list(now - 23.9 * hour), rina)).toBe(true)
    expect(listHolds(list(now), rina)).toBe(true)
  })

  it('ends a day after the last change', () => {
    expect(listHolds(list(now - 24 * hour), rina)).toBe(false)
  })

  it('never shows it to another user, nor to another build', () => {
    expect(listHolds(list(now), { ...rina, userId: 'budi' })).toBe(false)
    expect(listHolds(list(now), { ...rina, build: '/assets/index-2.js' })).toBe(false)
  })

  it('bears with a clock put right, not with one set back', () => {
    expect(listHolds(list(now + 10 * 60_000), rina)).toBe(true)
    expect(listHolds(list(now + 1.1 * hour), rina)).toBe(false)
  })
})

describe('loginHolds', () => {
  const user = { id: 'rina', name: 'Rina', role: 'desk', office: { id: 'o', name: 'K' } } as const
  const heard = (heardAt: number) => loginHolds({ user, heardAt }, now)

  it('counts for the twelve hours in which the server would renew it', () => {
    expect(heard(now - 11.9 * hour)).toBe(true)
    expect(heard(now - 12 * hour)).toBe(false)
    expect(heard(now + 1.1 * hour)).toBe(false)
  })
})
