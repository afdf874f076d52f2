import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let authorization: string

beforeAll(async () => {
  server = await startServer()
  const { token } = await server.make.user({ role: 'officer' })
  authorization = `Bearer ${token}`
})
afterAll(() => server.close())

const nobody = '01a20e82-81fa-7537-99ac-dc90e9fc565f'

test.each([
  ['POST', `/api/outlets/${nobody}/restoration`, { foo: 1 }, 'foo'],
  ['POST', `/api/sessions/${nobody}/publication`, [], 'body'],
  ['DELETE', `/api/outlets/${nobody}`, { version: 1 }, 'version'],
  ['POST', '/api/outlets?foo=1', { name: 'Media Uji', platform: 'tv' }, 'foo'],
  ['GET', `/api/outlets/${nobody}?foo=1`, undefined, 'foo'],
] as const)('%s %s takes no %o', async (method, url, payload, path) => {
  const reply = await server.app.inject({
    method,
    url,
    headers: { authorization },
    ...(payload && { payload: payload as object }),
  })
  expect(reply.statusCode).toBe(400)
  expect(reply.json()).toMatchObject({ code: 'invalid', fields: [{ path }] })
})

test('an empty body is none', async () => {
  const url = `/api/outlets/${nobody}/restoration`
  const reply = await server.app.inject({
    method: 'POST',
    url,
    headers: { authorization },
    payload: {},
  })
  expect(reply.statusCode).toBe(404)
})

test('an address that cannot be decoded gets problem details', async () => {
  const reply = await server.app.inject({ method: 'GET', url: '/api/%E0%A4%A' })
  expect(reply.statusCode).toBe(400)
  expect(reply.headers['content-type']).toContain('application/problem+json')
  expect(reply.json()).toMatchObject({ code: 'invalid', status: 400 })
})
