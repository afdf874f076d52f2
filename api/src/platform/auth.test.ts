import { createHmac } from 'node:crypto'
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
    const token = signAccessToken(server.app, '01990000-0000-7000-8000-000000000000')
    const [, payload = ''] = token.split('.')
    const { iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(exp - iat).toBe(600)
  })

  it('is of its one type and algorithm, whoever signed it', async () => {
    const user = await server.make.user()
    const [, payload = ''] = signAccessToken(server.app, user.id).split('.')
    const forge = (header: object, key: Buffer = server.deps.keys.accessToken[0]) => {
      const said = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`
      return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`
    }
    const status = async (token: string) =>
      (
        await server.app.inject({
          url: '/api/me',
          headers: { authorization: `Bearer ${token}` },
        })
      ).statusCode
    expect(await status(forge({ alg: 'HS256', typ: 'JWT' }))).toBe(200)
    for (const forged of [
      forge({ alg: 'HS256', typ: 'reset+jwt' }),
      forge({ alg: 'HS256' }),
      forge({ alg: 'none', typ: 'JWT' }),
      forge({ alg: 'HS256', typ: 'JWT' }, server.deps.keys.accounts[0]),
    ])
      expect(await status(forged), forged).toBe(401)
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
