import { accountsApi } from '@ngopi/shared/accounts'
import { officesApi } from '@ngopi/shared/offices'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { goodPassword, visit } from '../../test/log-in.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { waitFor } from '../../test/wait-for.ts'
import { isSetupCode, openSetupCode } from './setup.ts'
import { accountStrings } from './strings.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

const given = (code: string | undefined, more: object = {}) => ({
  code: code ?? '',
  officeName: 'Kantor Imigrasi Contoh',
  timeZone: 'Asia/Jakarta',
  name: 'Ratna',
  email: 'ratna@uji.example',
  password: goodPassword,
  ...more,
})
const setUp = (body: ReturnType<typeof given>) => visit(server.app, '/api/setup', { body })
const open = () => openSetupCode(server.deps.database)
const needed = async () => (await call(server.app, accountsApi.setupState, {})).needed

test('the code on the console makes the first office and logs its admin in', async () => {
  expect(await needed()).toBe(true)
  const code = await open()
  expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/)
  // typed in small letters without the dashes
  const done = await setUp(given(code?.toLowerCase().replaceAll('-', ' ')))
  expect(done).toMatchObject({ status: 201, json: { user: { name: 'Ratna', role: 'admin' } } })
  expect(await needed()).toBe(false)
  const token = done.json.accessToken
  const { items } = await call(server.app, officesApi.list, {}, { token })
  expect(items).toMatchObject([{ name: 'Kantor Imigrasi Contoh', parentId: null }])
  expect((await visit(server.app, '/api/login/refresh', { cookie: done.cookie })).status).toBe(200)
  expect(await open()).toBeUndefined()
  expect(await setUp(given(code))).toMatchObject({ status: 409, json: { code: 'closed' } })
})

test('set-ups that come together make one office', async () => {
  const code = await open()
  const blocker = new pg.Client({ connectionString: server.ownerUrl })
  await blocker.connect()
  try {
    // None gets further than making its office before all have seen that there is none yet.
    await blocker.query('begin; lock table offices in share mode')
    const all = Promise.all(
      ['a', 'b', 'c'].map((who) => setUp(given(code, { email: `${who}@uji.example` }))),
    )
    await waitFor(async () => {
      const { rowCount } = await server.make.pool.query(
        `select from pg_locks join pg_database d on d.oid = database
          where not granted and datname = current_database()`,
      )
      return rowCount === 3
    })
    await blocker.query('commit')
    expect((await all).map(({ status }) => status).sort()).toEqual([201, 409, 409])
  } finally {
    await blocker.end()
  }
  const { rows } = await server.make.pool.query(
    'select (select count(*)::int from offices) as offices, (select count(*)::int from users) as users',
  )
  expect(rows).toEqual([{ offices: 1, users: 1 }])
})

test('no code, a wrong one, or a former one is refused', async () => {
  expect((await setUp(given('ABCD-EFGH-JKMN'))).status).toBe(400)
  const former = await open()
  const code = await open()
  for (const language of ['id', 'en'] as const) {
    const { status, json } = await visit(server.app, '/api/setup', {
      body: given(former),
      headers: { 'accept-language': language },
    })
    const message = accountStrings.wrongSetupCode[language]
    expect([status, json.fields]).toEqual([400, [{ path: 'code', message }]])
  }
  expect((await setUp(given(code))).status).toBe(201)
})

test('five wrong tries end a code, and another is printed', async () => {
  const { database } = server.deps
  const code = (await open()) ?? ''
  const printed: string[] = []
  const attempt = (tried: string) => isSetupCode(database, tried, (line) => printed.push(line))
  for (let i = 0; i < 4; i++) expect(attempt('salah')).toBe(false)
  expect(attempt(code)).toBe(true)
  expect(attempt('salah')).toBe(false)
  expect(attempt(code)).toBe(false)
  expect(printed).toHaveLength(1)
  expect(attempt(printed[0]?.split(': ')[1] ?? '')).toBe(true)
})

test('a weak password is refused and leaves the code open', async () => {
  const code = await open()
  const weak = await setUp(given(code, { password: 'rahasia12345' }))
  expect(weak.json.fields).toEqual([
    { path: 'password', message: accountStrings.commonPassword.id },
  ])
  expect((await setUp(given(code))).status).toBe(201)
})

test('another site cannot set up', async () => {
  const code = await open()
  const headers = { origin: 'https://jahat.example' }
  expect((await visit(server.app, '/api/setup', { body: given(code), headers })).status).toBe(403)
})

test('every wrong field is named', async () => {
  const attempt = call(server.app, accountsApi.setUp, {
    body: { ...given('x'), officeName: '', timeZone: 'WIB', email: 'x', password: 'pendek' },
  })
  expect((await problemOf(attempt)).problem.fields?.map(({ path }) => path).sort()).toEqual([
    'email',
    'officeName',
    'password',
    'timeZone',
  ])
})
