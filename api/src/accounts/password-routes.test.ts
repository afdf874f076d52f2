import { accountsApi } from '@ngopi/shared/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { goodPassword, logIn, visit, withPassword } from '../../test/log-in.ts'
import type { MadeUser } from '../../test/make.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { accountStrings } from './strings.ts'

const otherPassword = 'teh poci gula batu'

let server: TestServer
beforeAll(async () => {
  // no worker runs, so mails stay queued
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:1' })
})
afterAll(() => server.close())

const someone = async (): Promise<MadeUser> => withPassword(server, await server.make.user())

async function mailsTo(email: string): Promise<{ body_text: string; confidential: boolean }[]> {
  const { rows } = await server.make.pool.query(
    'select body_text, confidential, state from mails where recipient = $1 order by id',
    [email],
  )
  return rows.map((row) => ({ ...row, body_text: readable(server, row.body_text) }))
}

const tokenIn = (text: string | undefined): string =>
  text?.match(/http:\/\/127\.0\.0\.1:3000\/sandi\/([\w-]{43})\n/)?.[1] ?? ''

async function resetToken(email: string): Promise<string> {
  await call(server.app, accountsApi.requestPasswordReset, { body: { email } })
  return tokenIn((await mailsTo(email)).at(-1)?.body_text)
}

const redeem = (token: string, password = otherPassword) =>
  call(server.app, accountsApi.redeemPasswordToken, { body: { token, password } })

describe('a reset', () => {
  test('sets a new password by a mailed link, once, and ends every login', async () => {
    const user = await someone()
    const { cookie } = await logIn(server.app, user.email)
    const token = await resetToken(user.email)
    expect(token).toHaveLength(43)
    await redeem(token)
    expect((await visit(server.app, '/api/login/refresh', { cookie })).status).toBe(401)
    expect((await logIn(server.app, user.email)).status).toBe(401)
    const body = { email: user.email, password: otherPassword }
    expect((await visit(server.app, '/api/login', { body })).status).toBe(200)
    const again = await problemOf(redeem(token))
    expect(again.problem).toMatchObject({
      status: 400,
      fields: [{ path: 'token', message: accountStrings.deadLink.id }],
    })
  })

  test('works once even when redeemed twice together', async () => {
    const token = await resetToken((await someone()).email)
    const outcomes = await Promise.allSettled([redeem(token), redeem(token), redeem(token)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is over after ten minutes, and an earlier link stops when a later one is asked for', async () => {
    const user = await someone()
    const earlier = await resetToken(user.email)
    const later = await resetToken(user.email)
    expect((await problemOf(redeem(earlier))).status).toBe(400)
    await server.make.pool.query(
      `update password_tokens set expires_at = expires_at - interval '10 minutes' where user_id = $1`,
      [user.id],
    )
    expect((await problemOf(redeem(later))).status).toBe(400)
  })

  test('is answered alike, and as slowly, whether or not there is an account', async () => {
    const { email } = await someone()
    const gone = await someone()
    await server.make.pool.query('update users set disabled_at = now() where id = $1', [gone.id])
    for (const asked of [email, 'tidak-ada@uji.example', gone.email]) {
      const started = performance.now()
      const { status, json } = await visit(server.app, '/api/password-resets', {
        body: { email: asked },
      })
      expect([status, json]).toEqual([202, { accepted: true }])
      expect(performance.now() - started).toBeGreaterThanOrEqual(245)
    }
    expect(await mailsTo(gone.email)).toEqual([])
  })

  test('is mailed three times an hour at most, without a word about it', async () => {
    const { email } = await someone()
    const body = { email }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => visit(server.app, '/api/password-resets', { body })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(202))
    expect(await mailsTo(email)).toHaveLength(3)
  })

  test('is asked for thirty times an hour from one address, whoever it is for; another address goes on', async () => {
    const ask = (n: number, from: string) =>
      visit(server.app, '/api/password-resets', {
        body: { email: `daftar-${n}@uji.example` },
        from,
      })
    const asked = await Promise.all(Array.from({ length: 31 }, (_, n) => ask(n, '192.0.2.31')))
    const statuses = asked.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([...Array(30).fill(202), 429])
    const refused = await ask(31, '192.0.2.31')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(31, '192.0.2.32')).status).toBe(202)
  })

  test('leaves no token behind but its hash, and in the one mail', async () => {
    const user = await someone()
    const token = await resetToken(user.email)
    const { rows } = await server.make.pool.query('select t::text from password_tokens t')
    const stored = JSON.stringify(rows)
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
    expect((await mailsTo(user.email)).every(({ confidential }) => confidential)).toBe(true)
  })

  test('lets somebody in at once who was locked out by the forgotten password', async () => {
    const user = await someone()
    const wrong = { email: user.email, password: 'yang ini bukan juga' }
    for (let i = 0; i < 5; i++)
      await visit(server.app, '/api/login', { body: wrong, from: '192.0.2.9' })
    expect((await logIn(server.app, user.email)).status).toBe(429)
    await redeem(await resetToken(user.email))
    const body = { email: user.email, password: otherPassword }
    expect((await visit(server.app, '/api/login', { body })).status).toBe(200)
  })

  test('refuses a weak password in both languages and keeps the link', async () => {
    const user = await someone()
    const token = await resetToken(user.email)
    const weak = { token, password: 'password123' }
    for (const language of ['id', 'en'] as const) {
      const { json, status } = await visit(server.app, '/api/password-resets/redemption', {
        body: weak,
        headers: { 'accept-language': language },
      })
      const message = accountStrings.commonPassword[language]
      expect([status, json.fields]).toEqual([400, [{ path: 'password', message }]])
    }
    await redeem(token)
  })

  test('without a mail server makes no link; the admin sees who asked', async () => {
    const plain = await startServer()
    try {
      const user = await withPassword(plain, await plain.make.user())
      await call(plain.app, accountsApi.requestPasswordReset, { body: { email: user.email } })
      const { rows } = await plain.make.pool.query(
        `select body_text, state, confidential, (select count(*)::int from password_tokens) as tokens from mails`,
      )
      expect(readable(plain, rows[0].body_text)).toBe('')
      expect(rows).toMatchObject([{ state: 'kept', confidential: true, tokens: 0 }])
    } finally {
      await plain.close()
    }
  })
})

describe('changing the own password', () => {
  const change = (
    token: string | undefined,
    cookie: string | undefined,
    currentPassword = goodPassword,
  ) =>
    visit(server.app, '/api/me/password', {
      method: 'PUT',
      cookie,
      headers: { authorization: `Bearer ${token}` },
      body: { currentPassword, newPassword: otherPassword },
    })

  test('keeps this login and ends the others; the log names it', async () => {
    const user = await someone()
    const here = await logIn(server.app, user.email)
    const there = await logIn(server.app, user.email)
    expect((await change(here.json.accessToken, here.cookie)).status).toBe(204)
    const refresh = (cookie: string | undefined) =>
      visit(server.app, '/api/login/refresh', { cookie })
    expect((await refresh(there.cookie)).status).toBe(401)
    expect((await refresh(here.cookie)).status).toBe(200)
    expect((await logIn(server.app, user.email)).status).toBe(401)
    const { rows } = await server.make.pool.query(
      `select actor_id, after from activity where subject_id = $1 and after ? 'password_set_at'`,
      [user.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].actor_id).toBe(user.id)
    expect(JSON.stringify(rows)).not.toContain('argon2')
  })

  test('names every wrong field, in both languages', async () => {
    const user = await someone()
    const body = { currentPassword: 'bukan yang ini', newPassword: 'qwerty12345' }
    for (const language of ['id', 'en'] as const) {
      const { status, json } = await visit(server.app, '/api/me/password', {
        method: 'PUT',
        headers: { authorization: `Bearer ${user.token}`, 'accept-language': language },
        body,
      })
      expect(status).toBe(400)
      expect(json.fields).toEqual([
        { path: 'currentPassword', message: accountStrings.wrongPassword[language] },
        { path: 'newPassword', message: accountStrings.commonPassword[language] },
      ])
    }
  })

  test('is closed for a while after five wrong guesses', async () => {
    const user = await someone()
    for (let i = 0; i < 5; i++) {
      expect((await change(user.token, undefined, `tebakan ${i}`)).status).toBe(400)
    }
    expect((await change(user.token, undefined)).status).toBe(429)
  })
})
