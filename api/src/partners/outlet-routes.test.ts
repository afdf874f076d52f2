import { journalistsApi } from '@ngopi/shared/journalists'
import { type newOutlet, outletsApi } from '@ngopi/shared/outlets'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let officer: MadeUser
beforeAll(async () => {
  server = await startServer()
  officer = await server.make.user()
})
afterAll(() => server.close())

type Body = (typeof newOutlet)['_input']
const create = (body: Partial<Body> = {}, { token } = officer) =>
  call(
    server.app,
    outletsApi.create,
    { body: { name: 'Kabar', platform: 'online', ...body } },
    { token },
  )
const get = (id: string, { token } = officer) =>
  call(server.app, outletsApi.get, { params: { id } }, { token })
const names = async (query: object, { token } = officer) =>
  (await call(server.app, outletsApi.list, { query }, { token })).items.map(({ name }) => name)

describe('one outlet', () => {
  test('is stored as given, with its domain, its phone in E.164 and each label once', async () => {
    const outlet = await create({
      name: '  Mata Berita ',
      platform: 'online',
      city: 'Pemalang',
      website: 'https://www.mataberita.net/kontak',
      email: 'Redaksi@MataBerita.net',
      phone: '(0284) 321-245',
      address: '',
      pressCouncilStatus: 'factual',
      pressCouncilCheckedOn: '2025-09-01',
      companyAssociations: ['SMSI', 'SMSI'],
      tags: ['Daerah', 'daerah', 'utama'],
      notes: 'Baik',
    })
    expect(outlet).toMatchObject({
      officeId: officer.officeId,
      name: 'Mata Berita',
      domain: 'mataberita.net',
      email: 'redaksi@mataberita.net',
      phone: '+62284321245',
      address: null,
      pressCouncilCheckedOn: '2025-09-01',
      companyAssociations: ['SMSI'],
      tags: ['Daerah', 'utama'],
      version: 1,
      archivedAt: null,
    })
    expect(outlet.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(await get(outlet.id)).toEqual(outlet)
  })

  test('changes what a PATCH names and nothing else', async () => {
    const outlet = await create({
      website: 'https://a.example',
      phone: '08123456789',
      city: 'Tegal',
    })
    const changed = await call(
      server.app,
      outletsApi.update,
      {
        params: { id: outlet.id },
        body: { version: 1, website: null, phone: null, platform: 'tv' },
      },
      officer,
    )
    const { updatedAt, ...rest } = changed
    expect(rest).toEqual({
      ...outlet,
      website: null,
      domain: null,
      phone: null,
      platform: 'tv',
      version: 2,
      updatedAt: undefined,
    })
    expect(updatedAt >= outlet.updatedAt).toBe(true)
  })

  test('a PATCH of an older version is stale and shows what stands there now', async () => {
    const outlet = await create()
    const change = (city: string) =>
      call(
        server.app,
        outletsApi.update,
        { params: { id: outlet.id }, body: { version: 1, city } },
        officer,
      )
    const now = await change('Batang')
    const stale = await problemOf(change('Kendal'))
    expect(stale.problem).toMatchObject({ status: 409, code: 'stale', current: now })
    expect((await get(outlet.id)).city).toBe('Batang')
  })

  test('is archived and restored, each as often as one likes', async () => {
    const outlet = await create({ name: 'Arsip Pagi' })
    const parts = { params: { id: outlet.id } }
    await call(server.app, outletsApi.archive, parts, officer)
    await call(server.app, outletsApi.archive, parts, officer)
    const archived = await get(outlet.id)
    expect(archived.archivedAt).not.toBeNull()
    expect(archived.version).toBe(2)
    expect(await names({ q: 'arsip pagi' })).toEqual([])
    expect(await names({ q: 'arsip pagi', archived: 'true' })).toEqual(['Arsip Pagi'])
    await call(server.app, outletsApi.restore, parts, officer)
    expect(await call(server.app, outletsApi.restore, parts, officer)).toMatchObject({
      archivedAt: null,
      version: 3,
    })
    expect(await names({ q: 'arsip pagi' })).toEqual(['Arsip Pagi'])
  })

  test.each([
    [{ phone: '12345' }, 'phone'],
    [{ website: 'ftp://a.example' }, 'website'],
    [{ website: 'javascript:alert(1)' }, 'website'],
    [{ website: 'https://u:p@a.example' }, 'website'],
    [{ platform: 'blog' }, 'platform'],
    [{ pressCouncilCheckedOn: '2025-02-30' }, 'pressCouncilCheckedOn'],
    [{ name: '   ' }, 'name'],
    [{ domain: 'a.example' }, 'domain'],
    [{ officeId: '019a0000-0000-7000-8000-000000000000' }, 'officeId'],
  ])('%j is refused at that field', async (body, path) => {
    const { problem } = await problemOf(create(body as Partial<Body>))
    expect(problem).toMatchObject({ status: 400, code: 'invalid' })
    expect(problem.fields?.map((field) => field.path)).toEqual([path])
  })
})

describe('another office', () => {
  test('sees nothing of an outlet and changes nothing', async () => {
    const outlet = await create()
    const stranger = await server.make.user({ role: 'admin' })
    const params = { id: outlet.id }
    const attempts = [
      () => get(outlet.id, stranger),
      () =>
        call(server.app, outletsApi.update, { params, body: { version: 1, city: 'X' } }, stranger),
      () => call(server.app, outletsApi.archive, { params }, stranger),
      () => call(server.app, outletsApi.restore, { params }, stranger),
    ]
    for (const attempt of attempts) expect((await problemOf(attempt())).status).toBe(404)
    expect(await get(outlet.id)).toEqual(outlet)
    expect(await names({}, stranger)).toEqual([])
  })

  test('below is read by the manager above, who writes nothing', async () => {
    const outlet = await create({ name: 'Gema Pesisir' })
    const above = await server.make.office()
    await server.make.pool.query('update offices set parent_id = $1 where id = $2', [
      above.id,
      officer.officeId,
    ])
    const manager = await server.make.user({ officeId: above.id, role: 'manager' })
    expect(await get(outlet.id, manager)).toEqual(outlet)
    expect(await names({ q: 'gema pesisir' }, manager)).toEqual(['Gema Pesisir'])
    const write = call(server.app, outletsApi.archive, { params: { id: outlet.id } }, manager)
    expect((await problemOf(write)).status).toBe(403)
    const admin = await server.make.user({ officeId: above.id, role: 'admin' })
    expect((await problemOf(get(outlet.id, admin))).status).toBe(404)
  })
})

describe('the list', () => {
  test('filters by platform, status, tag, city and by whether somebody works there', async () => {
    const own = await server.make.user()
    const make = (body: Partial<Body>) => create(body, own)
    await make({ name: 'A', platform: 'tv', city: 'Tegal', tags: ['Mitra'] })
    await make({ name: 'B', platform: 'radio', pressCouncilStatus: 'factual', tags: ['lain'] })
    const staffed = await make({ name: 'C', city: 'tegal', tags: ['MITRA', 'x'] })
    const left = await make({ name: 'D' })
    const work = (outletId: string, until: string | null) =>
      call(
        server.app,
        journalistsApi.create,
        { body: { fullName: 'Sari', affiliations: [{ outletId, until }] } },
        own,
      )
    await work(staffed.id, null)
    await work(left.id, '2020-01-01')
    expect(await names({ platform: ['tv', 'radio'] }, own)).toEqual(['A', 'B'])
    expect(await names({ pressCouncilStatus: 'factual' }, own)).toEqual(['B'])
    expect(await names({ tag: 'mitra' }, own)).toEqual(['A', 'C'])
    expect(await names({ tag: ['mitra', 'LAIN'], sort: '-name' }, own)).toEqual(['C', 'B', 'A'])
    expect(await names({ city: 'TEGAL' }, own)).toEqual(['A', 'C'])
    expect(await names({ city: 'TEGAL', platform: 'tv' }, own)).toEqual(['A'])
    expect(await names({ withoutJournalists: 'true' }, own)).toEqual(['A', 'B', 'D'])
    expect(await names({ withoutJournalists: 'false' }, own)).toEqual(['A', 'B', 'C', 'D'])
    const page = await call(server.app, outletsApi.list, { query: {} }, own)
    expect(page.items.map((o) => o.journalistCount)).toEqual([0, 0, 1, 0])
  })
})
