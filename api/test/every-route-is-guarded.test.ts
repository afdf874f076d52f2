import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contracts, nameOf } from './contracts.ts'
import { startServer, type TestServer } from './server.ts'

/** The operations a stranger may call. Whoever adds one says so here. */
const open = [
  'POST /api/login',
  'POST /api/login/refresh',
  'DELETE /api/login',
  'POST /api/password-resets',
  'POST /api/password-resets/redemption',
  'GET /api/setup',
  'POST /api/setup',
]

const anyId = '01990000-0000-7000-8000-000000000000'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

describe('routes', () => {
  it('are exactly the operations of the contracts and of openapi.json', async () => {
    const described = await server.app.inject('/api/openapi.json')
    const { paths, openapi } = described.json<{
      openapi: string
      paths: Record<string, Record<string, unknown>>
    }>()
    expect(openapi).toMatch(/^3\.1/)
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    )
    expect(operations.toSorted()).toEqual(contracts.map(nameOf).toSorted())
  })

  it('say what they answer, and name the problem they answer otherwise', async () => {
    const { paths } = (await server.app.inject('/api/openapi.json')).json<{
      paths: Record<
        string,
        Record<string, { responses: Record<string, unknown>; security?: unknown }>
      >
    }>()
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        expect(Object.keys(operation.responses), `${method} ${path}`).toEqual(
          expect.arrayContaining(['default']),
        )
      }
    }
  })

  it('are closed to a stranger unless listed, before a body is looked at', async () => {
    for (const endpoint of contracts) {
      const response = await server.app.inject({
        method: endpoint.method,
        url: endpoint.url.replace(/:\w+/g, anyId),
        ...(endpoint.method !== 'GET' && {
          headers: { 'content-type': 'application/json' },
          payload: '{"not": json',
        }),
      })
      if (open.includes(nameOf(endpoint))) continue
      expect(response.statusCode, nameOf(endpoint)).toBe(401)
      expect(response.headers['content-type']).toContain('application/problem+json')
    }
    expect(
      contracts
        .filter((e) => 'public' in e.config)
        .map(nameOf)
        .toSorted(),
    ).toEqual(open.toSorted())
  })

  it('refuse every role that the contract does not name', async () => {
    const office = await server.make.office()
    for (const role of ['admin', 'officer', 'manager', 'desk'] as const) {
      const { token } = await server.make.user({ officeId: office.id, role })
      for (const endpoint of contracts) {
        if ('public' in endpoint.config || endpoint.config.roles.includes(role)) continue
        const response = await server.app.inject({
          method: endpoint.method,
          url: endpoint.url.replace(/:\w+/g, anyId),
          headers: { authorization: `Bearer ${token}` },
        })
        expect(response.statusCode, `${role} ${nameOf(endpoint)}`).toBe(403)
      }
    }
  })

  it('take JSON alone, named exactly', async () => {
    const { token } = await server.make.user({ role: 'admin' })
    const types = [
      'application/json\t;charset=utf-8',
      'application/json;',
      'application/json;;',
      'application/json, text/plain',
      'application/vnd.api+json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
    ]
    for (const endpoint of contracts.filter((e) => e.schema.body)) {
      for (const type of types) {
        const response = await server.app.inject({
          method: endpoint.method,
          url: endpoint.url.replace(/:\w+/g, anyId),
          headers: { authorization: `Bearer ${token}`, 'content-type': type },
          payload: '{}',
        })
        expect([403, 415], `${nameOf(endpoint)} ${type}`).toContain(response.statusCode)
      }
    }
  })
})
