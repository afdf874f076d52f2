import { type JournalistFilter, segmentsApi } from '@ngopi/shared/segments'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AudienceOffice } from '../../test/audience-office.ts'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer
let world: World
let office: AudienceOffice

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
  office = new AudienceOffice(server.make, world.officer.officeId)
})
afterAll(() => server.close())

const evaluate = (body: Parameters<typeof call<typeof segmentsApi.evaluate>>[2]['body']) =>
  call(server.app, segmentsApi.evaluate, { body }, world.asOfficer)

/** Names of those to invite, as they come first. */
const names = async (filter: JournalistFilter): Promise<string[]> =>
  (await evaluate({ filter, priority: 'name' })).members.map(({ fullName }) => fullName)

describe('a filter', () => {
  beforeAll(async () => {
    await office.outlet('Kabar', { city: 'Pemalang', tags: ['Mitra'] })
    await office.outlet('Siar', { platform: 'tv', city: 'Tegal' })
    await office.person({
      name: 'Ani',
      outlet: 'Kabar',
      tags: ['Pagi'],
      competence: 'madya',
      email: 'ani@uji.example',
    })
    await office.person({
      name: 'Budi Santosa',
      outlet: 'Siar',
      beats: ['Imigrasi'],
      competence: 'utama',
    })
    await office.person({ name: 'Cici', provisional: true, phone: null, email: 'cici@uji.example' })
  })

  it.each<[JournalistFilter, string[]]>([
    [{}, ['Ani', 'Budi Santosa', 'Cici']],
    [{ q: 'ANTOS' }, ['Budi Santosa']],
    [{ platforms: ['online', 'radio'] }, ['Ani']],
    [{ platforms: [] }, ['Ani', 'Budi Santosa', 'Cici']],
    [{ cities: ['tegal'] }, ['Budi Santosa']],
    [{ outletTags: ['MITRA'] }, ['Ani']],
    [{ tags: ['pagi', 'lain'] }, ['Ani']],
    [{ beats: ['imigrasi'] }, ['Budi Santosa']],
    [{ competenceLevels: ['utama', 'madya'] }, ['Ani', 'Budi Santosa']],
    [{ channel: 'email' }, ['Ani', 'Cici']],
    [{ channel: 'whatsapp' }, ['Ani', 'Budi Santosa']],
    [{ provisional: true }, ['Cici']],
    [{ provisional: false, platforms: ['tv'] }, ['Budi Santosa']],
    [{ platforms: ['tv'], cities: ['Pemalang'] }, []],
    [{ q: '%' }, []],
  ])('%j holds %j', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected)
  })

  it('names outlets by id', async () => {
    expect(await names({ outletIds: [office.outlets.get('Siar') ?? ''] })).toEqual(['Budi Santosa'])
  })

  it('looks at the primary outlet of today', async () => {
    const { pool } = server.make
    const [ani] = office.ids(['Ani'])
    await pool.query(
      `update affiliations set until_date = current_date - 2 where journalist_id = $1`,
      [ani],
    )
    expect(await names({ platforms: ['online'] })).toEqual([])
    await pool.query('update affiliations set until_date = null where journalist_id = $1', [ani])
  })

  it('counts outlets reached and not reached within the part of the filter that speaks of outlets', async () => {
    const { outlets } = await evaluate({ filter: { tags: ['Pagi'] } })
    expect(outlets).toMatchObject({ covered: 1, notCovered: [{ name: 'Siar' }], notCoveredSize: 1 })
    const { outlets: inPemalang } = await evaluate({
      filter: { beats: ['Imigrasi'], cities: ['Pemalang'] },
    })
    expect(inPemalang).toMatchObject({ covered: 0, notCovered: [{ name: 'Kabar' }] })
  })

  it('is one of a filter and a segment', async () => {
    expect((await problemOf(evaluate({}))).problem.fields?.[0]?.path).toBe('filter')
  })
})

describe('history', () => {
  let own: AudienceOffice
  let token: string
  let seriesId: string
  const ask = async (history: NonNullable<JournalistFilter['history']>) => {
    const body = { filter: { history }, priority: 'name' as const }
    const { members } = await call(server.app, segmentsApi.evaluate, { body }, { token })
    return members.map(({ fullName }) => fullName)
  }

  beforeAll(async () => {
    const user = await server.make.user()
    token = user.token
    own = new AudienceOffice(server.make, user.officeId)
    seriesId = await own.series()
    await own.outlet('Kabar')
    for (const name of ['Rajin', 'Sibuk', 'Tamu', 'Baru']) await own.person({ name })
    // Oldest first: Sibuk is invited three times and never comes; Rajin comes and once writes; Tamu walks in.
    await own.past(90, {
      invited: ['Rajin', 'Sibuk'],
      answered: ['Rajin'],
      attended: ['Rajin'],
      published: ['Rajin', 'Rajin'],
      seriesId,
    })
    await own.past(60, {
      invited: ['Rajin', 'Sibuk'],
      answered: ['Rajin', 'Sibuk'],
      attended: ['Rajin'],
    })
    await own.past(30, { invited: ['Rajin', 'Sibuk'], attended: ['Tamu'], seriesId })
    await own.past(20, { invited: ['Baru'], attended: ['Baru'], status: 'cancelled' })
    const revoked = await own.past(10, { invited: ['Baru'] })
    await server.make.pool.query(
      'update invitations set revoked_at = now() where session_id = $1',
      [revoked],
    )
    await own.past(-5, { invited: ['Baru'] })
  })

  it.each<[string, Parameters<typeof ask>[0], string[]]>([
    ['invited three times, never there', { invited: { min: 3 }, attended: { max: 0 } }, ['Sibuk']],
    ['was there, wrote nothing', { attended: { min: 1 }, published: { max: 0 } }, ['Tamu']],
    ['never invited', { invited: { max: 0 } }, ['Baru', 'Tamu']],
    ['answered exactly once', { answered: { min: 1, max: 1 } }, ['Sibuk']],
    ['two pieces about one session count once', { published: { min: 1, max: 1 } }, ['Rajin']],
    ['the last two sessions', { lastSessions: 2, invited: { min: 1 } }, ['Rajin', 'Sibuk']],
    ['the last two sessions, twice', { lastSessions: 2, invited: { min: 2 } }, []],
    [
      'the last three sessions, there',
      { lastSessions: 3, attended: { min: 1 } },
      ['Rajin', 'Tamu'],
    ],
  ])('%s', async (_, history, expected) => {
    expect(await ask(history)).toEqual(expected)
  })

  it('keeps to one series, and to the latest of it', async () => {
    expect(await ask({ seriesId, attended: { min: 1 } })).toEqual(['Rajin', 'Tamu'])
    expect(await ask({ seriesId, lastSessions: 1, attended: { min: 1 } })).toEqual(['Tamu'])
    expect(await ask({ seriesId, invited: { min: 3 } })).toEqual([])
  })

  it('tells the counts of each person', async () => {
    const body = { filter: { q: 'rajin' } }
    const { members } = await call(server.app, segmentsApi.evaluate, { body }, { token })
    expect(members[0]?.history).toEqual({ invited: 3, answered: 2, attended: 2, published: 1 })
  })

  it('counts a piece without a name for those there for its outlet, and none that was dismissed', async () => {
    await own.person({ name: 'Siar Satu', outlet: 'Kabar' })
    const outletId = own.outlets.get('Kabar')
    const session = await own.past(5, { invited: ['Siar Satu', 'Sibuk'], attended: ['Siar Satu'] })
    await server.make.pool.query(
      'update invitations set outlet_id = $2 where session_id = $1 and journalist_id = $3',
      [session, outletId, own.people.get('Siar Satu')],
    )
    await own.piece(session, { outlet: 'Kabar', state: 'dismissed' })
    expect(await ask({ lastSessions: 1, published: { min: 1 } })).toEqual([])
    await own.piece(session, { outlet: 'Kabar' })
    expect(await ask({ lastSessions: 1, published: { min: 1 } })).toEqual(['Siar Satu'])
  })

  it('refuses a range that ends before it begins', async () => {
    const { problem } = await problemOf(ask({ invited: { min: 3, max: 1 } }))
    expect(problem.fields?.[0]?.path).toBe('filter.history.invited.max')
  })
})
