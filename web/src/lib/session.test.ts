import { accountsApi } from '@ngopi/shared/accounts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const user = {
  id: 'u',
  name: 'Rina',
  role: 'desk',
  office: { id: 'o', name: 'Kantor' },
} as const
const login = { accessToken: 'new', expiresAt: '2030-01-01T00:00:00Z', user }
const json = (status: number, body: unknown = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

type Answer = () => Response | Promise<Response>
const asked: string[] = []
const serve = (answers: Record<string, Answer>) =>
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const what = `${init.method ?? 'GET'} ${address}`
    asked.push(what)
    const answer = answers[what]
    if (!answer) throw new TypeError('network')
    return answer()
  })
const refresh = 'POST /api/login/refresh'

/** A page just opened, on a device that remembers somebody. */
const open = async (remembered: typeof user | 'nobody' = user) => {
  vi.resetModules()
  const session = await import('./session.ts')
  const { call } = await import('./api.ts')
  session.remembersBy(async () => (remembered === 'nobody' ? undefined : remembered))
  return { ...session, call }
}

beforeEach(() => {
  asked.length = 0
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('restoredSession', () => {
  it('believes the server when it answers', async () => {
    serve({ [refresh]: () => json(200, login) })
    const page = await open('nobody')
    expect(await page.restoredSession()).toEqual({ state: 'in', user, reached: true })
  })

  it('believes the device when nobody answers, or only something before the server', async () => {
    for (const answer of [undefined, () => json(502)]) {
      serve(answer ? { [refresh]: answer } : {})
      const page = await open()
      expect(await page.restoredSession()).toEqual({ state: 'in', user, reached: false })
      expect(page.currentToken()).toBeUndefined()
    }
  })

  it('believes a refusal, whatever the device says', async () => {
    serve({ [refresh]: () => json(401) })
    const page = await open()
    expect(await page.restoredSession()).toEqual({ state: 'out' })
  })

  it('fails when nobody answers and the device knows nobody', async () => {
    serve({})
    const page = await open('nobody')
    await expect(page.restoredSession()).rejects.toMatchObject({ status: 0 })
    expect(page.currentSession().state).toBe('unknown')
  })

  it('waits three seconds on a bad line, and takes the answer when it comes', async () => {
    vi.useFakeTimers()
    let answer: (response: Response) => void = () => undefined
    serve({ [refresh]: () => new Promise((resolve) => (answer = resolve)) })
    const page = await open()
    const restored = page.restoredSession()
    await vi.advanceTimersByTimeAsync(2_900)
    expect(page.currentSession().state).toBe('unknown')
    await vi.advanceTimersByTimeAsync(200)
    expect(await restored).toMatchObject({ state: 'in', reached: false })
    answer(json(401))
    await vi.advanceTimersByTimeAsync(0)
    expect(page.currentSession()).toEqual({ state: 'out' })
  })
})

describe('a login that the device alone remembers', () => {
  it('asks for a token before the first call, once the server is there', async () => {
    serve({})
    const page = await open()
    await page.restoredSession()
    await expect(page.call(accountsApi.me)).rejects.toMatchObject({ code: 'offline' })

    serve({ [refresh]: () => json(200, login), 'GET /api/me': () => json(200, { id: 'me' }) })
    asked.length = 0
    await expect(page.call(accountsApi.me)).resolves.toEqual({ id: 'me' })
    expect(asked).toEqual([refresh, 'GET /api/me'])
    expect(page.currentSession()).toMatchObject({ reached: true })
  })
})

describe('a logout the server was not told of', () => {
  const logout = 'DELETE /api/login'

  it('is told before anything else, and nobody is logged in again', async () => {
    const { noteLogout } = await import('./untold-logout.ts')
    noteLogout()
    serve({ [refresh]: () => json(200, login) })
    expect(await (await open()).restoredSession()).toEqual({ state: 'out' })

    serve({
      [refresh]: () => json(200, login),
      [logout]: () => new Response(null, { status: 204 }),
    })
    expect(await (await open()).restoredSession()).toEqual({ state: 'out' })
    expect(asked).toEqual([logout, logout])

    expect(await (await open()).restoredSession()).toMatchObject({ state: 'in' })
  })

  it('is forgotten with the next login', async () => {
    const { noteLogout } = await import('./untold-logout.ts')
    noteLogout()
    const page = await open()
    page.signedIn(login)
    serve({ [refresh]: () => json(200, login) })
    expect(await (await open()).restoredSession()).toMatchObject({ state: 'in', reached: true })
  })
})
