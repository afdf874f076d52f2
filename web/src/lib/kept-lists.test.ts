import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepLists, type ListStorage } from './kept-lists.ts'
import { type KeptList, listHolds } from './kept-rules.ts'
import { persisted } from './query.ts'

/** A device in memory, by the same rules. */
const device = () => {
  const lists = new Map<string, KeptList>()
  const writes: string[][] = []
  const storage: ListStorage = {
    read: async (whose) => [...lists.values()].filter((list) => listHolds(list, whose)),
    write: async (more) => {
      writes.push(more.map(({ query }) => String(query.queryKey[0])))
      for (const list of more) lists.set(list.hash, structuredClone(list))
    },
  }
  return { lists, writes, storage }
}

const rina = { userId: 'rina', build: 'b1' }
const read = (cache: QueryClient, key: string, value: unknown, options: object = persisted) =>
  cache.fetchQuery({ queryKey: [key], queryFn: async () => value, ...options })
/** Longer than changes are gathered. */
const aMoment = () => vi.advanceTimersByTimeAsync(1_000)

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-25T02:00:00Z') })
})
afterEach(() => vi.useRealTimers())

describe('keepLists', () => {
  it('keeps what is marked, and nothing else', async () => {
    const { storage, lists } = device()
    const cache = new QueryClient()
    await keepLists(cache, rina, storage)
    await read(cache, 'guests', ['Sari'])
    await read(cache, 'journalists', ['Budi'], {})
    await aMoment()
    expect([...lists.values()].map(({ query }) => query.queryKey)).toEqual([['guests']])
  })

  it('brings it back for the same user and build, with the time it was read', async () => {
    const { storage } = device()
    const before = new QueryClient()
    await keepLists(before, rina, storage)
    await read(before, 'guests', ['Sari'])
    const readAt = Date.now()
    await aMoment()

    const after = new QueryClient()
    await keepLists(after, rina, storage)
    expect(after.getQueryData(['guests'])).toEqual(['Sari'])
    expect(after.getQueryState(['guests'])?.dataUpdatedAt).toBe(readAt)
  })

  it('brings nothing back for another user, another build, or a day later', async () => {
    const { storage } = device()
    const before = new QueryClient()
    await keepLists(before, rina, storage)
    await read(before, 'guests', ['Sari'])
    await aMoment()

    for (const other of [
      { ...rina, userId: 'budi' },
      { ...rina, build: 'b2' },
    ]) {
      const cache = new QueryClient()
      await keepLists(cache, other, storage)
      expect(cache.getQueryData(['guests'])).toBeUndefined()
    }
    vi.setSystemTime(Date.now() + 24 * 3_600_000)
    const late = new QueryClient()
    await keepLists(late, rina, storage)
    expect(late.getQueryData(['guests'])).toBeUndefined()
  })

  it('writes changes close together at once, and only what changed', async () => {
    const { storage, writes, lists } = device()
    const cache = new QueryClient()
    await keepLists(cache, rina, storage)
    await read(cache, 'session', 'Ngopi')
    await read(cache, 'guests', ['Sari'])
    await aMoment()
    cache.setQueryData(['guests'], ['Sari', 'Budi'])
    cache.setQueryData(['guests'], ['Sari', 'Budi', 'Tono'])
    await aMoment()
    expect(writes).toEqual([['session', 'guests'], ['guests']])
    expect(lists.get('["guests"]')?.query.state.data).toEqual(['Sari', 'Budi', 'Tono'])
  })

  it('takes nothing from the device when a page puts a list away', async () => {
    const { storage, lists } = device()
    const cache = new QueryClient()
    await keepLists(cache, rina, storage)
    await read(cache, 'guests', ['Sari'])
    await aMoment()
    cache.clear()
    await aMoment()
    expect(lists.size).toBe(1)
  })

  it('stops with the login', async () => {
    const { storage, lists } = device()
    const cache = new QueryClient()
    const end = await keepLists(cache, rina, storage)
    end()
    await read(cache, 'guests', ['Sari'])
    await aMoment()
    expect(lists.size).toBe(0)
  })
})
