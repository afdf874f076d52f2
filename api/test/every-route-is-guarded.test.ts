import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contracts, nameOf } from './contracts.ts'
import { expectedRoles } from './expected-roles.ts'
import { startServer, type TestServer } from './server.ts'

const anyId = '01990000-0000-7000-8000-000000000000'

/** Method and address of an operation, of things that are not there. */
const requestOf = (operation: string): ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string] => {
  const [method = '', url = ''] = operation.split(' ')
  return [method as 'GET', url.replace(/:\w+/g, anyId)]
}

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

  it('are each in the table of roles once, with the roles of the contract', () => {
    const contracted = contracts.map((endpoint) => ({
      operation: nameOf(endpoint),
      roles: 'public' in endpoint.config ? 'anybody' : endpoint.config.roles.toSorted(),
    }))
    const expected = expectedRoles.map(({ operation, roles }) => ({
      operation,
      roles: roles === 'anybody' ? roles : roles.toSorted(),
    }))
    const byOperation = (a: { operation: string }, b: { operation: string }) =>
      a.operation < b.operation ? -1 : 1
    expect(contracted.toSorted(byOperation)).toEqual(expected.toSorted(byOperation))
  })

  it('are closed to a stranger but where the table says anybody, before a body is looked at', async () => {
    for (const { operation, roles } of expectedRoles) {
      if (roles === 'anybody') continue
      const [method, url] = requestOf(operation)
      const response = await server.app.inject({
        method,
        url,
        ...(method !== 'GET' && {
          headers: { 'content-type': 'application/json' },
          payload: '{"not": json',
        }),
      })
      expect(response.statusCode, operation).toBe(401)
      expect(response.headers['content-type']).toContain('application/problem+json')
    }
  })

  it('let the roles of the table pass, and no other, before a body is looked at', async () => {
    const office = await server.make.office()
    for (const role of ['admin', 'officer', 'manager', 'desk'] as const) {
      const { token } = await server.make.user({ officeId: office.id, role })
      for (const { operation, roles } of expectedRoles) {
        if (roles === 'anybody') continue
        const [method, url] = requestOf(operation)
        const response = await server.app.inject({
          method,
          url,
          headers: { authorization: `Bearer ${token}` },
        })
        const label = `${role} ${operation}`
        if (roles.includes(role)) expect([401, 403], label).not.toContain(response.statusCode)
        else expect(response.statusCode, label).toBe(403)
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
