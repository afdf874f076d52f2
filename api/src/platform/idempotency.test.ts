import { randomUUID } from 'node:crypto'
import { accountsApi } from '@ngopi/shared/accounts'
import { officesApi } from '@ngopi/shared/offices'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { waitFor } from '../../test/wait-for.ts'

let server: TestServer
let admin: MadeUser
beforeAll(async () => {
  server = await startServer()
  admin = await server.make.user({ role: 'admin' })
})
afterAll(() => server.close())

const office = (name: string) => ({ name, timeZone: 'Asia/Jakarta' })
const create = (body: ReturnType<typeof office>, key: string, user = admin) =>
  call(
    server.app,
    officesApi.create,
    { body },
    { token: user.token, headers: { 'idempotency-key': key } },
  )
const named = async (name: string): Promise<number> =>
  (await server.make.pool.query('select from offices where name = $1', [name])).rowCount ?? 0

test('a repeated request is done once and answered alike', async () => {
  const key = randomUUID()
  const first = await create(office('Sekali'), key)
  expect(await create(office('Sekali'), key)).toEqual(first)
  expect(await named('Sekali')).toBe(1)
})

test('the same key with another body is 422', async () => {
  const key = randomUUID()
  await create(office('Yang pertama'), key)
  const { status, problem } = await problemOf(create(office('Yang kedua'), key))
  expect([status, problem.code]).toEqual([422, 'unprocessable'])
  expect(await named('Yang kedua')).toBe(0)
})

test('a key is known whichever office the request is about', async () => {
  const key = randomUUID()
  const child = await create(office('Untuk kunci'), randomUUID())
  const invite = (officeId: string | undefined) =>
    call(
      server.app,
      accountsApi.inviteUser,
      { body: { name: 'Siti', email: `${key}@uji.example`, role: 'desk', officeId } },
      { token: admin.token, headers: { 'idempotency-key': key } },
    )
  const first = await invite(child.id)
  expect(await invite(child.id)).toEqual(first)
  expect((await problemOf(invite(undefined))).status).toBe(422)
})

test('keys are those of one user and one operation', async () => {
  const key = randomUUID()
  const other = await server.make.user({ role: 'admin', officeId: admin.officeId })
  const ids = [
    await create(office('Milik dua'), key),
    await create(office('Milik dua'), key, other),
  ]
  expect(new Set(ids.map(({ id }) => id)).size).toBe(2)
})

test('while the first still runs the second is told so', async () => {
  const key = randomUUID()
  const blocker = new pg.Client({ connectionString: server.ownerUrl })
  await blocker.connect()
  try {
    // The first gets no further than the row of its office while a reader keeps the table.
    await blocker.query('begin; lock table offices in share mode')
    const first = create(office('Lambat'), key)
    await waitFor(async () => {
      const { rowCount } = await server.make.pool.query(
        `select from pg_locks join pg_database d on d.oid = database
          where not granted and datname = current_database()`,
      )
      return rowCount === 1
    })
    const { status, problem, headers } = await problemOf(create(office('Lambat'), key))
    expect([status, problem.code, headers['retry-after']]).toEqual([409, 'in_progress', '1'])
    await blocker.query('commit')
    const done = await first
    expect(await create(office('Lambat'), key)).toEqual(done)
    expect(await named('Lambat')).toBe(1)
  } finally {
    await blocker.end()
  }
})

test('a failed request is not remembered', async () => {
  const key = randomUUID()
  const taken = () =>
    call(
      server.app,
      accountsApi.inviteUser,
      { body: { name: 'Siti', email: admin.email, role: 'desk' } },
      { token: admin.token, headers: { 'idempotency-key': key } },
    )
  expect((await problemOf(taken())).status).toBe(409)
  expect((await problemOf(taken())).status).toBe(409)
  const { rowCount } = await server.make.pool.query('select from idempotency_keys where key = $1', [
    key,
  ])
  expect(rowCount).toBe(0)
})

test('an invitation repeated gives the same link, which is kept nowhere', async () => {
  const key = randomUUID()
  const invite = () =>
    call(
      server.app,
      accountsApi.inviteUser,
      { body: { name: 'Rina', email: `${key}@uji.example`, role: 'desk' } },
      { token: admin.token, headers: { 'idempotency-key': key } },
    )
  const first = await invite()
  expect(await invite()).toEqual(first)
  const token = first.invitationUrl?.split('/sandi/')[1] ?? ''
  const { rows } = await server.make.pool.query(
    'select k::text from idempotency_keys k union all select t::text from password_tokens t',
  )
  expect(token).toHaveLength(43)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test.each(['', 'dengan spasi', 'ü', 'x'.repeat(201)])(
  'the malformed key %j is 400',
  async (key) => {
    const { problem } = await problemOf(create(office('Kunci salah'), key))
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'Idempotency-Key' }] })
  },
)
