import type { JournalistFilter } from '@ngopi/shared/segments'
import { describe, expect, it } from 'vitest'
import { filterOf, filterSpec, inviteSpec, paramsOf, sameFilter } from './filter-params.ts'
import { nextRow, readHistory, rowsOf, withRows, writeHistory } from './history-rows.ts'

/** Through the address and back. */
const round = (filter: JournalistFilter): JournalistFilter => {
  const params = paramsOf(filter)
  const read = Object.entries(filterSpec).map(([name, param]) => {
    const written = (param.write as (value: unknown) => string | undefined)(
      params[name as keyof typeof params],
    )
    return [name, param.read(written)]
  })
  return filterOf(Object.fromEntries(read))
}

describe('a filter in the address', () => {
  it.each<JournalistFilter>([
    {},
    { q: 'budi', platforms: ['online', 'tv'], cities: ['Pemalang', 'Kota Tegal'] },
    { tags: ['pagi'], beats: ['imigrasi'], competenceLevels: ['madya'], channel: 'whatsapp' },
    { provisional: false, outletTags: ['mitra'], outletIds: ['019a'] },
    { history: { invited: { min: 3 }, attended: { max: 0 }, lastSessions: 6, seriesId: '019b' } },
  ])('%j comes back the same', (filter) => {
    expect(round(filter)).toEqual(filter)
  })

  it('keeps apart no cap, a cap, and that of the session', () => {
    const { read, write } = inviteSpec.batas
    expect([null, 3, undefined].map((value) => read(write(value)))).toEqual([null, 3, undefined])
    expect(['0', '-1', 'x', '1.5', '501'].map((value) => read(value))).toEqual(
      Array.from({ length: 5 }, () => undefined),
    )
  })

  it('is the same however it is written down', () => {
    expect(sameFilter({ platforms: ['tv', 'online'] }, { platforms: ['online', 'tv'] })).toBe(true)
    expect(sameFilter({ cities: [] }, {})).toBe(true)
    expect(sameFilter({ history: { invited: { max: 0 } } }, {})).toBe(false)
    expect(sameFilter({ provisional: true }, { provisional: false })).toBe(false)
  })
})

describe('conditions on the past', () => {
  it('read nothing that makes no sense', () => {
    expect(readHistory('invited.min.x,attended.max.-1,last.6,other.min.2')).toBeUndefined()
    expect(readHistory('last.6')).toBeUndefined()
    expect(readHistory('invited.min.2,last.0')).toEqual({ invited: { min: 2 } })
  })

  it('never end before they begin', () => {
    const history = withRows(undefined, [
      { step: 'invited', bound: 'min', count: 3 },
      { step: 'invited', bound: 'max', count: 1 },
    ])
    expect(history).toEqual({ invited: { min: 3, max: 3 } })
  })

  it('add the first kind not there yet', () => {
    const rows = rowsOf({ invited: { min: 3 } })
    expect(nextRow(rows)).toEqual({ step: 'invited', bound: 'max', count: 0 })
    expect(writeHistory({ invited: { min: 3 } })).toBe('invited.min.3')
  })
})
