import { journalistsApi, type newJournalist } from '@ngopi/shared/journalists'
import { outletsApi } from '@ngopi/shared/outlets'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { searchPartnerNames } from './queries.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Query = NonNullable<Parameters<typeof call<typeof journalistsApi.list>>[2]['query']>
const list = (query: Query, { token }: { token: string }) =>
  call(server.app, journalistsApi.list, { query }, { token })
const names = async (query: Query, login: { token: string }) =>
  (await list(query, login)).items.map(({ fullName }) => fullName)
const create = (
  body: Partial<(typeof newJournalist)['_input']> & { fullName: string },
  { token }: { token: string },
) => call(server.app, journalistsApi.create, { body }, { token })

/** Every name of a list, a page at a time; `between` may change rows after each page. */
async function walk(
  query: Query,
  login: { token: string },
  between: (page: number) => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  for (let page = 1; page < 50; page++) {
    const { items, nextCursor } = await list({ ...query, ...(cursor && { cursor }) }, login)
    found.push(...items.map(({ fullName }) => fullName))
    if (nextCursor === null) return found
    cursor = nextCursor
    await between(page)
  }
  throw new Error('the list does not end')
}

async function officeOf(people: string[], officeId?: string): Promise<MadeUser> {
  const officer = await server.make.user(officeId ? { officeId } : {})
  for (const fullName of people) await create({ fullName }, officer)
  return officer
}

const letters = ['Citra', 'agus', 'Élan', 'Budi', 'Dewi', 'Fajar', 'Gita', 'Budi']

describe('paging', () => {
  const byName = ['agus', 'Budi', 'Budi', 'Citra', 'Dewi', 'Élan', 'Fajar', 'Gita']

  test.each([
    ['name', byName],
    ['-name', [...byName].reverse()],
    ['createdAt', letters],
    ['-createdAt', [...letters].reverse()],
  ] as const)('by %s gives every row once, in order', async (sort, expected) => {
    const officer = await officeOf(letters)
    for (const limit of [1, 3, 8]) {
      expect(await walk({ sort, limit }, officer)).toEqual(expected)
      expect(await walk({ sort, limit, provisional: 'false' }, officer)).toEqual(expected)
    }
  })

  test('loses and repeats nothing while rows come and go', async () => {
    const officer = await officeOf(letters)
    const { items } = await list({ limit: 8 }, officer)
    const found = await walk({ limit: 2 }, officer, async (page) => {
      await create({ fullName: 'Aaa' }, officer)
      const seen = items[page * 2 - 1]
      if (page === 2 && seen) {
        await call(server.app, journalistsApi.archive, { params: { id: seen.id } }, officer)
      }
    })
    expect(found).toEqual(byName)
  })

  test('of a search loses and repeats nothing, exact or by likeness', async () => {
    const people = ['Ani', 'Budi', 'Citra', 'Dewi', 'Eka'].map((name) => `${name} Santoso`)
    const officer = await officeOf([...people, 'Santoso', 'Santoso Adi', 'Wijaya'])
    const exact = ['Santoso', 'Santoso Adi', ...people]
    expect(await walk({ q: 'santoso', limit: 2 }, officer)).toEqual(exact)
    expect(await walk({ q: 'santoso', limit: 2, sort: '-name' }, officer)).toEqual([
      'Santoso Adi',
      'Santoso',
      ...[...people].reverse(),
    ])
    const alike = await walk({ q: 'santozo', limit: 2 }, officer)
    expect([...alike].sort()).toEqual([...exact].sort())
    const sorted = await walk({ q: 'santozo', limit: 2, sort: 'createdAt' }, officer)
    expect(sorted).toEqual([...people, 'Santoso', 'Santoso Adi'])
    // A row that fits exactly appears meanwhile: the pages go on as they began.
    const meanwhile = await walk({ q: 'santozo', limit: 3 }, officer, () =>
      create({ fullName: 'Santozo' }, officer),
    )
    expect([...meanwhile].sort()).toEqual([...exact].sort())
  })

  test('of an exact search does not go on by likeness when its last rows go away', async () => {
    const officer = await officeOf(['Santoso', 'Santosa'])
    const last = await create({ fullName: 'Santoso Adi' }, officer)
    const found = await walk({ q: 'santoso', limit: 1 }, officer, () =>
      call(server.app, journalistsApi.archive, { params: { id: last.id } }, officer),
    )
    expect(found).toEqual(['Santoso'])
  })

  test('a cursor of another question, list or login, or an altered one, is refused', async () => {
    const officer = await officeOf(letters)
    const { nextCursor } = await list({ limit: 2, sort: 'name' }, officer)
    const cursor = nextCursor ?? ''
    const again = await list({ limit: 3, sort: 'name', cursor, count: '1' }, officer)
    expect(again.items.map(({ fullName }) => fullName)).toEqual(['Budi', 'Citra', 'Dewi'])
    const refused = [
      () => list({ cursor }, officer),
      () => list({ cursor, sort: '-name' }, officer),
      () => list({ cursor, sort: 'name', q: 'a' }, officer),
      () => list({ cursor, sort: 'name', archived: 'true' }, officer),
      () => list({ cursor, sort: 'name', tag: 'x' }, officer),
      () => list({ cursor, sort: 'name', officeId: officer.officeId }, officer),
      () =>
        list(
          { cursor: `${cursor.startsWith('A') ? 'B' : 'A'}${cursor.slice(1)}`, sort: 'name' },
          officer,
        ),
      () => list({ cursor: 'x', sort: 'name' }, officer),
      async () => list({ cursor, sort: 'name' }, await server.make.user()),
      () => call(server.app, outletsApi.list, { query: { cursor, sort: 'name' } }, officer),
    ]
    for (const attempt of refused) {
      const { problem } = await problemOf(attempt())
      expect([problem.status, problem.fields?.[0]?.path]).toEqual([400, 'cursor'])
    }
  })

  test('counts what the filters leave, not what the page holds', async () => {
    const officer = await officeOf(letters)
    const total = async (query: Query) =>
      (await list({ ...query, count: '1', limit: 1 }, officer)).total
    expect(await total({})).toBe(8)
    expect(await total({ q: 'budi' })).toBe(2)
    expect(await total({ q: 'zzz' })).toBe(0)
    expect(await total({ archived: 'true' })).toBe(0)
    expect((await list({}, officer)).total).toBeUndefined()
  })

  test('stops counting at 10,000', async () => {
    const officer = await server.make.user()
    const owner = await server.make.pool.connect()
    // Nobody reads what the log would say of them, and writing that takes ten times as long as the rows.
    await owner.query('set session_replication_role to replica')
    await owner.query(
      `insert into journalists (office_id, full_name) select $1, 'Orang ' || n from generate_series(1, 10001) n`,
      [officer.officeId],
    )
    owner.release(true)
    for (const query of [{}, { q: 'orang' }]) {
      expect(await list({ ...query, count: '1', limit: 1 }, officer)).toMatchObject({
        total: 10_000,
        totalCapped: true,
      })
    }
  })
})

describe('search', () => {
  let officer: MadeUser
  beforeAll(async () => {
    officer = await officeOf([
      'Suharto',
      'Budi Santoso',
      'Siti Nur Azizah',
      'José Ángel',
      "Ma'ruf O'Neil",
      'Diskon 50% Murah',
      'garis_bawah',
      'back\\slash',
      'Wi',
      '"Kutip"',
      'Garisxbawah',
      'Rahmat Hidayat',
    ])
  })

  test.each([
    ['suhar', ['Suharto']],
    ['HART', ['Suharto']],
    ['nur az', ['Siti Nur Azizah']],
    ['jose', ['José Ángel']],
    ['ANGEL', ['José Ángel']],
    ['sàntoso', ['Budi Santoso']],
    ['santosa', ['Budi Santoso']],
    ['suhrto', ['Suharto']],
    ['rahmad', ['Rahmat Hidayat']],
    ['budi santosa', ['Budi Santoso']],
    ['wi', ['Wi']],
    ['%', ['Diskon 50% Murah']],
    ['50%', ['Diskon 50% Murah']],
    ['_', ['garis_bawah']],
    ['s_b', ['garis_bawah']],
    ['\\', ['back\\slash']],
    ["o'n", ["Ma'ruf O'Neil"]],
    ['"kutip"', ['"Kutip"']],
    ["'; drop table journalists; --", []],
    ['zzzz', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await names({ q }, officer)).toEqual(expected)
    expect(await names({ q, provisional: 'false' }, officer)).toEqual(expected)
  })

  test('a name that is the same comes before one that begins so, then a word that does, then the rest', async () => {
    const own = await officeOf(['Adi Harahap', 'Dwi Adi', 'Sadimin', 'Adi', 'Adinda'])
    expect(await names({ q: 'adi' }, own)).toEqual([
      'Adi',
      'Adi Harahap',
      'Adinda',
      'Dwi Adi',
      'Sadimin',
    ])
  })

  test('without text it is the list', async () => {
    expect((await names({ q: '  ' }, officer)).length).toBe(12)
  })

  test('of everything finds people and outlets, and tells them apart', async () => {
    const own = await server.make.user()
    const outlet = await call(
      server.app,
      outletsApi.create,
      { body: { name: 'Radar Suharto', platform: 'print', city: 'Tegal' } },
      own,
    )
    await create({ fullName: 'Suharto', affiliations: [{ outletId: outlet.id }] }, own)
    const hits = await server.deps.database.read([own.officeId], (db) =>
      searchPartnerNames(db, 'suharto', 5),
    )
    expect(hits).toMatchObject([
      { kind: 'journalist', title: 'Suharto', subtitle: 'Radar Suharto' },
      { kind: 'outlet', title: 'Radar Suharto', subtitle: 'Tegal' },
    ])
    expect(
      await server.deps.database.read([], (db) => searchPartnerNames(db, 'suharto', 5)),
    ).toEqual([])
  })

  test('the function that takes SQL is closed to requests', async () => {
    const { rows } = await server.make.pool.query(
      `select has_function_privilege('ngopi_app', 'find_names(text, text, text, jsonb, text, text[], int)', 'execute') as app`,
    )
    expect(rows).toEqual([{ app: false }])
  })
})

describe('filters', () => {
  test('leave who fits each of them, whichever way they are combined with q and sort', async () => {
    const own = await server.make.user()
    const outlet = async (name: string) =>
      (await call(server.app, outletsApi.create, { body: { name, platform: 'tv' } }, own)).id
    const [a, b] = [await outlet('A'), await outlet('B')]
    await create(
      { fullName: 'Ani', beats: ['Hukum'], tags: ['x'], affiliations: [{ outletId: a }] },
      own,
    )
    await create(
      {
        fullName: 'Budi',
        beats: ['desa', 'HUKUM'],
        competenceLevel: 'utama',
        affiliations: [{ outletId: a, position: 'Redaktur' }, { outletId: b }],
      },
      own,
    )
    const { id } = await create(
      {
        fullName: 'Citra',
        tags: ['X', 'y'],
        competenceLevel: 'muda',
        affiliations: [{ outletId: b, until: '2020-01-01' }],
      },
      own,
    )
    await server.make.pool.query('update journalists set provisional = true where id = $1', [id])
    const filters: [Query, string[]][] = [
      [{ outletId: a }, ['Ani', 'Budi']],
      [{ outletId: b }, ['Budi']],
      [{ beat: 'hukum' }, ['Ani', 'Budi']],
      [{ beat: ['DESA', 'lain'] }, ['Budi']],
      [{ tag: 'x' }, ['Ani', 'Citra']],
      [{ tag: ['Y'] }, ['Citra']],
      [{ competenceLevel: ['muda', 'utama'] }, ['Budi', 'Citra']],
      [{ competenceLevel: 'none' }, ['Ani']],
      [{ provisional: 'true' }, ['Citra']],
      [{ provisional: 'false' }, ['Ani', 'Budi']],
      [{ outletId: a, beat: 'hukum', competenceLevel: 'utama', q: 'bud' }, ['Budi']],
      [{ outletId: b, q: 'ani' }, []],
      [{ archived: 'true' }, []],
    ]
    for (const [query, expected] of filters) {
      expect([query, await names(query, own)]).toEqual([query, expected])
      const reversed = await names({ ...query, sort: '-name' }, own)
      expect([query, reversed]).toEqual([query, [...expected].reverse()])
      expect((await list({ ...query, count: 'true' }, own)).total).toBe(expected.length)
    }
    const { items } = await list({}, own)
    expect(items.map((j) => j.primaryOutlet)).toEqual([
      { id: a, name: 'A', position: null },
      { id: a, name: 'A', position: 'Redaktur' },
      null,
    ])
  })

  test('a short page does not hide later rows that fit', async () => {
    const own = await officeOf(letters)
    await create({ fullName: 'Zul Budiman', tags: ['langka'] }, own)
    expect(await names({ tag: 'langka', limit: 1 }, own)).toEqual(['Zul Budiman'])
    expect(await names({ q: 'budi', tag: 'langka', limit: 1 }, own)).toEqual(['Zul Budiman'])
  })

  test('leave out who is invited to a session, but not whose invitation was revoked', async () => {
    const own = await officeOf(['Ani', 'Budi', 'Citra'])
    const { items } = await list({}, own)
    const { rows } = await server.make.pool.query<{ id: string }>(
      `insert into sessions (office_id, title, starts_at, ends_at, time_zone, venue)
       values ($1, 'Ngopi', now(), now() + interval '1 hour', 'Asia/Jakarta', 'Aula') returning id`,
      [own.officeId],
    )
    const notInvitedTo = rows[0]?.id ?? ''
    await server.make.pool.query(
      `insert into invitations (office_id, session_id, journalist_id, revoked_at)
       values ($1, $2, $3, null), ($1, $2, $4, now())`,
      [own.officeId, notInvitedTo, items[0]?.id, items[1]?.id],
    )
    expect(await names({ notInvitedTo }, own)).toEqual(['Budi', 'Citra'])
    expect(await names({ notInvitedTo, q: 'i' }, own)).toEqual(['Budi', 'Citra'])
  })
})

describe('several offices', () => {
  test('are one list to the manager above, in one order and page after page', async () => {
    const above = await server.make.office()
    const [one, two] = [
      await server.make.office({ parentId: above.id }),
      await server.make.office({ parentId: above.id }),
    ]
    await officeOf(['Citra', 'Ani', 'Eka Budi'], one.id)
    const officer = await officeOf(['Budi', 'Dewi'], two.id)
    await officeOf(['Fajar Budi'], above.id)
    await officeOf(['Budi Lain'])
    const manager = await server.make.user({ officeId: above.id, role: 'manager' })
    expect(await walk({ limit: 2 }, manager)).toEqual([
      'Ani',
      'Budi',
      'Citra',
      'Dewi',
      'Eka Budi',
      'Fajar Budi',
    ])
    expect(await walk({ limit: 1, q: 'budi' }, manager)).toEqual(['Budi', 'Eka Budi', 'Fajar Budi'])
    expect(await walk({ limit: 1, q: 'buddi' }, manager)).toHaveLength(3)
    expect(await names({ officeId: two.id }, manager)).toEqual(['Budi', 'Dewi'])
    expect(await names({ officeId: two.id, q: 'budi', provisional: 'false' }, manager)).toEqual([
      'Budi',
    ])
    expect((await list({ officeId: one.id, count: '1' }, manager)).total).toBe(3)
    expect((await list({ count: '1', q: 'budi' }, manager)).total).toBe(3)
    expect(await names({}, officer)).toEqual(['Budi', 'Dewi'])
    expect((await problemOf(list({ officeId: above.id }, officer))).status).toBe(404)
  })
})
