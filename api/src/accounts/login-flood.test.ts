import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, withPassword } from '../../test/log-in.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let port: number
beforeAll(async () => {
  server = await startServer()
  port = Number(new URL(await server.app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterAll(() => server.close())

/** Logs in over a connection of its own, from an address of the loopback network. */
function logIn(from: string, body: { email: string; password: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        localAddress: from,
        agent: false,
        method: 'POST',
        path: '/api/login',
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}

test('230 connections of wrong logins from one address hold up nobody else', async () => {
  const users = await Promise.all(
    Array.from({ length: 6 }, async () => withPassword(server, await server.make.user())),
  )
  const wrong: number[] = []
  let flood: Promise<void>[] = []
  // The flood is there before anybody else comes: its share waits, and what is beyond was refused.
  await new Promise<void>((refused) => {
    flood = Array.from({ length: 230 }, async (_, i) => {
      const body = { email: `tebakan-${i}@uji.example`, password: goodPassword }
      wrong.push(await logIn('127.0.0.2', body))
      if (wrong.filter((status) => status === 429).length === 100) refused()
    })
  })
  const tried = () => wrong.filter((status) => status === 401).length
  const before = tried()
  const good = await Promise.all(
    users.map(({ email }, i) => logIn(`127.0.0.${10 + i}`, { email, password: goodPassword })),
  )
  expect(good).toEqual(Array(6).fill(200))
  // Each of the six waited for a turn or a few of the flood, not for its end.
  expect(tried() - before).toBeLessThanOrEqual(60)
  await Promise.all(flood)
  expect(wrong.length).toBe(230)
  expect(new Set(wrong)).toEqual(new Set([401, 429]))
}, 30_000)
