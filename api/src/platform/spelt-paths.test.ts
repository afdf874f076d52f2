import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'

const document = '<!doctype html><script nonce="__CSP_NONCE__"></script><title>Ngopi</title>'
/** What a build leaves behind, and what a careless one might. */
const files: Record<string, string> = {
  'index.html': document,
  'favicon.svg': '<svg/>',
  'sw.js': 'self',
  'sw.js.map': '{}',
  'manifest.webmanifest': '{}',
  '.sources-hash': 'abc',
  '.vite/manifest.json': '{}',
  'assets/app-1a2b.js': 'app',
  'assets/app-1a2b.js.gz': 'packed',
  'assets/app-1a2b.js.br': 'packed',
  'assets/app-1a2b.js.map': '{}',
  'assets/.hidden.js': 'hidden',
  'icons/icon-192.png': 'png',
}

const metricsToken = 'sebuah-kata-rahasia-metrik'
let webRoot: string
let server: TestServer
let token: string
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'ngopi-spelt-'))
  for (const folder of ['.vite', 'assets', 'icons']) await mkdir(join(webRoot, folder))
  for (const [name, text] of Object.entries(files)) await writeFile(join(webRoot, name), text)
  server = await startServer({ webRoot, env: { METRICS_TOKEN: metricsToken } })
  token = (await server.make.user()).token
})
afterAll(async () => {
  await server.close()
  await rm(webRoot, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  server.app.inject({ method, url, headers })

const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

describe('an operation, however its path is spelt', () => {
  const spellings = ['/api/me', '/%61pi/me', '/ap%69/m%65', '/%61%70%69/me?']

  test.each(spellings)('%s is kept by nobody and may run nothing', async (url) => {
    for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
      const answer = await get(url, headers as Record<string, string>)
      expect(answer.statusCode).toBe('authorization' in headers ? 200 : 401)
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': apiPolicy,
        'x-content-type-options': 'nosniff',
      })
    }
  })

  test.each(['/api/me', '/%61pi/me'])('%s takes JSON alone', async (url) => {
    for (const type of ['text/plain', 'application/json;;', 'application/x-www-form-urlencoded']) {
      const answer = await server.app.inject({
        method: 'PATCH',
        url,
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        payload: '{}',
      })
      expect(answer.statusCode, type).toBe(415)
    }
  })

  test('is one operation under an Idempotency-Key', async () => {
    const admin = await server.make.user({ role: 'admin' })
    const payload = { name: 'Siti', email: `${crypto.randomUUID()}@uji.example`, role: 'desk' }
    const headers = {
      authorization: `Bearer ${admin.token}`,
      'idempotency-key': crypto.randomUUID(),
    }
    const answers = []
    for (const url of ['/api/users', '/%61pi/users'])
      answers.push(await server.app.inject({ method: 'POST', url, headers, payload }))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(answers[1]?.json().id).toBe(answers[0]?.json().id)
  })
})

describe('what is no operation and no page', () => {
  test.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/%61pi/nothing',
    '//api/me',
    '///api/me',
    '/API/me',
    '/Api/nothing',
    '/api%2fme',
    '/api%2Fnothing',
    '/%2fapi/me',
    '//',
    '/calendar/a/b',
    '/assets',
    '/assets/',
    '/assets/none.js',
    '/assets/app-1a2b.js.map',
    '/assets/app-1a2b.js.gz',
    '/assets/app-1a2b.js.br',
    '/assets/.hidden.js',
    '/assets/../.vite/manifest.json',
    '/assets/%2e%2e/.vite/manifest.json',
    '/icons/',
    '/.vite/manifest.json',
    '/%2evite/manifest.json',
    '/.vite',
    '/.vite/',
    '/.sources-hash',
    '/.git/config',
    '/.env',
    '/.well-known/nothing',
    '/sw.js.map',
    '/package.json',
    '/index.php',
  ])('%s is not found', async (url) => {
    for (const encoding of ['gzip, br', 'identity']) {
      const answer = await get(url, { 'accept-encoding': encoding })
      expect(answer.statusCode, answer.body).toBe(404)
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': apiPolicy,
      })
    }
  })

  test.each(['/u/%', '/u/%ZZ', '/%', '/api/%ff', '/calendar/%E0%A4'])(
    '%s is malformed, and told so under the same headers',
    async (url) => {
      const answer = await get(url)
      expect([400, 404]).toContain(answer.statusCode)
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': apiPolicy,
        'x-content-type-options': 'nosniff',
      })
    },
  )
})

describe('the app', () => {
  test.each([
    '/',
    '/?a=1',
    '/index.html',
    '/index%2ehtml',
    '/masuk',
    '/pertemuan/kalender',
    '/sandi/abc_-123',
    '/%70ertemuan',
  ])('%s comes with its policy, to every monitor and proxy', async (url) => {
    const encodings = [undefined, '', 'identity', '*;q=0', 'gzip;q=0', 'gzip, br', '*', 'nonsense']
    for (const encoding of encodings) {
      for (const method of ['GET', 'HEAD'] as const) {
        const headers = encoding === undefined ? {} : { 'accept-encoding': encoding }
        const answer = await get(url, headers as Record<string, string>, method)
        const label = `${method} ${encoding}`
        expect(answer.statusCode, label).toBe(200)
        expect(answer.headers['content-type'], label).toBe('text/html; charset=utf-8')
        expect(answer.headers['cache-control'], label).toBe('no-store')
        expect(answer.headers['content-encoding'], label).toBeUndefined()
        expect(answer.body.includes('<title>Ngopi'), label).toBe(method === 'GET')
      }
    }
  })

  test('runs no script but its own files, and no style but those and its nonce’s', async () => {
    const [one, two] = [await get('/'), await get('/')]
    const policy = String(one.headers['content-security-policy'])
    const nonce = /'nonce-([\w+/=]{24})'/.exec(policy)?.[1]
    const directives = Object.fromEntries(
      policy.split('; ').map((part) => {
        const [name = '', ...sources] = part.split(' ')
        return [name, sources.join(' ')]
      }),
    )
    expect(directives).toEqual({
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'worker-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'frame-ancestors': "'none'",
    })
    expect(one.body).toContain(`nonce="${nonce}"`)
    expect(two.headers['content-security-policy']).not.toBe(policy)
  })

  test.each([
    ['/sw.js', 'no-cache'],
    ['/favicon.svg', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/icons/icon-192.png', 'no-cache'],
    ['/assets/app-1a2b.js', 'public, max-age=31536000, immutable'],
  ])('%s is there for everybody', async (url, stored) => {
    for (const encoding of [undefined, 'identity', 'gzip;q=0', '*;q=0', 'br, gzip']) {
      const answer = await get(url, encoding === undefined ? {} : { 'accept-encoding': encoding })
      expect([answer.statusCode, answer.headers['cache-control']], encoding).toEqual([200, stored])
      const packed = url.startsWith('/assets/') && encoding === 'br, gzip'
      expect(answer.headers['content-encoding']).toBe(packed ? 'br' : undefined)
    }
  })
})

describe('metrics', () => {
  test('are for whoever shows the token', async () => {
    const ask = (authorization?: string) =>
      get('/metrics', authorization === undefined ? {} : { authorization })
    for (const wrong of [undefined, '', 'Bearer', `Bearer ${metricsToken}x`, metricsToken])
      expect((await ask(wrong)).statusCode, wrong).toBe(401)
    const right = await ask(`Bearer ${metricsToken}`)
    expect(right.statusCode).toBe(200)
    expect(right.body).toContain('http_request_duration_seconds')
  })

  test('are nobody’s where no token is set', async () => {
    const plain = await startServer()
    try {
      const answer = await plain.app.inject('/metrics')
      expect(answer.statusCode).toBe(404)
      expect(answer.body).not.toContain('process_cpu')
    } finally {
      await plain.close()
    }
  })
})
