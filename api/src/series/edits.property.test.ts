import { type Series, seriesApi } from '@ngopi/shared/series'
import { sessionsApi } from '@ngopi/shared/sessions'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ProblemError, problemOf } from '../../test/client.ts'
import { howMany } from '../../test/how-many.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { type MadeJournalist, World } from '../../test/world.ts'
import { dayOf, horizonOf, shiftDay } from '../platform/local-days.ts'
import { namedDays } from '../recurrence/series-days.ts'
import { planAllSeries } from './plan-task.ts'
import { sessionsOfSeries } from './session-queries.ts'

let server: TestServer
let world: World
let guests: MadeJournalist[]

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
  guests = await world.journalists(3)
})
afterAll(() => server.close())

const zone = 'Asia/Jakarta'
const today = dayOf(new Date().toISOString(), zone)
const log = { info: () => {}, warn: () => {}, error: () => {} }

const create = (rrule: string) =>
  call(
    server.app,
    seriesApi.create,
    {
      body: {
        title: 'Ngopi',
        rrule,
        startsOn: today,
        startTime: '09:00',
        durationMinutes: 90,
        venue: 'Aula',
      },
    },
    world.asOfficer,
  )
const get = (id: string) => call(server.app, seriesApi.get, { params: { id } }, world.asOfficer)
const sessionsOf = async (id: string, archived?: 'true') => {
  const query = { seriesId: id, limit: 100, sort: 'startsAt' as const, archived }
  return (await call(server.app, sessionsApi.list, { query }, world.asOfficer)).items
}

const rules = [
  'FREQ=WEEKLY;BYDAY=WE',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
  'FREQ=MONTHLY;BYDAY=-1WE',
  'FREQ=WEEKLY;COUNT=12',
]
const at = fc.nat(60)
const kinds = [
  'title',
  'skip',
  'invite',
  'invite',
  'move',
  'keep',
  'cancel',
  'archive',
  'job',
  'split',
  'split',
  'bring back',
] as const
const edit = fc.oneof(
  fc.record({ act: fc.constantFrom(...kinds), at }),
  fc.record({
    act: fc.constant('time' as const),
    at,
    startTime: fc.constantFrom('08:00', '10:00'),
  }),
  fc.record({ act: fc.constant('rule' as const), at, rrule: fc.constantFrom(...rules) }),
)
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

/** What is edited in one run: the halves of one series, and the answers given meanwhile. */
interface Chain {
  ids: string[]
  answers: Map<string, string[]>
}

async function carryOut(chain: Chain, edit: Edit, number: number): Promise<void> {
  const { app } = server
  const as = world.asOfficer
  const id = chain.ids[edit.at % chain.ids.length] ?? ''
  const { version, skippedDates } = await get(id)
  const open = (await sessionsOf(id)).filter(
    ({ status, startsAt }) =>
      (status === 'draft' || status === 'published') && Date.parse(startsAt) > Date.now(),
  )
  const session = open[edit.at % Math.max(1, open.length)]
  const params = { id: session?.id ?? '' }
  const patch = (changes: object) =>
    call(app, seriesApi.update, { params: { id }, body: { version, ...changes } }, as)
  switch (edit.act) {
    case 'title':
      await patch({ title: `Ngopi ${number}` })
      return
    case 'time':
      await patch({ startTime: edit.startTime })
      return
    case 'rule':
      await patch({ rrule: edit.rrule })
      return
    case 'skip':
      if (session?.occurrenceDate)
        await patch({ skippedDates: [...skippedDates, session.occurrenceDate] })
      return
    case 'split': {
      const from = shiftDay(today, { days: edit.at * 2 })
      const body = { version, from, title: `Ngopi ${number}` }
      const next = await call(app, seriesApi.split, { params: { id }, body }, as)
      chain.ids.push(next.id)
      return
    }
    case 'invite': {
      if (!session || chain.answers.has(session.id)) return
      await call(app, sessionsApi.publish, { params }, as)
      const ids = await world.invite(session.id, guests)
      await world.answer(ids[0] ?? '', 'attending')
      await world.answer(ids[1] ?? '', 'declined', 'Liputan lain')
      chain.answers.set(session.id, ids)
      return
    }
    case 'move': {
      if (!session) return
      const later = (instant: string) => new Date(Date.parse(instant) + 86_400_000).toISOString()
      const { startsAt, endsAt } = session
      const body = { version: session.version, startsAt: later(startsAt), endsAt: later(endsAt) }
      await call(app, sessionsApi.update, { params, body }, as)
      return
    }
    case 'keep':
      if (session) await call(app, sessionsApi.keep, { params }, as)
      return
    case 'cancel':
      if (session) await call(app, sessionsApi.cancel, { params, body: { reason: 'Hujan' } }, as)
      return
    case 'archive':
      if (session?.status === 'draft') await call(app, sessionsApi.archive, { params }, as)
      return
    case 'bring back':
      await call(app, seriesApi.archive, { params: { id } }, as)
      await call(app, seriesApi.restore, { params: { id } }, as)
      return
    case 'job':
      await forget(chain.ids)
      await Promise.all([
        planAllSeries({ ...server.deps, log }),
        planAllSeries({ ...server.deps, log }),
      ])
      expect((await planAllSeries({ ...server.deps, log })).made).toBe(0)
  }
}

/** As if the last months of the horizon had just come into sight. */
const forget = async (ids: string[]) => {
  await server.make.pool.query(
    `delete from sessions s where series_id = any ($1) and status = 'draft' and not hand_edited and archived_at is null
        and starts_at > now() + interval '3 months' and off_rule is null
        and not exists (select from invitations i where i.session_id = s.id)`,
    [ids],
  )
  await server.make.pool.query('update series set planned_until = null where id = any ($1)', [ids])
}

async function check({ ids, answers }: Chain): Promise<void> {
  for (const [sessionId, invitations] of answers) {
    const standings = await world.standings(invitations)
    expect(standings).toHaveLength(3)
    expect(['attending', 'needs_reconfirmation']).toContain(standings[0])
    expect(standings.slice(1)).toEqual(['declined', 'none'])
    const { seatsTaken, seriesId } = await world.getSession(sessionId)
    expect(seatsTaken).toBe(1)
    expect(ids).toContain(seriesId)
  }
  for (const id of ids) await checkSeries(await get(id))
}

async function checkSeries(series: Series): Promise<void> {
  const effect = await call(
    server.app,
    seriesApi.previewUpdate,
    { params: { id: series.id }, body: { title: series.title } },
    world.asOfficer,
  )
  // Whatever the series says is done already.
  expect(effect).toEqual({
    added: 0,
    removed: 0,
    changed: [],
    offRule: [],
    leftAlone: [],
    toReconfirm: 0,
  })
  const shown = await sessionsOf(series.id)
  const horizon = horizonOf(new Date().toISOString(), zone)
  const named = new Set(namedDays(series, { from: shiftDay(today, { days: 1 }), to: horizon }))
  for (const { occurrenceDate: day, offRule, status, startsAt } of shown) {
    if (Date.parse(startsAt) <= Date.now() || status === 'cancelled') continue
    if (day === null || day === today) continue
    expect(named.has(day) || offRule !== null, `${day} of ${series.rrule}`).toBe(true)
  }
  const planned = [...shown, ...(await sessionsOf(series.id, 'true'))].map((s) => s.occurrenceDate)
  expect(new Set(planned).size).toBe(planned.length)
  for (const day of named) expect(planned, `${day} of ${series.rrule}`).toContain(day)
}

test('a series edited at random in the database loses no answer and makes no occurrence twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...rules),
      fc.array(edit, { minLength: 8, maxLength: 8 }),
      async (rrule, edits) => {
        const chain: Chain = { ids: [(await create(rrule)).id], answers: new Map() }
        for (const [number, one] of edits.entries()) {
          await carryOut(chain, one, number).catch((error: unknown) => {
            // Nothing on one side of a split, or a session that an earlier edit left over.
            if (!(error instanceof ProblemError && error.problem.code === 'closed')) throw error
          })
          await check(chain)
        }
      },
    ),
    { numRuns: howMany(8, 100) },
  )
})

test('whatever refers to a session keeps it: the query that looks for it knows every reference', async () => {
  const { rows } = await server.make.pool.query<{ name: string }>(
    `select conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid = 'sessions'::regclass order by 1`,
  )
  for (const { name } of rows) expect(sessionsOfSeries.text).toMatch(new RegExp(`from ${name}\\s`))
  expect(rows.length).toBeGreaterThan(3)
})

test('a draft somebody invites to while its day is taken out stays, to be decided, or is gone for both', async () => {
  const series = await create('FREQ=WEEKLY;BYDAY=WE')
  const session = (await sessionsOf(series.id))[3]
  const id = session?.id ?? ''
  const body = { version: series.version, skippedDates: [session?.occurrenceDate ?? ''] }
  const [invited] = await Promise.all([
    world.invite(id, guests).catch(() => undefined),
    call(server.app, seriesApi.update, { params: { id: series.id }, body }, world.asOfficer),
  ])
  // Either the invitation came first, or there was nothing left to invite to.
  const outcome = invited
    ? await world.getSession(id)
    : (await problemOf(world.getSession(id))).problem
  const stored = { offRule: 'undecided', answers: { invited: 3 } }
  expect(outcome).toMatchObject(invited ? stored : { code: 'not_found' })
})

test('of changes made at once upon one version, one is made', async () => {
  const { app } = server
  for (let round = 0; round < 5; round += 1) {
    const { id, version } = await create('FREQ=WEEKLY;BYDAY=WE')
    const from = shiftDay(today, { days: 60 })
    const outcomes = await Promise.allSettled([
      ...['08:00', '10:00', '11:00'].map((startTime) =>
        call(
          app,
          seriesApi.update,
          { params: { id }, body: { version, startTime } },
          world.asOfficer,
        ),
      ),
      call(app, seriesApi.split, { params: { id }, body: { version, from } }, world.asOfficer),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason.problem.code).toBe('stale')
    }
  }
})
