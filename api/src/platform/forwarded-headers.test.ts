import { Writable } from 'node:stream'
import Fastify from 'fastify'
import { afterEach, expect, test, vi } from 'vitest'
import type { App } from './app-type.ts'
import { warnOfUntrustedProxy } from './forwarded-headers.ts'

afterEach(() => vi.useRealTimers())

function listening(trustProxy: string[] | false) {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const app: App = Fastify({ trustProxy, logger: { level: 'warn', stream } })
  warnOfUntrustedProxy(app)
  app.get('/', async () => 'ok')
  const ask = (headers: Record<string, string>, remoteAddress = '10.0.0.5') =>
    app.inject({ url: '/', headers, remoteAddress })
  return { lines, ask }
}

const forwarded = { 'x-forwarded-for': '203.0.113.7' }

test('an untrusted proxy is named in the log, once a minute', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { lines, ask } = listening(false)
  await ask({})
  expect(lines).toEqual([])
  for (let i = 0; i < 3; i++) await ask(forwarded)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('10.0.0.5')
  expect(lines[0]).toContain('TRUST_PROXY')
  vi.setSystemTime(Date.now() + 60_000)
  await ask({ forwarded: 'for=203.0.113.7' })
  expect(lines).toHaveLength(2)
})

test('a trusted proxy is not, and another peer beside it is', async () => {
  const { lines, ask } = listening(['10.0.0.5'])
  await ask(forwarded)
  expect(lines).toEqual([])
  await ask(forwarded, '198.51.100.9')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('198.51.100.9')
})
