import { accountsApi } from '@ngopi/shared/accounts'
import { outletsApi } from '@ngopi/shared/outlets'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf, call } from './api.ts'
import { ApiError } from './api-error.ts'
import { currentSession, currentToken, signedIn } from './session.ts'

const user = {
  id: 'u',
  name: 'Rina',
  role: 'officer',
  office: { id: 'o', name: 'Kantor' },
} as const
const login = (accessToken: string) => ({ accessToken, expiresAt: '2030-01-01T00:00:00Z', user })
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
const refused = () => json(401, { code: 'unauthenticated', requestId: 'r' })

type Answer = (token: string | null, init: RequestInit) => Response | Promise<Response>
let refreshes = 0
/** Answers the API with `api` and refreshes with `refresh`. */
const serve = (api: Answer, refresh: () => Response = () => json(200, login('new'))) =>
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (address !== '/api/login/refresh')
      return api(new Headers(init.headers).get('authorization'), init)
    refreshes += 1
    return refresh()
  })

beforeEach(() => {
  refreshes = 0
  signedIn(login('old'))
})
afterEach(() => vi.unstubAllGlobals())

const onlyNew: Answer = (token) => (token === 'Bearer new' ? json(200, { id: 'me' }) : refused())

describe('call', () => {
  it('renews an expired token once for all who wait, and repeats', async () => {
    serve(onlyNew)
    const answers = await Promise.all([1, 2, 3].map(() => call(accountsApi.me)))
    expect(answers).toEqual(Array(3).fill({ id: 'me' }))
    expect(refreshes).toBe(1)
    expect(currentToken()).toBe('new')
  })

  it('ends the session when the refresh is refused', async () => {
    serve(onlyNew, refused)
    await expect(call(accountsApi.me)).rejects.toMatchObject({ status: 401 })
    expect(currentSession()).toEqual({ state: 'out' })
  })

  it('keeps the session when the server is merely busy', async () => {
    serve(onlyNew, () => json(503, {}, { 'retry-after': '7' }))
    await expect(call(accountsApi.me)).rejects.toMatchObject({ code: 'unavailable', retryAfter: 7 })
    expect(currentSession().state).toBe('in')
  })

  it('hands over every field that was wrong, and the record in conflict', async () => {
    const fields = [{ path: 'title', message: 'x' }]
    serve(() => json(409, { code: 'stale', requestId: 'r9', fields, current: { version: 4 } }))
    await expect(call(accountsApi.me)).rejects.toMatchObject({
      code: 'stale',
      requestId: 'r9',
      fields,
      current: { version: 4 },
    })
  })

  it('tells no answer from a refusal', async () => {
    serve(() => Promise.reject(new TypeError('network')))
    const error = await call(accountsApi.me).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 0, code: 'offline' })
  })

  it('answers undefined to 204', async () => {
    serve(() => new Response(null, { status: 204 }))
    await expect(call(accountsApi.logout)).resolves.toBeUndefined()
  })
})

describe('an intended act', () => {
  const record = (name: string) =>
    call(outletsApi.create, { body: { name, platform: 'online' } }).catch((cause: unknown) => cause)
  const keysWhile = (answers: (() => Promise<Response> | Response)[]) => {
    const keys: (string | null)[] = []
    serve((_, init) => {
      keys.push(new Headers(init.headers).get('idempotency-key'))
      return answers.shift()?.() ?? json(201, {})
    })
    return keys
  }
  const noAnswer = () => Promise.reject(new TypeError('network'))

  it('is sent once while it is under way, however often it is asked for', async () => {
    const keys = keysWhile([])
    await Promise.all([record('Radar'), record('Radar'), record('Suara')])
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(2)
  })

  it('keeps its key until an answer came, and for what it says only', async () => {
    const keys = keysWhile([noAnswer, () => json(503, { code: 'unavailable', requestId: 'r' })])
    await record('Kabar')
    await record('Kabar')
    await record('Kabar lain')
    await record('Kabar')
    await record('Kabar')
    const [first, second, other, third, next] = keys
    expect(first).toMatch(/.{20}/)
    expect([second, third]).toEqual([first, first])
    expect(new Set([first, other, next]).size).toBe(3)
  })

  it('is over with a refusal', async () => {
    const keys = keysWhile([() => json(409, { code: 'duplicate', requestId: 'r' })])
    await record('Warta')
    await record('Warta')
    expect(keys[1]).not.toBe(keys[0])
  })
})

describe('addressOf', () => {
  it('fills the path, joins lists, leaves out what is empty', () => {
    expect(addressOf(sessionsApi.get, { params: { id: 'a/b' } })).toBe('/api/sessions/a%2Fb')
    expect(
      addressOf(sessionsApi.list, { query: { status: ['draft', 'done'], q: '', limit: 25 } }),
    ).toBe('/api/sessions?status=draft%2Cdone&limit=25')
  })
})
