import { journalistsApi } from '@ngopi/shared/journalists'
import { outletsApi } from '@ngopi/shared/outlets'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let officer: MadeUser
beforeAll(async () => {
  server = await startServer()
  officer = await server.make.user()
})
afterAll(() => server.close())

const hostile = [
  '',
  ' ',
  '%00',
  'a%00b',
  "'",
  '"',
  '`',
  '\\',
  '%25',
  '_',
  '--',
  ';',
  '%E2%80%AE',
  '%ED%A0%80',
  '%FF',
  '%F0%9F%98%80',
  'NaN',
  '-1',
  '0',
  '1e9',
  '9'.repeat(400),
  'null',
  'undefined',
  '[]',
  '{}',
  'true',
  '$1',
  "' or 1=1 --",
  '%27%29%3B%20select%20pg_sleep(5)--',
  '../../etc/passwd',
  '%3Cscript%3E',
  ',',
  ',,,',
  'a'.repeat(5000),
  '%CC%81'.repeat(60),
  '(',
  '*',
  '.*',
  '%0A',
  '__proto__',
  'constructor',
]

const parametersOf = (querystring: { shape: object }) => Object.keys(querystring.shape)

test.each([
  ['/api/journalists', parametersOf(journalistsApi.list.schema.querystring)],
  ['/api/outlets', parametersOf(outletsApi.list.schema.querystring)],
])('no text in any parameter of %s is more than a wrong question', async (url, parameters) => {
  const headers = { authorization: `Bearer ${officer.token}` }
  expect(parameters.length).toBeGreaterThan(8)
  for (const parameter of [...parameters, 'unknown', '__proto__']) {
    for (const text of hostile) {
      for (const query of [`${parameter}=${text}`, `${parameter}=${text}&${parameter}=x`]) {
        const { statusCode } = await server.app.inject({ url: `${url}?${query}`, headers })
        expect([200, 400, 404], query).toContain(statusCode)
        if (parameter === 'unknown') expect(statusCode).toBe(400)
      }
    }
  }
})

test.each(['/api/journalists/', '/api/outlets/'])(
  'an id under %s that is none is 400',
  async (url) => {
    for (const id of ['x', '1', '%00', 'null', "'", '019a0000-0000-7000-8000-00000000000']) {
      const { statusCode } = await server.app.inject({
        url: url + id,
        headers: { authorization: `Bearer ${officer.token}` },
      })
      expect(statusCode, id).toBe(400)
    }
  },
)
