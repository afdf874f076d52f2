import { createHmac } from 'node:crypto'
import { accountsApi } from '@ngopi/shared/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { goodPassword, logIn, visit, withPassword } from '../../test/log-in.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { inHashingQueue } from './password.ts'

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
    expect(setCookie?.split('\n')).toEqual([
      expect.stringMatching(/^ngopi=[\w-]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(
        /^ngopi-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/,
      ),
    ])
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

  test('beyond the limit are refused before the queue, whoever works in it', async () => {
    const from = '198.51.100.6'
    await fail(from, 100)
    let finish = () => {}
    const work = new Promise<void>((resolve) => {
      finish = resolve
    })
    const working = [1, 2].map((n) => inHashingQueue(`lain ${n}`, () => work))
    const asked = logIn(server.app, 'tebakan@uji.example', { from })
    const statuses: number[] = []
    void asked.then(({ status }) => statuses.push(status))
    try {
      const waiting = { timeout: 10_000, message: 'it waits for its turn to hash' }
      await expect.poll(() => statuses, waiting).toEqual([429])
    } finally {
      finish()
      await Promise.all([asked, ...working])
    }
  })

  test('close an address after a hundred, whatever the accounts', async () => {
    const user = await someone()
    const from = '198.51.100.4'
    await fail(from, 99)
    const body = { email: 'tebakan-terakhir@uji.example', password: goodPassword }
    expect((await visit(server.app, '/api/login', { body, from })).status).toBe(401)
    expect((await logIn(server.app, user.email, { from })).status).toBe(429)
    expect((await logIn(server.app, user.email, { from: '198.51.100.5' })).status).toBe(200)
  })
})

/** So many failures of an address, as they are counted. */
async function fail(address: string, times: number): Promise<void> {
  await server.make.pool.query(`select count_attempt($1, 900, $2)`, [
    `login address ${address}`,
    times,
  ])
}

const wrong = 'bukan kata sandinya'

describe('a device that an account was logged into from', () => {
  test('lets its account in from an address that is closed, and no other account', async () => {
    const [user, other] = [await someone(), await someone()]
    const from = '198.51.100.20'
    const { cookies } = await logIn(server.app, user.email, { from })
    await fail(from, 100)
    expect((await logIn(server.app, user.email, { from })).status).toBe(429)
    expect((await logIn(server.app, other.email, { from, cookie: cookies })).status).toBe(429)
    expect((await logIn(server.app, user.email, { from, cookie: cookies })).status).toBe(200)
  })

  test('lets it in though strangers have used up the tries of the account, and has five of its own', async () => {
    const user = await someone()
    const { cookies } = await logIn(server.app, user.email)
    const guess = (cookie?: string) =>
      visit(server.app, '/api/login', { body: { email: user.email, password: wrong }, cookie })
    for (let i = 0; i < 5; i++) expect((await guess()).status).toBe(401)
    expect((await logIn(server.app, user.email)).status).toBe(429)
    expect((await logIn(server.app, user.email, { cookie: cookies })).status).toBe(200)
    for (let i = 0; i < 5; i++) expect((await guess(cookies)).status).toBe(401)
    expect((await logIn(server.app, user.email, { cookie: cookies })).status).toBe(429)
  })

  test('is not to be forged: neither by another mark nor by one that was changed', async () => {
    const user = await someone()
    const stranger = await someone()
    const { cookies = '' } = await logIn(server.app, user.email)
    const theirs = (await logIn(server.app, stranger.email)).cookies ?? ''
    const from = '198.51.100.21'
    await fail(from, 100)
    const flipped = cookies.replace(
      /=(?=[\w-]{43}$)(.)/,
      (_, first) => `=${first === 'A' ? 'B' : 'A'}`,
    )
    expect(flipped).not.toBe(cookies)
    for (const cookie of [theirs, flipped, 'ngopi-device=', `ngopi-device=${'A'.repeat(43)}`]) {
      expect((await logIn(server.app, user.email, { from, cookie })).status, cookie).toBe(429)
    }
  })

  test('knows several accounts, and leaves nothing behind in the database', async () => {
    const [one, two] = [await someone(), await someone()]
    const first = await logIn(server.app, one.email)
    const second = await logIn(server.app, two.email, { cookie: first.cookies })
    const from = '198.51.100.22'
    await fail(from, 100)
    for (const { email } of [one, two])
      expect((await logIn(server.app, email, { from, cookie: second.cookies })).status).toBe(200)
    const marks = second.cookies?.split('ngopi-device=')[1]?.split('.') ?? []
    expect(marks).toHaveLength(2)
    const { rows } = await server.make.pool.query(
      `select (select jsonb_agg(l) from logins l) as logins, (select jsonb_agg(u) from users u) as users,
              (select jsonb_agg(r) from rate_counters r) as counters`,
    )
    for (const mark of marks) {
      expect(JSON.stringify(rows)).not.toContain(mark)
      expect(JSON.stringify(rows)).not.toContain(
        Buffer.from(mark, 'base64url').toString('hex').slice(0, 32),
      )
    }
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
