import { createHmac } from 'node:crypto'
import { accountsApi } from '@ngopi/shared/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { goodPassword, logIn, visit, withPassword } from '../../test/log-in.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const someone = async (): Promise<MadeUser> => withPassword(server, await server.make.user())

describe('logging in', () => {
  test('answers with a token that works, the user and a cookie that scripts cannot read', async () => {
    const user = await someone()
    const { rows } = await server.make.pool.query('select version from users where id = $1', [
      user.id,
    ])
    const { status, json, setCookie } = await logIn(server.app, user.email.toUpperCase())
    expect(status).toBe(200)
    expect(json.user).toEqual({
      id: user.id,
      name: 'Pengguna officer',
      role: 'officer',
      office: { id: user.officeId, name: 'Kantor Uji' },
    })
    const lasts = Date.parse(json.expiresAt) - Date.now()
    expect(lasts).toBeGreaterThan(598_000)
    expect(lasts).toBeLessThanOrEqual(600_000)
    const [, claims = ''] = json.accessToken.split('.')
    const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect(exp * 1000).toBe(Date.parse(json.expiresAt))
    expect(setCookie).toMatch(
      /^ngopi=[\w-]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const me = await call(server.app, accountsApi.me, {}, { token: json.accessToken })
    expect(me).toMatchObject({
      id: user.id,
      email: user.email,
      status: 'active',
      version: rows[0].version,
    })
    expect(Date.now() - Date.parse(me.lastLoginAt ?? '')).toBeLessThan(10_000)
  })

  test('stores no token', async () => {
    const user = await someone()
    const { cookie } = await logIn(server.app, user.email)
    const { rows } = await server.make.pool.query(
      'select l::text from logins l where user_id = $1',
      [user.id],
    )
    const secret = Buffer.from(cookie?.split('=')[1] ?? '', 'base64url')
      .subarray(16)
      .toString('hex')
    expect(secret).toHaveLength(64)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('answers the same to a wrong password, an unknown, a disabled and an invited account', async () => {
    const [wrong, disabled, invited] = [await someone(), await someone(), await someone()]
    await server.make.pool.query('update users set disabled_at = now() where id = $1', [
      disabled.id,
    ])
    await server.make.pool.query('update users set password_hash = null where id = $1', [
      invited.id,
    ])
    const attempts = [
      { email: wrong.email, password: 'bukan kata sandinya' },
      { email: 'tidak-ada@uji.example', password: goodPassword },
      { email: disabled.email, password: goodPassword },
      { email: invited.email, password: goodPassword },
    ]
    const answers = await Promise.all(
      attempts.map((body) => visit(server.app, '/api/login', { body, from: '198.51.100.1' })),
    )
    for (const { status, setCookie, json } of answers) {
      expect({ status, setCookie, ...json, requestId: '' }).toEqual({
        ...answers[0]?.json,
        requestId: '',
        status: 401,
        setCookie: undefined,
      })
    }
  })

  test('takes no longer for a known account than for an unknown one', async () => {
    const user = await someone()
    const timed = async (email: string): Promise<number> => {
      // no limit may answer early
      await server.make.pool.query('delete from rate_counters')
      const started = performance.now()
      const { status } = await visit(server.app, '/api/login', {
        body: { email, password: 'bukan kata sandinya' },
      })
      expect(status).toBe(401)
      return performance.now() - started
    }
    const known: number[] = []
    const unknown: number[] = []
    // by turns, so that both see the same load of the machine
    for (let i = 0; i < 21; i++) {
      known.push(await timed(user.email))
      unknown.push(await timed(`${crypto.randomUUID()}@uji.example`))
    }
    // the fastest of each: what a busy machine adds is no work of ours
    const ratio = Math.min(...known) / Math.min(...unknown)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.7)
  })
})

describe('failures', () => {
  test('close an account for a while after five, and name the wait; success counts nothing', async () => {
    const user = await someone()
    const from = '198.51.100.2'
    for (let i = 0; i < 8; i++)
      expect((await logIn(server.app, user.email, { from })).status).toBe(200)
    const body = { email: user.email, password: 'bukan kata sandinya' }
    for (let i = 0; i < 5; i++) {
      expect((await visit(server.app, '/api/login', { body, from })).status).toBe(401)
    }
    const refused = await logIn(server.app, user.email, { from: '198.51.100.3' })
    expect(refused).toMatchObject({ status: 429, json: { code: 'too_many_requests' } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    const other = await someone()
    expect((await logIn(server.app, other.email, { from })).status).toBe(200)
  })

  test('cannot be outrun by guesses sent together', async () => {
    const user = await someone()
    const guesses = Array.from({ length: 30 }, (_, i) =>
      visit(server.app, '/api/login', {
        body: { email: user.email, password: i === 29 ? goodPassword : `tebakan nomor ${i}` },
        from: `203.0.113.${i}`,
      }),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(6)
    expect(statuses).not.toContain(200)
  })

  test('close an address after twenty, whatever the accounts', async () => {
    const user = await someone()
    const from = '198.51.100.4'
    for (let i = 0; i < 20; i++) {
      const body = { email: `tebakan-${i}@uji.example`, password: goodPassword }
      expect((await visit(server.app, '/api/login', { body, from })).status).toBe(401)
    }
    expect((await logIn(server.app, user.email, { from })).status).toBe(429)
    expect((await logIn(server.app, user.email, { from: '198.51.100.5' })).status).toBe(200)
  })
})

describe('access tokens', () => {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const claims = (sub: string) => ({
    sub,
    iss: 'ngopi',
    aud: 'ngopi-api',
    iat: now,
    exp: now + 600,
  })

  function forge(header: object, payload: object, algorithm = 'sha256', key?: Buffer): string {
    const signed = `${encode(header)}.${encode(payload)}`
    const signingKey = key ?? server.deps.keys.accessToken[0]
    return `${signed}.${createHmac(algorithm, signingKey).update(signed).digest('base64url')}`
  }

  test('are refused unless signed by us, for us, in our way and in time', async () => {
    const { id } = await server.make.user()
    const good = claims(id)
    const hs256 = { alg: 'HS256', typ: 'JWT' }
    const status = async (token: string) =>
      (await server.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } }))
        .statusCode
    expect(await status(forge(hs256, good))).toBe(200)
    const bad = {
      none: `${encode({ alg: 'none', typ: 'JWT' })}.${encode(good)}.`,
      'none, yet signed': forge({ alg: 'none', typ: 'JWT' }, good),
      'another algorithm': forge({ alg: 'HS512', typ: 'JWT' }, good, 'sha512'),
      'an algorithm that was swapped': forge({ alg: 'RS256', typ: 'JWT' }, good),
      'another key': forge(hs256, good, 'sha256', server.deps.keys.personalLink[0]),
      'another issuer': forge(hs256, { ...good, iss: 'lain' }),
      'no issuer': forge(hs256, { ...good, iss: undefined }),
      'another audience': forge(hs256, { ...good, aud: 'lain' }),
      expired: forge(hs256, { ...good, iat: now - 700, exp: now - 1 }),
      'of nobody': forge(hs256, claims('018f0000-0000-7000-8000-000000000000')),
    }
    for (const [name, token] of Object.entries(bad)) {
      expect([name, await status(token)]).toEqual([name, 401])
    }
  })

  test('of a disabled user are refused on the very next request', async () => {
    const admin = await server.make.user({ role: 'admin' })
    const user = await server.make.user({ officeId: admin.officeId })
    await call(server.app, accountsApi.me, {}, { token: user.token })
    await call(
      server.app,
      accountsApi.updateUser,
      { params: { id: user.id }, body: { version: 1, disabled: true } },
      { token: admin.token },
    )
    const refused = await problemOf(call(server.app, accountsApi.me, {}, { token: user.token }))
    expect(refused.status).toBe(401)
  })

  test('are asked of a stranger before the body is read', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/users',
      headers: { 'content-type': 'application/json' },
      payload: '{ no json',
    })
    expect(answer.statusCode).toBe(401)
  })
})
