import { holidaysApi } from '@ngopi/shared/holidays'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { estimatedHolidays } from './estimates.ts'
import { publishedYears } from './published-holidays.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function officer({ officeId }: { officeId?: string } = {}) {
  const { token, ...user } = await server.make.user({ officeId, role: 'officer' })
  const as = { token }
  return {
    ...user,
    as,
    list: (from: string, to: string, asked: { officeId?: string } = {}) =>
      call(server.app, holidaysApi.list, { query: { from, to, ...asked } }, as),
    put: (date: string, name: string, kind: 'national' | 'joint_leave' | 'working_day') =>
      call(server.app, holidaysApi.put, { params: { date }, body: { name, kind } }, as),
    remove: (date: string) => call(server.app, holidaysApi.remove, { params: { date } }, as),
    // Also what no typed caller could send.
    import: (days: unknown[]) =>
      call(server.app, holidaysApi.import, { body: JSON.parse(JSON.stringify({ days })) }, as),
  }
}

describe('published years', () => {
  it.each([
    [2025, 17, 11],
    [2026, 17, 8],
  ])('%i has its %i national holidays and %i days of joint leave', (year, national, leave) => {
    const days = publishedYears[year]?.days ?? []
    const of = (kind: string) => days.filter((day) => day[2] === kind).length
    expect([of('national'), of('joint_leave')]).toEqual([national, leave])
    const dates = days.map(([date]) => date)
    expect(dates).toEqual([...new Set(dates)].toSorted())
    expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true)
    // The three numbers of the decree, and of one that changed it.
    expect(publishedYears[year]?.source).toMatch(
      /^SKB 3 Menteri (?:(?:\d+\/\d{4}(?:, )?){3}(?:diubah dengan )?)+$/,
    )
    expect(days.some(([date]) => date === '2025-08-18')).toBe(year === 2025)
  })
})

describe('computed years', () => {
  it('come within a day of a published one', async () => {
    const computed = await estimatedHolidays(2026)
    const national = (publishedYears[2026]?.days ?? []).filter(([, , kind]) => kind === 'national')
    expect(computed).toHaveLength(national.length)
    national.forEach(([date], i) => {
      const apart = Math.abs(Date.parse(date) - Date.parse(computed[i]?.date ?? ''))
      expect(apart / 86_400_000, `${date} ${computed[i]?.date}`).toBeLessThanOrEqual(1)
    })
  })

  it('name 27 Rajab rightly and have one entry a day, whatever the clock of the server', async () => {
    const days = new Map((await estimatedHolidays(2027)).map((day) => [day.date, day]))
    expect(days.get('2027-01-05')?.name).toBe('Isra Mikraj Nabi Muhammad SAW')
    expect(days.get('2027-12-25')).toEqual({
      date: '2027-12-25',
      name: 'Isra Mikraj Nabi Muhammad SAW dan Kelahiran Yesus Kristus',
      kind: 'national',
      estimated: true,
      origin: 'computed',
      source: null,
    })
  })

  it('are none where the calendars behind them end', async () => {
    expect(await estimatedHolidays(1969)).toEqual([])
    expect(await estimatedHolidays(2077)).toEqual([])
    expect((await estimatedHolidays(2076)).length).toBeGreaterThan(10)
  })
})

describe('holidays of an office', () => {
  it('are the published ones with their decree, in order, over the turn of the year', async () => {
    const { list } = await officer()
    const { items, officeDays } = await list('2025-12-25', '2026-01-16')
    expect(items.map(({ date, kind }) => [date, kind])).toEqual([
      ['2025-12-25', 'national'],
      ['2025-12-26', 'joint_leave'],
      ['2026-01-01', 'national'],
      ['2026-01-16', 'national'],
    ])
    expect(items[2]).toEqual({
      date: '2026-01-01',
      name: 'Tahun Baru 2026 Masehi',
      kind: 'national',
      estimated: false,
      origin: 'published',
      source: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025',
    })
    expect(officeDays).toEqual([])
    const later = await list('2027-08-01', '2027-08-31')
    expect(later.items.map(({ estimated }) => estimated)).toEqual([true, true])
  })

  it('are what the office says, until it takes that back', async () => {
    const { list, put, remove } = await officer()
    await put('2026-12-24', 'Pelayanan tetap buka', 'working_day')
    expect(await put('2026-12-28', 'Hari Jadi Kabupaten', 'national')).toEqual({
      date: '2026-12-28',
      name: 'Hari Jadi Kabupaten',
      kind: 'national',
    })
    await put('2026-12-25', 'Natal', 'national')
    const said = await list('2026-12-20', '2026-12-31')
    expect(said.items.map(({ date, name, origin }) => [date, name, origin])).toEqual([
      ['2026-12-25', 'Natal', 'office'],
      ['2026-12-28', 'Hari Jadi Kabupaten', 'office'],
    ])
    expect(said.officeDays.map(({ date }) => date)).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-28',
    ])
    for (const date of ['2026-12-24', '2026-12-25', '2026-12-28']) await remove(date)
    const again = await list('2026-12-20', '2026-12-31')
    expect(again.items.map(({ date, origin }) => [date, origin])).toEqual([
      ['2026-12-24', 'published'],
      ['2026-12-25', 'published'],
    ])
    expect((await problemOf(remove('2026-12-24'))).status).toBe(404)
  })

  it('refuse a period turned round or longer than 800 days', async () => {
    const { list } = await officer()
    for (const [from, to] of [
      ['2026-02-01', '2026-01-31'],
      ['2026-01-01', '2028-03-11'],
    ] as const) {
      const { status, problem } = await problemOf(list(from, to))
      expect([status, problem.fields?.map(({ path }) => path)]).toEqual([400, ['to']])
    }
    expect((await list('2026-01-01', '2028-03-10')).items.length).toBeGreaterThan(40)
  })

  it('are seen by the office above, and by no other', async () => {
    const region = await server.make.office()
    const below = await server.make.office({ parentId: region.id })
    const own = await officer({ officeId: below.id })
    await own.put('2026-10-05', 'KENARI', 'joint_leave')
    const manager = await server.make.user({ officeId: region.id, role: 'manager' })
    const query = { from: '2026-10-01', to: '2026-10-31' }
    const seen = await call(
      server.app,
      holidaysApi.list,
      { query: { ...query, officeId: below.id } },
      { token: manager.token },
    )
    expect(seen.items.map(({ name }) => name)).toEqual(['KENARI'])
    const ofRegion = await call(server.app, holidaysApi.list, { query }, { token: manager.token })
    expect(ofRegion.items).toEqual([])
    const stranger = await officer()
    expect((await stranger.list(query.from, query.to)).items).toEqual([])
    expect(
      (await problemOf(stranger.list(query.from, query.to, { officeId: below.id }))).status,
    ).toBe(404)
    expect((await problemOf(stranger.remove('2026-10-05'))).status).toBe(404)
    expect((await own.list(query.from, query.to)).items).toHaveLength(1)
  })
})

describe('an import', () => {
  it('says how many days were new and how many changed', async () => {
    const { import: take, list, officeId } = await officer()
    const days = [
      { date: '2027-01-01', name: 'Tahun Baru 2027 Masehi', kind: 'national' },
      { date: '2027-12-24', name: 'Cuti bersama', kind: 'joint_leave' },
    ]
    expect(await take(days)).toEqual({ added: 2, changed: 0 })
    expect(await take([{ ...days[0], name: 'Tahun Baru' }, days[1]])).toEqual({
      added: 0,
      changed: 1,
    })
    const { items } = await list('2027-01-01', '2027-01-01')
    expect(items).toMatchObject([{ name: 'Tahun Baru', origin: 'office', estimated: false }])
    const { rows } = await server.make.pool.query(
      `select a.action from activity a where a.office_id = $1 and a.subject = 'holidays' order by a.id`,
      [officeId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['insert', 'insert', 'update'])
  })

  it('names every wrong row and takes none', async () => {
    const { import: take, list } = await officer()
    const good = { date: '2027-03-01', name: 'Baik', kind: 'national' }
    const wrong = await problemOf(
      take([
        good,
        { date: '2027-02-30', name: 'Tidak ada', kind: 'national' },
        { date: '2027-03-03', name: '', kind: 'libur' },
      ]),
    )
    expect(wrong.status).toBe(400)
    expect(wrong.problem.fields?.map(({ path }) => path)).toEqual([
      'days.1.date',
      'days.2.name',
      'days.2.kind',
    ])
    const twice = await problemOf(
      take([good, { ...good, date: '2027-03-02' }, { ...good, name: 'Lagi' }, good]),
    )
    expect(twice.problem.fields?.map(({ path }) => path)).toEqual(['days.2.date', 'days.3.date'])
    expect((await list('2027-03-01', '2027-03-03')).items).toEqual([])
  })
})

describe('warnings', () => {
  it('are of the own office, in its zone unless another is named', async () => {
    const office = await server.make.office({ timeZone: 'Asia/Jayapura' })
    const { put, as } = await officer({ officeId: office.id })
    await put('2026-10-30', 'Hari Jadi', 'national')
    // 11.00–12.00 WIT, 09.00–10.00 WIB
    const span = { startsAt: '2026-10-30T02:00:00Z', endsAt: '2026-10-30T03:00:00Z' }
    const ask = (query: object) =>
      call(server.app, holidaysApi.warnings, { query: { ...span, ...query } }, as)
    const met = async (query: object = {}) => (await ask(query)).warnings.map(({ kind }) => kind)
    expect(await met()).toEqual(['holiday', 'friday_prayer'])
    expect(await met({ timeZone: 'Asia/Jakarta' })).toEqual(['holiday'])
    expect(await met({ startsAt: '2020-01-01T00:00:00Z' })).toContain('ramadan_evening')
    const { problem } = await problemOf(ask({ endsAt: span.startsAt }))
    expect(problem.fields?.map(({ path }) => path)).toEqual(['endsAt'])
  })
})
