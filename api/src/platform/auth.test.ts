import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { signAccessToken } from './auth.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

describe('an access token', () => {
  it('lives for ten minutes', () => {
    const token = signAccessToken(server.app as never, '01990000-0000-7000-8000-000000000000')
    const [, payload = ''] = token.split('.')
    const { iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(exp - iat).toBe(600)
  })
})

describe('a route below /api', () => {
  it('is refused at registration when it says neither who may call it nor that anybody may', async () => {
    const app = (await import('fastify')).default()
    const { registerAuth } = await import('./auth.ts')
    await registerAuth(app, server.deps)
    expect(() => app.get('/api/forgotten', async () => ({}))).toThrow(/neither who may call it/)
    await app.close()
  })
})
