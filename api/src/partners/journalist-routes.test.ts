import { journalistsApi, type newJournalist } from '@ngopi/shared/journalists'
import { outletsApi } from '@ngopi/shared/outlets'
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

type Body = (typeof newJournalist)['_input']
type Changes = Parameters<typeof call<typeof journalistsApi.update>>[2]['body']
const create = (body: Partial<Body> = {}, { token } = officer) =>
  call(server.app, journalistsApi.create, { body: { fullName: 'Sari', ...body } }, { token })
const get = (id: string, { token } = officer) =>
  call(server.app, journalistsApi.get, { params: { id } }, { token })
const change = (id: string, body: Changes, { token } = officer) =>
  call(server.app, journalistsApi.update, { params: { id }, body }, { token })
const outlet = (name: string, { token } = officer) =>
  call(server.app, outletsApi.create, { body: { name, platform: 'online' } }, { token })

describe('one journalist', () => {
  test('is stored as given; one word is a name, and a number may serve several', async () => {
    const body: Body = {
      fullName: 'Suharto',
      titlePrefix: 'H.',
      titleSuffix: 'S.Sos., M.I.Kom.',
      phone: '81234567890',
      email: 'Suharto@Kabar.example',
      preferredChannel: 'whatsapp',
      competenceLevel: 'madya',
      competenceCardNumber: '123-X',
      competenceExpiresOn: '2027-01-31',
      associations: ['PWI', 'PWI'],
      beats: ['Hukum', 'hukum', 'Imigrasi'],
      tags: ['VIP', 'vip'],
      notes: '',
    }
    const journalist = await create(body)
    expect(journalist).toMatchObject({
      ...body,
      officeId: officer.officeId,
      phone: '+6281234567890',
      email: 'suharto@kabar.example',
      associations: ['PWI'],
      beats: ['Hukum', 'Imigrasi'],
      tags: ['VIP'],
      notes: null,
      affiliations: [],
      provisional: false,
      optedOutAt: null,
      version: 1,
      archivedAt: null,
    })
    expect(await get(journalist.id)).toEqual(journalist)
    expect((await create(body)).phone).toBe('+6281234567890')
    const { rows } = await server.make.pool.query(
      'select phone_raw from journalists where id = $1',
      [journalist.id],
    )
    expect(rows).toEqual([{ phone_raw: '81234567890' }])
  })

  test('changes what a PATCH names and nothing else, and is written down', async () => {
    const before = await create({
      phone: '081234567890',
      beats: ['a'],
      notes: 'x',
      titlePrefix: 'Hj.',
    })
    const after = await change(before.id, {
      version: 1,
      fullName: 'Siti Aminah',
      phone: null,
      beats: ['b', 'B'],
    })
    expect(after).toEqual({
      ...before,
      fullName: 'Siti Aminah',
      phone: null,
      beats: ['b'],
      version: 2,
      updatedAt: after.updatedAt,
    })
    expect(await get(before.id)).toEqual(after)
    const { rows } = await server.make.pool.query(
      `select actor_id, before, after from activity where subject_id = $1 and action = 'update'`,
      [before.id],
    )
    expect(rows).toEqual([
      {
        actor_id: officer.id,
        before: {
          full_name: 'Sari',
          phone: '+6281234567890',
          phone_raw: '081234567890',
          beats: ['a'],
        },
        after: { full_name: 'Siti Aminah', phone: null, phone_raw: null, beats: ['b'] },
      },
    ])
  })

  test('of two changes of one version the second is stale and shows what stands there now', async () => {
    const { id } = await create()
    const outcomes = await Promise.allSettled([
      change(id, { version: 1, fullName: 'Satu' }),
      change(id, { version: 1, fullName: 'Dua' }),
    ])
    const lost = outcomes.find((o) => o.status === 'rejected')
    const won = outcomes.find((o) => o.status === 'fulfilled')
    expect(lost?.reason).toMatchObject({
      problem: { status: 409, code: 'stale', current: won?.value },
    })
  })

  test('a walk-in is confirmed, an opt-out set once and cleared', async () => {
    const { id } = await create()
    await server.make.pool.query('update journalists set provisional = true where id = $1', [id])
    expect(await change(id, { version: 2, provisional: false })).toMatchObject({
      provisional: false,
    })
    const out = await change(id, { version: 3, optedOut: true })
    expect(out.optedOutAt).not.toBeNull()
    expect((await change(id, { version: 4, optedOut: true })).optedOutAt).toBe(out.optedOutAt)
    expect((await change(id, { version: 5, notes: 'x' })).optedOutAt).toBe(out.optedOutAt)
    expect((await change(id, { version: 6, optedOut: false })).optedOutAt).toBeNull()
  })

  test('is archived, still shown by id, and restored', async () => {
    const { id } = await create()
    const parts = { params: { id } }
    await call(server.app, journalistsApi.archive, parts, officer)
    await call(server.app, journalistsApi.archive, parts, officer)
    expect(await get(id)).toMatchObject({ version: 2, archivedAt: expect.any(String) })
    const restored = await call(server.app, journalistsApi.restore, parts, officer)
    expect(restored).toMatchObject({ version: 3, archivedAt: null })
  })

  test.each([
    [{ fullName: '' }, 'fullName'],
    [{ phone: '00000' }, 'phone'],
    [{ phone: 'zero eight' }, 'phone'],
    [{ email: 'x' }, 'email'],
    [{ competenceLevel: 'ahli' }, 'competenceLevel'],
    [{ provisional: true }, 'provisional'],
    [{ version: 1 }, 'version'],
    [{ affiliations: [{ outletId: 'x' }] }, 'affiliations.0.outletId'],
    [
      { affiliations: [{ outletId: '019a0000-0000-7000-8000-000000000000' }] },
      'affiliations.0.outletId',
    ],
    [
      {
        affiliations: [
          {
            outletId: '019a0000-0000-7000-8000-000000000000',
            from: '2025-02-01',
            until: '2025-01-01',
          },
        ],
      },
      'affiliations.0.until',
    ],
  ])('%j is refused at that field', async (body, path) => {
    const { problem } = await problemOf(create(body as Partial<Body>))
    expect(problem).toMatchObject({ status: 400, code: 'invalid' })
    expect(problem.fields?.map((field) => field.path)).toEqual([path])
  })

  test('NUL in text is refused, new or changed', async () => {
    const { id } = await create()
    expect((await problemOf(create({ notes: 'a\0b' }))).status).toBe(400)
    expect((await problemOf(change(id, { version: 1, notes: 'a\0b' }))).status).toBe(400)
  })
})

describe('affiliations', () => {
  test('the first current one becomes the primary one, and a list replaces the former', async () => {
    const [a, b, c] = [await outlet('Aksara'), await outlet('Bahana'), await outlet('Cakra')]
    const made = await create({
      affiliations: [
        { outletId: a.id, until: '2020-01-01' },
        { outletId: b.id, position: 'Redaktur', from: '2021-05-01' },
      ],
    })
    expect(made.affiliations).toMatchObject([
      {
        outletId: b.id,
        outletName: 'Bahana',
        position: 'Redaktur',
        isPrimary: true,
        from: '2021-05-01',
        until: null,
      },
      {
        outletId: a.id,
        outletName: 'Aksara',
        position: null,
        isPrimary: false,
        from: null,
        until: '2020-01-01',
      },
    ])
    const [atB] = made.affiliations
    const moved = await change(made.id, {
      version: 1,
      affiliations: [
        { outletId: b.id, position: 'Redaktur', from: '2021-05-01', until: '2025-01-01' },
        { outletId: c.id, isPrimary: true },
      ],
    })
    expect(moved.version).toBe(2)
    expect(moved.affiliations).toMatchObject([
      { outletId: c.id, isPrimary: true },
      { id: atB?.id, outletId: b.id, isPrimary: false, until: '2025-01-01' },
    ])
    const none = await change(made.id, { version: 2, affiliations: [] })
    expect(none.affiliations).toEqual([])
  })

  test('the primary mark moves from one to another, and only one can have it', async () => {
    const [a, b] = [await outlet('Dian'), await outlet('Era')]
    const list = (first: boolean, second: boolean) => [
      { outletId: a.id, isPrimary: first },
      { outletId: b.id, isPrimary: second },
    ]
    const { id } = await create({ affiliations: list(true, false) })
    const there = await change(id, { version: 1, affiliations: list(false, true) })
    const back = await change(id, { version: 2, affiliations: list(true, false) })
    expect(there.affiliations.find((x) => x.isPrimary)?.outletId).toBe(b.id)
    expect(back.affiliations.find((x) => x.isPrimary)?.outletId).toBe(a.id)
    const both = await problemOf(change(id, { version: 3, affiliations: list(true, true) }))
    expect(both.problem.fields?.map(({ path }) => path)).toEqual(['affiliations'])
  })

  test('an archived outlet is kept where it stands and refused where it is new', async () => {
    const [former, fresh] = [await outlet('Fajar'), await outlet('Gema')]
    const { id } = await create({ affiliations: [{ outletId: former.id }] })
    for (const { id: outletId } of [former, fresh]) {
      await call(server.app, outletsApi.archive, { params: { id: outletId } }, officer)
    }
    const same = await change(id, {
      version: 1,
      affiliations: [{ outletId: former.id, position: 'Koresponden' }],
    })
    expect(same.affiliations).toMatchObject([{ outletId: former.id, position: 'Koresponden' }])
    const refused = await problemOf(
      change(id, {
        version: 2,
        fullName: 'Lain',
        affiliations: [{ outletId: former.id }, { outletId: fresh.id }],
      }),
    )
    expect(refused.problem.fields?.map(({ path }) => path)).toEqual(['affiliations.1.outletId'])
    expect(await get(id)).toEqual(same)
  })

  test("another office's outlet is no outlet", async () => {
    const stranger = await server.make.user()
    const { id } = await outlet('Harian Seberang', stranger)
    const refused = await problemOf(create({ affiliations: [{ outletId: id }] }))
    expect(refused.problem.fields?.map(({ path }) => path)).toEqual(['affiliations.0.outletId'])
  })
})

test('a number or an address found not to work is cleared without changing it, each by itself', async () => {
  const { id } = await create({ phone: '0812 3456 7890', email: 'sri@media.example' })
  await server.make.pool.query(
    'update journalists set phone_problem_at = now(), email_problem_at = now() where id = $1',
    [id],
  )
  const marked = await get(id)
  expect([marked.phoneProblemAt, marked.emailProblemAt]).not.toContain(null)
  const same = { phone: marked.phone, email: marked.email }
  const untouched = await change(id, { version: marked.version, ...same })
  expect(untouched).toMatchObject({ emailProblemAt: marked.emailProblemAt })
  const mailed = await change(id, { version: untouched.version, emailProblem: false })
  expect(mailed).toMatchObject({
    ...same,
    emailProblemAt: null,
    phoneProblemAt: marked.phoneProblemAt,
  })
  const called = await change(id, { version: mailed.version, phoneProblem: false })
  expect(called).toMatchObject({ ...same, emailProblemAt: null, phoneProblemAt: null })
})

test('another office sees nothing of a journalist and changes nothing', async () => {
  const journalist = await create()
  const stranger = await server.make.user({ role: 'admin' })
  const parts = { params: { id: journalist.id } }
  const attempts = [
    () => get(journalist.id, stranger),
    () => change(journalist.id, { version: 1, notes: 'x' }, stranger),
    () => call(server.app, journalistsApi.archive, parts, stranger),
    () => call(server.app, journalistsApi.restore, parts, stranger),
  ]
  for (const attempt of attempts) expect((await problemOf(attempt())).status).toBe(404)
  expect(await get(journalist.id)).toEqual(journalist)
})

test('a manager reads and does not write; the desk does not even read', async () => {
  const { id } = await create()
  const manager = await server.make.user({ officeId: officer.officeId, role: 'manager' })
  const desk = await server.make.user({ officeId: officer.officeId, role: 'desk' })
  expect((await get(id, manager)).id).toBe(id)
  expect((await problemOf(change(id, { version: 1, notes: 'x' }, manager))).status).toBe(403)
  expect((await problemOf(get(id, desk))).status).toBe(403)
})

test('labels in use are suggested once each, in the own office, as most spell them', async () => {
  const own = await server.make.user()
  const { id } = await create({ beats: ['Hukum'], tags: ['VIP'] }, own)
  await create({ beats: ['hukum', 'Desa'] }, own)
  await create({ beats: ['Hukum'] }, own)
  await call(
    server.app,
    outletsApi.create,
    { body: { name: 'X', platform: 'tv', city: 'Tegal', tags: ['mitra'] } },
    own,
  )
  const labels = () => call(server.app, journalistsApi.labels, {}, own)
  const all = {
    outletTags: ['mitra'],
    journalistTags: ['VIP'],
    beats: ['Desa', 'Hukum'],
    cities: ['Tegal'],
  }
  expect(await labels()).toEqual(all)
  await call(server.app, journalistsApi.archive, { params: { id } }, own)
  expect(await labels()).toMatchObject({ journalistTags: [] })
})
