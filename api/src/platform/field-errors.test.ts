import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('a text left empty is asked for in plain words, in the language of the caller', async () => {
  const { token } = await server.make.user({ role: 'officer' })
  const wrong = async (language: string) => {
    const reply = await server.app.inject({
      method: 'POST',
      url: '/api/outlets',
      headers: { authorization: `Bearer ${token}`, 'accept-language': language },
      payload: { name: ' ', platform: 'tv' },
    })
    return reply.json().fields
  }
  expect(await wrong('id')).toEqual([{ path: 'name', message: 'Wajib diisi.' }])
  expect(await wrong('en')).toEqual([{ path: 'name', message: 'Required.' }])
})
