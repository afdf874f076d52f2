import { accountsApi } from '@ngopi/shared/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import { goodPassword, logIn, visit, withPassword } from '../../test/log-in.ts'
import type { MadeUser } from '../../test/make.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { buildApp } from '../app.ts'
import { AccessCache } from '../platform/access.ts'
import type { App } from '../platform/app-type.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

let server: TestServer
/** Another process on the same database: it has rights of its own in memory, and hears of changes alone. */
let other: { app: App; access: AccessCache }
beforeAll(async () => {
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:1' })
  const access = new AccessCache({
    database: server.deps.database,
    ownerUrl: server.ownerUrl,
    log: quiet,
  })
  await access.start()
  other = { app: await buildApp({ ...server.deps, access }), access }
})
afterAll(async () => {
  await other.app.close()
  await other.access.close()
  await server.close()
})

const someone = async (): Promise<MadeUser> => withPassword(server, await server.make.user())

const me = async (app: App, token: string) =>
  (await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })).statusCode

/** Both processes have the rights of the token in memory. */
async function known(token: string): Promise<void> {
  expect([await me(server.app, token), await me(other.app, token)]).toEqual([200, 200])
}

let deaf = false

/** Until the announcement has come. Where one never did, the tests after it wait for none. */
async function announced(asked: () => Promise<number>, status: number): Promise<void> {
  const waiting = { timeout: deaf ? 500 : 20_000, message: 'the change was not heard of' }
  try {
    await expect.poll(asked, waiting).toBe(status)
  } catch (error) {
    deaf = true
    throw error
  }
}

/** Refused here at once, and in the other process as soon as it has heard. */
async function ended(token: string): Promise<void> {
  expect(await me(server.app, token)).toBe(401)
  await announced(() => me(other.app, token), 401)
}

const tokenOf = async (user: MadeUser) => {
  const { json, cookie } = await logIn(server.app, user.email)
  return { token: String(json.accessToken), cookie }
}

describe('an access token dies', () => {
  test('with a change of the password, everywhere; a new one comes by the login that was kept', async () => {
    const user = await someone()
    const [here, there] = [await tokenOf(user), await tokenOf(user)]
    for (const { token } of [here, there]) await known(token)
    const { status } = await visit(server.app, '/api/me/password', {
      method: 'PUT',
      cookie: here.cookie,
      headers: { authorization: `Bearer ${here.token}` },
      body: { currentPassword: goodPassword, newPassword: 'teh poci gula batu' },
    })
    expect(status).toBe(204)
    for (const { token } of [here, there]) await ended(token)
    const renewed = await visit(server.app, '/api/login/refresh', { cookie: here.cookie })
    expect(await me(server.app, renewed.json.accessToken)).toBe(200)
    expect(await me(other.app, renewed.json.accessToken)).toBe(200)
  })

  test('with a reset of the password', async () => {
    const user = await someone()
    const { token } = await tokenOf(user)
    await known(token)
    await call(server.app, accountsApi.requestPasswordReset, { body: { email: user.email } })
    const { rows } = await server.make.pool.query(
      'select body_text from mails where recipient = $1',
      [user.email],
    )
    const link = /\/sandi\/([\w-]{43})\n/.exec(readable(server, rows[0].body_text))?.[1] ?? ''
    await call(server.app, accountsApi.redeemPasswordToken, {
      body: { token: link, password: 'teh poci gula batu' },
    })
    await ended(token)
  })

  test('with its login, and no other login’s', async () => {
    const user = await someone()
    const [here, there] = [await tokenOf(user), await tokenOf(user)]
    for (const { token } of [here, there]) await known(token)
    await visit(server.app, '/api/login', { method: 'DELETE', cookie: here.cookie })
    await ended(here.token)
    await known(there.token)
  })

  test('when its refresh token is replayed', async () => {
    const user = await someone()
    const { token, cookie } = await tokenOf(user)
    const refresh = (with_: string | undefined) =>
      visit(server.app, '/api/login/refresh', { cookie: with_ })
    const second = await refresh(cookie)
    await refresh(second.cookie)
    await known(token)
    expect((await refresh(cookie)).status).toBe(401)
    await ended(token)
  })

  test('for good when its user is disabled, also after enabling', async () => {
    const user = await someone()
    const admin = await server.make.user({ role: 'admin', officeId: user.officeId })
    const { token } = await tokenOf(user)
    await known(token)
    const set = (version: number, disabled: boolean) =>
      call(
        server.app,
        accountsApi.updateUser,
        { params: { id: user.id }, body: { version, disabled } },
        { token: admin.token },
      )
    const { rows } = await server.make.pool.query('select version from users where id = $1', [
      user.id,
    ])
    const off = await set(rows[0].version, true)
    await ended(token)
    await set(off.version, false)
    await announced(() => me(other.app, user.token), 200)
    await ended(token)
  })
})

test('a change of role made past this process holds here once it is announced', async () => {
  const user = await server.make.user({ role: 'admin' })
  const users = async (app: App) =>
    (await app.inject({ url: '/api/users', headers: { authorization: `Bearer ${user.token}` } }))
      .statusCode
  expect([await users(server.app), await users(other.app)]).toEqual([200, 200])
  await server.make.pool.query(`update users set role = 'desk' where id = $1`, [user.id])
  await announced(() => users(server.app), 403)
  await announced(() => users(other.app), 403)
})

test('nothing is kept while announcements cannot be heard', async () => {
  const access = new AccessCache({
    database: server.deps.database,
    ownerUrl: server.ownerUrl,
    log: quiet,
  })
  const user = await server.make.user()
  expect((await access.find(user.id))?.role).toBe('officer')
  await server.make.pool.query(`update users set role = 'desk' where id = $1`, [user.id])
  expect((await access.find(user.id))?.role).toBe('desk')
  await access.close()
})
