import { invitationsApi } from '@ngopi/shared/invitations'
import { segmentsApi } from '@ngopi/shared/segments'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AudienceOffice } from '../../test/audience-office.ts'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** An office of its own with an officer, and what is asked of it. */
async function open() {
  const world = await World.open(server)
  const office = new AudienceOffice(server.make, world.officer.officeId)
  const as = world.asOfficer
  type Asked = Parameters<typeof call<typeof segmentsApi.evaluate>>[2]['body']
  type Invited = Parameters<typeof call<typeof invitationsApi.create>>[2]['body']
  return {
    world,
    office,
    as,
    save: (name: string, filter = {}) =>
      call(server.app, segmentsApi.create, { body: { name, filter } }, as),
    evaluate: (body: Asked) => call(server.app, segmentsApi.evaluate, { body }, as),
    invite: (id: string, body: Invited) =>
      call(server.app, invitationsApi.create, { params: { id }, body }, as),
  }
}

const namesOf = (people: readonly { fullName: string }[]) => people.map((one) => one.fullName)

describe('segments', () => {
  it('are saved, listed by name, changed, archived and brought back', async () => {
    const { as, save } = await open()
    const tv = await save('TV Pemalang', { platforms: ['tv'] })
    await save('Belum pernah diundang', { history: { invited: { max: 0 } } })
    expect(tv).toMatchObject({ filter: { platforms: ['tv'] }, lastUse: null, version: 1 })
    const list = () => call(server.app, segmentsApi.list, { query: {} }, as)
    expect((await list()).items.map(({ name }) => name)).toEqual([
      'Belum pernah diundang',
      'TV Pemalang',
    ])
    const params = { id: tv.id }
    const change = (body: { version: number; name?: string; filter?: object }) =>
      call(server.app, segmentsApi.update, { params, body }, as)
    expect(await change({ version: 1, name: 'TV' })).toMatchObject({ name: 'TV', version: 2 })
    const stale = await problemOf(change({ version: 1, name: 'Televisi' }))
    expect(stale.problem).toMatchObject({ code: 'stale', current: { name: 'TV' } })

    await call(server.app, segmentsApi.archive, { params }, as)
    expect((await list()).items).toHaveLength(1)
    expect(await call(server.app, segmentsApi.get, { params }, as)).toMatchObject({ name: 'TV' })
    const archived = await call(server.app, segmentsApi.list, { query: { archived: 'true' } }, as)
    expect(archived.items.map(({ name }) => name)).toEqual(['TV'])
    await save('tv')
    const taken = await problemOf(call(server.app, segmentsApi.restore, { params }, as))
    expect(taken.problem.code).toBe('duplicate')
  })

  it('have one name each, whatever the case', async () => {
    const { save } = await open()
    await save('Daring')
    expect((await problemOf(save('DARING'))).problem.code).toBe('duplicate')
  })

  it('belong to one office', async () => {
    const { save, evaluate, invite, world } = await open()
    const stranger = await open()
    const theirs = await stranger.save('Rahasia')
    const session = await world.session()
    await save('Sendiri')
    const tries = [
      () => evaluate({ segmentId: theirs.id }),
      () => invite(session.id, { segmentId: theirs.id }),
      () => stranger.evaluate({ filter: {}, sessionId: session.id }),
    ]
    for (const tried of tries) expect((await problemOf(tried())).status).toBe(404)
  })

  it('of an office below are seen by the region and not used there', async () => {
    const region = await server.make.office({ name: 'Kanwil' })
    const below = await server.make.office({ parentId: region.id })
    const officer = await server.make.user({ officeId: below.id })
    const manager = await server.make.user({ officeId: region.id, role: 'manager' })
    const body = { name: 'Daring', filter: {} }
    const { id } = await call(server.app, segmentsApi.create, { body }, { token: officer.token })
    const as = { token: manager.token }
    expect((await call(server.app, segmentsApi.get, { params: { id } }, as)).name).toBe('Daring')
    const used = call(server.app, segmentsApi.evaluate, { body: { segmentId: id } }, as)
    expect((await problemOf(used)).status).toBe(403)
  })
})

describe('an audience', () => {
  it('says of each who is left out why', async () => {
    const { world, office, evaluate, invite } = await open()
    await office.person({ name: 'Bisa' })
    await office.person({ name: 'Menolak', optedOut: true })
    await office.person({ name: 'Arsip', archived: true })
    await office.person({ name: 'Tanpa Kontak', phone: null })
    const broken = await office.person({ name: 'Kontak Rusak', email: 'rusak@uji.example' })
    await server.make.pool.query(
      'update journalists set phone_problem_at = now(), email_problem_at = now() where id = $1',
      [broken],
    )
    const invited = await office.person({ name: 'Sudah' })
    const session = await world.session({ capacity: 30 })
    await invite(session.id, { invitees: [{ journalistId: invited }] })
    const audience = await evaluate({ filter: {}, sessionId: session.id })
    expect(namesOf(audience.members)).toEqual(['Bisa'])
    expect(audience.leftOut.map(({ fullName, reason }) => [fullName, reason])).toEqual([
      ['Arsip', 'archived'],
      ['Kontak Rusak', 'no_channel'],
      ['Menolak', 'opted_out'],
      ['Sudah', 'already_invited'],
      ['Tanpa Kontak', 'no_channel'],
    ])
    expect(audience).toMatchObject({ size: 1, leftOutSize: 5 })
    expect(audience.seats).toEqual({ capacity: 30, taken: 0, invited: 1, perOutlet: null })
  })

  it('orders by what is asked and lets so many of an outlet pass', async () => {
    const { world, office, evaluate, invite } = await open()
    await office.outlet('Kabar')
    await office.person({ name: 'A Utama', outlet: 'Kabar', competence: 'utama' })
    await office.person({ name: 'B Sering', outlet: 'Kabar', competence: 'muda' })
    await office.person({ name: 'C Biasa', outlet: 'Kabar', competence: 'madya' })
    await office.person({ name: 'D Lepas' })
    await office.person({ name: 'E Lepas' })
    await office.past(20, { invited: ['A Utama', 'B Sering'], attended: ['B Sering'] })
    await office.past(10, { invited: ['B Sering', 'D Lepas'], attended: ['B Sering', 'D Lepas'] })
    const ask = async (priority: 'attended' | 'least_invited' | 'competence' | 'name') =>
      namesOf((await evaluate({ filter: {}, perOutlet: 1, priority })).members)
    expect(await ask('attended')).toEqual(['B Sering', 'D Lepas', 'E Lepas'])
    expect(await ask('least_invited')).toEqual(['C Biasa', 'E Lepas', 'D Lepas'])
    expect(await ask('competence')).toEqual(['A Utama', 'D Lepas', 'E Lepas'])
    expect(await ask('name')).toEqual(['A Utama', 'D Lepas', 'E Lepas'])

    const session = await world.session({ seatsPerOutlet: 2 })
    const of = (perOutlet?: number | null) =>
      evaluate({ filter: {}, sessionId: session.id, perOutlet, priority: 'name' })
    expect(namesOf((await of()).members)).toEqual(['A Utama', 'B Sering', 'D Lepas', 'E Lepas'])
    await invite(session.id, { invitees: [{ journalistId: office.people.get('C Biasa') ?? '' }] })
    const capped = await of()
    expect(namesOf(capped.members)).toEqual(['A Utama', 'D Lepas', 'E Lepas'])
    expect(capped.leftOut).toMatchObject([
      { fullName: 'B Sering', reason: 'over_cap' },
      { fullName: 'C Biasa', reason: 'already_invited' },
    ])
    expect(capped.seats?.perOutlet).toBe(2)
    expect(namesOf((await of(null)).members)).toHaveLength(4)
  })

  it('takes the cap of the series where the session has none', async () => {
    const { world, office, evaluate } = await open()
    const series = await office.series()
    await server.make.pool.query('update series set seats_per_outlet = 4 where id = $1', [series])
    const session = await world.session()
    await server.make.pool.query('update sessions set series_id = $2 where id = $1', [
      session.id,
      series,
    ])
    expect((await evaluate({ filter: {}, sessionId: session.id })).seats?.perOutlet).toBe(4)
  })
})
