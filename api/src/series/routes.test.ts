import type { RequestOf } from '@ngopi/shared/endpoint'
import { holidaysApi } from '@ngopi/shared/holidays'
import { type Series, seriesApi } from '@ngopi/shared/series'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { dayOf, shiftDay, weekdayOf } from '../platform/local-days.ts'
import { previewChange } from './preview-queries.ts'
import { lockSeries } from './queries.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const zone = 'Asia/Jakarta'
const today = dayOf(new Date().toISOString(), zone)
const in6Months = shiftDay(today, { months: 6 })
/** The nth Wednesday after today: 1 is the next one. */
const wednesday = (nth: number): string => {
  let day = shiftDay(today, { days: 1 })
  while (weekdayOf(day) !== 3) day = shiftDay(day, { days: 1 })
  return shiftDay(day, { days: 7 * (nth - 1) })
}

type New = RequestOf<typeof seriesApi.create>['body']
const weekly = (given: Partial<New> = {}): New => ({
  title: 'Ngopi Bareng Humas',
  rrule: 'FREQ=WEEKLY;BYDAY=WE',
  startsOn: wednesday(1),
  startTime: '09:00',
  durationMinutes: 150,
  venue: 'Aula Lantai 2',
  ...given,
})

const create = (given: Partial<New> = {}, own = world) =>
  call(server.app, seriesApi.create, { body: weekly(given) }, own.asOfficer)
type Changes = Omit<RequestOf<typeof seriesApi.update>['body'], 'version'>
const patch = ({ id, version }: Series, changes: Changes, own = world) =>
  call(
    server.app,
    seriesApi.update,
    { params: { id }, body: { version, ...changes } },
    own.asOfficer,
  )
const effect = ({ id }: Series, body: Changes & { from?: string }) =>
  call(server.app, seriesApi.previewUpdate, { params: { id }, body }, world.asOfficer)
const split = ({ id, version }: Series, from: string, changes: Changes = {}) =>
  call(
    server.app,
    seriesApi.split,
    { params: { id }, body: { version, from, ...changes } },
    world.asOfficer,
  )
const reload = ({ id }: Series) =>
  call(server.app, seriesApi.get, { params: { id } }, world.asOfficer)

async function sessionsOf({ id }: Series, own = world) {
  const { items } = await call(
    server.app,
    sessionsApi.list,
    { query: { seriesId: id, limit: 100, sort: 'startsAt' } },
    own.asOfficer,
  )
  return items
}

/** The nth session to come, published, with guests who said yes, maybe and nothing. */
async function withGuests(series: Series, nth: number) {
  const session = (await sessionsOf(series))[nth - 1]
  if (!session) throw new Error('no such session')
  await call(server.app, sessionsApi.publish, { params: { id: session.id } }, world.asOfficer)
  const invitations = await world.invite(session.id, await world.journalists(3))
  await world.answer(invitations[0] ?? '', 'attending')
  await world.answer(invitations[1] ?? '', 'maybe')
  return { session: await world.getSession(session.id), invitations }
}

test('a new series has its sessions of six months at once, as drafts with all it says', async () => {
  const series = await create({
    capacity: 30,
    entryNote: 'Bawa kartu pers',
    answerDeadlineMinutes: 1440,
    agenda: [{ title: 'Pembukaan', minutes: 10 }, { title: 'Tanya jawab' }],
  })
  expect(series).toMatchObject({ timeZone: zone, holidayPolicy: 'ask', version: 1, previous: null })
  expect(series.plannedUntil).toBe(in6Months)
  const made = await sessionsOf(series)
  expect(made.length).toBeGreaterThanOrEqual(25)
  expect(made.map(({ occurrenceDate }) => occurrenceDate)).toEqual(
    made.map((_, i) => wednesday(i + 1)),
  )
  expect(made[0]).toMatchObject({ status: 'draft', capacity: 30, venue: 'Aula Lantai 2' })
  expect(made[0]?.startsAt).toBe(`${wednesday(1)}T02:00:00.000Z`)
  expect(made[0]?.rsvpClosesAt).toBe(`${shiftDay(wednesday(1), { days: -1 })}T02:00:00.000Z`)
  const one = await world.getSession(made[0]?.id ?? '')
  expect(one).toMatchObject({ entryNote: 'Bawa kartu pers', warnings: [], offRule: null })
  expect(one.agenda.map(({ title }) => title)).toEqual(['Pembukaan', 'Tanya jawab'])
})

test('each wrong part of a rule is told at its field', async () => {
  const wrong: [Partial<New>, string[]][] = [
    [{ rrule: 'FREQ=HOURLY' }, ['rrule']],
    [{ rrule: 'FREQ=WEEKLY;BYDAY=-1WE' }, ['rrule']],
    [{ rrule: 'FREQ=WEEKLY;COUNT=3;UNTIL=20300101' }, ['rrule']],
    [{ rrule: 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30' }, ['rrule']],
    [{ rrule: 'FREQ=WEEKLY;BYHOUR=9' }, ['rrule']],
    [{ rrule: 'setiap Rabu', startsOn: '1999-01-01' }, ['startsOn', 'rrule']],
    [{ startsOn: '2026-02-30' }, ['startsOn']],
    [{ startTime: '24:00', durationMinutes: 0 }, ['startTime', 'durationMinutes']],
  ]
  for (const [given, paths] of wrong) {
    const { status, problem } = await problemOf(create(given))
    expect([status, problem.fields?.map(({ path }) => path).sort()]).toEqual([400, paths.sort()])
  }
})

test('a preview shows twelve dates, and months a monthly rule leaves out', async () => {
  const preview = (rrule: string, more: object = {}) =>
    call(
      server.app,
      seriesApi.preview,
      {
        body: {
          rrule,
          startsOn: '2030-01-31',
          startTime: '09:00',
          durationMinutes: 60,
          holidayPolicy: 'ask',
          extraDates: [],
          skippedDates: [],
          ...more,
        },
      },
      world.asOfficer,
    )
  const monthly = await preview('FREQ=MONTHLY;BYMONTHDAY=31', { extraDates: ['2030-02-28'] })
  expect(monthly.dates).toHaveLength(12)
  expect(monthly.dates[1]).toMatchObject({ occurrenceDate: '2030-02-28', extra: true })
  expect(monthly.monthsWithout.slice(0, 4)).toEqual(['2030-04', '2030-06', '2030-09', '2030-11'])
  expect((await preview('FREQ=MONTHLY;BYDAY=-1WE')).monthsWithout).toEqual([])
  const second = await preview('FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31;COUNT=2')
  expect(second.dates.map((d) => d.occurrenceDate)).toEqual(['2030-01-31', '2030-03-31'])
  expect(second.monthsWithout).toEqual([])
  const friday = await preview('FREQ=WEEKLY;BYDAY=FR', { startTime: '11:00' })
  expect(friday.dates[0]?.warnings.map(({ kind }) => kind)).toContain('friday_prayer')
})

test('words reach the sessions to come and keep the answers; a session changed by hand keeps its own', async () => {
  const series = await create()
  const { session, invitations } = await withGuests(series, 2)
  const third = (await sessionsOf(series))[2]
  await call(
    server.app,
    sessionsApi.update,
    {
      params: { id: third?.id ?? '' },
      body: { version: third?.version ?? 0, title: 'Ngopi Khusus' },
    },
    world.asOfficer,
  )
  const shown = await effect(series, { title: 'Ngopi Rabu' })
  expect(shown).toMatchObject({ added: 0, removed: 0, offRule: [], toReconfirm: 0 })
  expect(shown.leftAlone.map(({ title }) => title)).toEqual(['Ngopi Khusus'])
  const made = await sessionsOf(series)
  expect(shown.changed).toHaveLength(made.length - 1)
  await patch(series, { title: 'Ngopi Rabu' })
  const after = await sessionsOf(series)
  expect(after.map(({ title }) => title)).toEqual(
    made.map((_, i) => (i === 2 ? 'Ngopi Khusus' : 'Ngopi Rabu')),
  )
  expect(await world.standings(invitations)).toEqual(['attending', 'maybe', 'none'])
  expect(after[1]?.id).toBe(session.id)
})

test('another time asks those who count on it to confirm again, as the effect said, and nobody else', async () => {
  const series = await create({ capacity: 5 })
  const { session, invitations } = await withGuests(series, 1)
  const shown = await effect(series, { startTime: '10:00' })
  expect(shown.toReconfirm).toBe(2)
  expect(shown.changed[0]).toMatchObject({
    sessionId: session.id,
    invited: 3,
    toReconfirm: 2,
    newStartsAt: `${wednesday(1)}T03:00:00.000Z`,
  })
  expect((await world.getSession(session.id)).version).toBe(session.version)
  const changed = await patch(series, { startTime: '10:00' })
  expect(changed.version).toBe(2)
  const moved = await world.getSession(session.id)
  expect(moved.startsAt).toBe(`${wednesday(1)}T03:00:00.000Z`)
  expect(moved.seatsTaken).toBe(1)
  expect(await world.standings(invitations)).toEqual([
    'needs_reconfirmation',
    'needs_reconfirmation',
    'none',
  ])
  const { rows } = await server.make.pool.query(
    'select calendar_sequence as seq from sessions where series_id = $1',
    [series.id],
  )
  expect(new Set(rows.map(({ seq }) => seq))).toEqual(new Set([1]))
})

test('a day no longer named loses its draft, but one with guests an officer decides', async () => {
  const series = await create()
  const { session, invitations } = await withGuests(series, 2)
  const count = (await sessionsOf(series)).length
  const shown = await effect(series, { rrule: 'FREQ=WEEKLY;BYDAY=TH' })
  expect(shown.removed).toBe(count - 1)
  expect(shown.offRule.map(({ sessionId }) => sessionId)).toEqual([session.id])
  const changed = await patch(series, { rrule: 'FREQ=WEEKLY;BYDAY=TH' })
  const off = await world.getSession(session.id)
  expect(off).toMatchObject({ offRule: 'undecided', status: 'published' })
  expect(await world.standings(invitations)).toEqual(['attending', 'maybe', 'none'])
  expect((await sessionsOf(series)).filter(({ offRule }) => offRule === null)).toHaveLength(
    shown.added,
  )
  // Kept: the rule does not ask again.
  const stored = await call(
    server.app,
    sessionsApi.keep,
    { params: { id: session.id } },
    world.asOfficer,
  )
  expect(stored.offRule).toBe('kept')
  const again = await patch(changed, { title: 'Ngopi Kamis' })
  expect((await world.getSession(session.id)).offRule).toBe('kept')
  // Named again: it is the session of its day, and no second one is made.
  await patch(again, { rrule: 'FREQ=WEEKLY;BYDAY=WE,TH' })
  expect((await world.getSession(session.id)).offRule).toBeNull()
  const days = (await sessionsOf(series)).map(({ occurrenceDate }) => occurrenceDate)
  expect(new Set(days).size).toBe(days.length)
})

test('moved onto a day that has only an untouched draft, a session takes its place', async () => {
  const series = await create()
  const { session } = await withGuests(series, 2)
  await patch(series, { rrule: 'FREQ=WEEKLY;BYDAY=TH' })
  const off = await world.getSession(session.id)
  const thursday = shiftDay(wednesday(2), { days: 1 })
  const body = {
    version: off.version,
    startsAt: `${thursday}T03:00:00Z`,
    endsAt: `${thursday}T04:00:00Z`,
  }
  const moved = await call(
    server.app,
    sessionsApi.update,
    { params: { id: off.id }, body },
    world.asOfficer,
  )
  expect(moved).toMatchObject({ offRule: null, occurrenceDate: thursday })
  const onThursday = (await sessionsOf(series)).filter((s) => s.startsAt.startsWith(thursday))
  expect(onThursday.map(({ id }) => id)).toEqual([session.id])
})

test('a split ends one half before the day and goes on in the other, each knowing the other', async () => {
  const series = await create({
    rrule: 'FREQ=WEEKLY;COUNT=20',
    skippedDates: [wednesday(2), wednesday(12)],
  })
  const { session, invitations } = await withGuests(series, 10)
  expect(session.occurrenceDate).toBe(wednesday(11))
  const shown = await effect(series, { from: wednesday(10), startTime: '13:00' })
  expect(shown).toMatchObject({ toReconfirm: 2, added: 0, removed: 0, offRule: [] })
  const later = await split(series, wednesday(10), { startTime: '13:00', title: 'Ngopi Siang' })
  expect(later).toMatchObject({
    rrule: 'FREQ=WEEKLY;COUNT=11',
    startsOn: wednesday(10),
    previous: { id: series.id },
    next: null,
    skippedDates: [wednesday(12)],
  })
  const earlier = await reload(series)
  expect(earlier).toMatchObject({
    rrule: 'FREQ=WEEKLY;COUNT=9',
    title: 'Ngopi Bareng Humas',
    next: { id: later.id, title: 'Ngopi Siang' },
    skippedDates: [wednesday(2)],
  })
  expect((await sessionsOf(earlier)).map((s) => s.occurrenceDate)).toEqual(
    [1, 3, 4, 5, 6, 7, 8, 9].map(wednesday),
  )
  expect((await sessionsOf(later)).map((s) => s.occurrenceDate)).toEqual(
    [10, 11, 13, 14, 15, 16, 17, 18, 19, 20].map(wednesday),
  )
  const moved = await world.getSession(session.id)
  expect(moved).toMatchObject({ seriesId: later.id, title: 'Ngopi Siang' })
  expect(await world.standings(invitations)).toEqual([
    'needs_reconfirmation',
    'needs_reconfirmation',
    'none',
  ])
  // Once more, between the two.
  const between = await split(earlier, wednesday(5))
  expect(between).toMatchObject({ previous: { id: series.id }, next: { id: later.id } })
  expect((await reload(later)).previous).toMatchObject({ id: between.id })
  for (const from of ['0001-01-01', '9999-12-31']) {
    const { problem } = await problemOf(split(await reload(series), from))
    expect(problem.fields?.map(({ path }) => path)).toEqual(['from'])
  }
  for (const from of [wednesday(1), wednesday(5)]) {
    const { problem } = await problemOf(split(await reload(series), from))
    expect(problem.code).toBe('closed')
  }
  expect((await problemOf(split(series, wednesday(3)))).problem.code).toBe('stale')
})

test('a date is skipped, an extra one is added, and what has guests is decided by an officer', async () => {
  const series = await create()
  const extra = shiftDay(wednesday(1), { days: 1 })
  const changed = await patch(series, { skippedDates: [wednesday(3)], extraDates: [extra] })
  const days = (await sessionsOf(series)).map(({ occurrenceDate }) => occurrenceDate)
  expect(days.slice(0, 4)).toEqual([wednesday(1), extra, wednesday(2), wednesday(4)])
  const { session } = await withGuests(series, 1)
  await patch(changed, { skippedDates: [wednesday(1), wednesday(3)] })
  expect((await world.getSession(session.id)).offRule).toBe('undecided')
})

test('what an officer archived or cancelled is not made again', async () => {
  const series = await create()
  const [first, second] = await sessionsOf(series)
  const as = world.asOfficer
  await call(server.app, sessionsApi.archive, { params: { id: first?.id ?? '' } }, as)
  const params = { id: second?.id ?? '' }
  await call(server.app, sessionsApi.cancel, { params, body: { reason: 'Hujan' } }, as)
  await patch(series, { title: 'Ngopi Lagi' })
  const after = await sessionsOf(series)
  expect(after[0]).toMatchObject({ id: second?.id, status: 'cancelled', title: second?.title })
  expect(after.map(({ occurrenceDate }) => occurrenceDate)).not.toContain(wednesday(1))
})

test('holidays move nothing unless the series says so', async () => {
  const own = await World.open(server)
  const params = { date: wednesday(4) }
  const body = { name: 'Hari Jadi', kind: 'national' as const }
  await call(server.app, holidaysApi.put, { params, body }, own.asOfficer)
  const around = async (holidayPolicy: 'ask' | 'skip' | 'before' | 'after') => {
    const series = await create({ holidayPolicy, rrule: 'FREQ=WEEKLY;COUNT=5' }, own)
    const made = await sessionsOf(series, own)
    return made.find(({ occurrenceDate }) => occurrenceDate === wednesday(4))?.startsAt.slice(0, 10)
  }
  expect(await around('ask')).toBe(wednesday(4))
  expect(await around('skip')).toBeUndefined()
  const before = await around('before')
  expect(before && before < wednesday(4)).toBe(true)
  const after = await around('after')
  expect(after && after > wednesday(4)).toBe(true)
})

test('an archived series loses its untouched drafts, keeps the rest, and comes back', async () => {
  const series = await create()
  const { session } = await withGuests(series, 3)
  const count = (await sessionsOf(series)).length
  const by = { params: { id: series.id } }
  await call(server.app, seriesApi.archive, by, world.asOfficer)
  expect((await sessionsOf(series)).map(({ id }) => id)).toEqual([session.id])
  const archived = await reload(series)
  expect(archived.archivedAt).not.toBeNull()
  expect((await problemOf(patch(archived, { title: 'X' }))).problem.code).toBe('closed')
  expect((await problemOf(split(archived, wednesday(3)))).problem.code).toBe('closed')
  const back = await call(server.app, seriesApi.restore, by, world.asOfficer)
  expect(back.archivedAt).toBeNull()
  expect(await sessionsOf(series)).toHaveLength(count)
})

test('a session planned by hand takes the place of its day, or is an exception', async () => {
  const series = await create({ skippedDates: [wednesday(3)] })
  const plan = (day: string) =>
    world.session({
      publish: false,
      seriesId: series.id,
      startsAt: `${day}T02:00:00Z`,
      endsAt: `${day}T04:00:00Z`,
    } as object)
  expect(await plan(wednesday(3))).toMatchObject({
    occurrenceDate: wednesday(3),
    offRule: 'kept',
  })
  expect(await plan(wednesday(4))).toMatchObject({ occurrenceDate: null, offRule: null })
  expect(await plan('2100-01-06')).toMatchObject({ occurrenceDate: null, offRule: 'kept' })
  await patch(series, { skippedDates: [] })
  const onThird = (await sessionsOf(series)).filter((s) => s.startsAt.startsWith(wednesday(3)))
  expect(onThird).toMatchObject([{ offRule: null }])
})

test('a series of an office below is read from above and changed only there', async () => {
  const above = await server.make.office()
  const child = await server.make.office({ parentId: above.id })
  const own = new World(server, await server.make.user({ officeId: child.id }))
  const series = await create({}, own)
  const manager = await server.make.user({ officeId: above.id, role: 'manager' })
  const by = { params: { id: series.id } }
  expect((await call(server.app, seriesApi.get, by, manager)).id).toBe(series.id)
  // The guard of the routes refuses a manager; what the commands themselves say is asked past it.
  const { id } = series
  const [offices, now] = [[above.id, child.id], new Date().toISOString()]
  const { database } = server.deps
  const asked = { id, officeId: above.id, changes: { title: 'X' }, now }
  await expect(database.read(offices, (db) => previewChange(db, asked))).rejects.toMatchObject({
    code: 'forbidden',
  })
  const locked = database.write(offices, 'system:', (tx) => lockSeries(tx, id))
  await expect(locked).rejects.toMatchObject({ code: 'forbidden' })
  const session = world.session({ publish: false, seriesId: series.id } as object)
  expect((await problemOf(session)).problem.fields?.[0]?.path).toBe('seriesId')
})

test('a change is refused upon an older version, with the series as it is now', async () => {
  const series = await create()
  await patch(series, { title: 'Ngopi Baru' })
  const { status, problem } = await problemOf(patch(series, { title: 'Ngopi Lain' }))
  expect([status, problem.code]).toEqual([409, 'stale'])
  expect(problem.current).toMatchObject({ id: series.id, title: 'Ngopi Baru', version: 2 })
  const wrong = patch(await reload(series), { rrule: 'FREQ=WEEKLY;UNTIL=20200101' })
  expect((await problemOf(wrong)).problem.fields?.[0]?.path).toBe('rrule')
})

test('a deadline stays as far before the start, by a change of the series or by hand', async () => {
  const series = await create({ answerDeadlineMinutes: 120 })
  const [first, second] = await sessionsOf(series)
  const later = (instant = '') => new Date(Date.parse(instant) + 3_600_000).toISOString()
  const moved = await call(
    server.app,
    sessionsApi.update,
    {
      params: { id: first?.id ?? '' },
      body: { version: 1, startsAt: later(first?.startsAt), endsAt: later(first?.endsAt) },
    },
    world.asOfficer,
  )
  expect(moved.rsvpClosesAt).toBe(later(first?.rsvpClosesAt))
  await patch(series, { startTime: '10:00' })
  const after = await world.getSession(second?.id ?? '')
  expect(after.rsvpClosesAt).toBe(later(second?.rsvpClosesAt))
})

test('fewer seats than are taken reach no session, more let in who waits', async () => {
  const series = await create({ capacity: 1 })
  const session = (await sessionsOf(series))[0]
  const id = session?.id ?? ''
  await call(server.app, sessionsApi.publish, { params: { id } }, world.asOfficer)
  const invitations = await world.invite(id, await world.journalists(3))
  for (const invitation of invitations) await world.answer(invitation, 'attending')
  expect(await world.standings(invitations)).toEqual(['attending', 'waitlisted', 'waitlisted'])
  const more = await patch(series, { capacity: 2 })
  expect(await world.standings(invitations)).toEqual(['attending', 'attending', 'waitlisted'])
  expect((await effect(more, { capacity: 1 })).leftAlone.map((s) => s.sessionId)).toEqual([id])
  await patch(more, { capacity: 1 })
  expect((await sessionsOf(series)).map(({ capacity }) => capacity).slice(0, 2)).toEqual([2, 1])
})
