import { afterAll, beforeAll, expect, test } from 'vitest'
import { logIn, visit, withPassword } from '../../test/log-in.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const url = '/api/login/refresh'
const refresh = (cookie: string | undefined, headers?: Record<string, string>) =>
  visit(server.app, url, { cookie, headers })

async function loggedIn(): Promise<{ user: MadeUser; cookie: string | undefined }> {
  const user = await withPassword(server, await server.make.user())
  return { user, cookie: (await logIn(server.app, user.email)).cookie }
}

/** Lets the 10 seconds of grace pass. */
const makeOlder = (user: MadeUser, interval: string) =>
  server.make.pool.query(
    `update logins set rotated_at = rotated_at - $2::interval, expires_at = expires_at - $2::interval where user_id = $1`,
    [user.id, interval],
  )

test('a refresh answers like a login and replaces the cookie', async () => {
  const { user, cookie } = await loggedIn()
  const first = await refresh(cookie)
  expect(first).toMatchObject({ status: 200, json: { user: { id: user.id } } })
  expect(first.cookie).not.toBe(cookie)
  expect((await refresh(first.cookie)).status).toBe(200)
})

test('twenty at once get tokens and all the same successor', async () => {
  const { user, cookie } = await loggedIn()
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(cookie)))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  const successors = new Set(answers.map((answer) => answer.cookie))
  expect(successors.size).toBe(1)
  const [successor] = successors
  await makeOlder(user, '11 seconds')
  expect((await refresh(successor)).status).toBe(200)
})

test('an answer that was lost is given again, for ten seconds', async () => {
  const { user, cookie } = await loggedIn()
  const lost = await refresh(cookie)
  await makeOlder(user, '8 seconds')
  expect(await refresh(cookie)).toMatchObject({ status: 200, cookie: lost.cookie })
  await makeOlder(user, '3 seconds')
  expect((await refresh(cookie)).status).toBe(401)
  expect((await refresh(lost.cookie)).status).toBe(401)
})

test('the replay of an older token ends the family and takes the cookie away', async () => {
  const { cookie } = await loggedIn()
  const parent = await refresh(cookie)
  const present = await refresh(parent.cookie)
  const replay = await refresh(cookie)
  expect(replay.status).toBe(401)
  expect(replay.setCookie).toMatch(/^ngopi=; .*Expires=Thu, 01 Jan 1970/)
  expect((await refresh(present.cookie)).status).toBe(401)
})

test('a replay leaves other logins of the user alone', async () => {
  const { user, cookie } = await loggedIn()
  const other = await logIn(server.app, user.email)
  const parent = await refresh(cookie)
  await refresh(parent.cookie)
  expect((await refresh(cookie)).status).toBe(401)
  expect((await refresh(other.cookie)).status).toBe(200)
})

test('a login ends after twelve hours without use', async () => {
  const { user, cookie } = await loggedIn()
  await makeOlder(user, '11:59:00')
  const used = await refresh(cookie)
  expect(used.status).toBe(200)
  await makeOlder(user, '12:00:01')
  expect((await refresh(used.cookie)).status).toBe(401)
})

test('no cookie, a made-up one, or another secret in a known family is 401', async () => {
  const { cookie = '' } = await loggedIn()
  const altered = `${cookie.slice(0, -6)}AAAAAA`
  for (const wrong of [undefined, 'ngopi=abc', `ngopi=${'A'.repeat(64)}`, altered]) {
    expect((await refresh(wrong)).status).toBe(401)
  }
})

test('a disabled user gets no new token', async () => {
  const { user, cookie } = await loggedIn()
  await server.make.pool.query('update users set disabled_at = now() where id = $1', [user.id])
  expect((await refresh(cookie)).status).toBe(401)
})

test('logging out ends the login and takes the cookie away', async () => {
  const { cookie } = await loggedIn()
  const out = await visit(server.app, '/api/login', { method: 'DELETE', cookie })
  expect(out.status).toBe(204)
  expect(out.setCookie).toMatch(/^ngopi=; .*Expires=Thu, 01 Jan 1970/)
  expect((await refresh(cookie)).status).toBe(401)
})

test('logging out with a made-up secret ends nobody’s login', async () => {
  const { cookie = '' } = await loggedIn()
  const altered = `${cookie.slice(0, -6)}AAAAAA`
  await visit(server.app, '/api/login', { method: 'DELETE', cookie: altered })
  expect((await refresh(cookie)).status).toBe(200)
})

const foreignSites: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://jahat.example' },
  { origin: 'null' },
  { origin: 'https://jahat.example', 'sec-fetch-site': 'cross-site' },
]
test.each(foreignSites)('another site is refused: %j', async (headers) => {
  const { user, cookie } = await loggedIn()
  expect((await refresh(cookie, headers)).status).toBe(403)
  expect((await logIn(server.app, user.email, { headers })).status).toBe(403)
  const out = await visit(server.app, '/api/login', {
    method: 'DELETE',
    cookie,
    headers,
  })
  expect(out.status).toBe(403)
  expect((await refresh(cookie)).status).toBe(200)
})

const ownSites: Record<string, string>[] = [
  { 'sec-fetch-site': 'same-origin' },
  { origin: 'http://127.0.0.1:3000' },
  { origin: 'http://localhost:80', host: 'localhost:80' },
]
test.each(ownSites)('the own site is served: %j', async (headers) => {
  const { cookie } = await loggedIn()
  expect((await refresh(cookie, headers)).status).toBe(200)
})

test('on https the cookies are Secure and bound to the host by their names', async () => {
  const secure = await startServer({ publicUrl: 'https://ngopi.example' })
  try {
    const user = await withPassword(secure, await secure.make.user())
    const { setCookie, cookie } = await logIn(secure.app, user.email)
    const secureCookies = [
      /^__Host-ngopi=[\w-]{64}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      /^__Host-ngopi-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    ]
    expect(setCookie?.split('\n')).toEqual(secureCookies.map((one) => expect.stringMatching(one)))
    expect((await visit(secure.app, url, { cookie })).status).toBe(200)
  } finally {
    await secure.close()
  }
})
