import type { Endpoint } from '@ngopi/shared/endpoint'
import { problem } from '@ngopi/shared/errors'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contracts, nameOf } from '../contracts.ts'
import { howMany } from '../how-many.ts'
import { startServer, type TestServer } from '../server.ts'
import { arbitraryFor, canary, type Known, type Mood, pathPart, wordsOf } from './arbitrary-of.ts'
import { type BusyOffice, openBusyOffice } from './busy-office.ts'

/** Requests for each operation and role; HOSTILE_SEED repeats a run. */
const rounds = Number(process.env.HOSTILE_REQUESTS ?? howMany(50, 200))
const seed = Number(process.env.HOSTILE_SEED ?? Date.now() % 2 ** 31)
const parallel = 8

let server: TestServer
let office: BusyOffice
let logged = ''
const cursors: string[] = []
const samples = [
  ...new Set(
    contracts
      .flatMap(({ schema }) => Object.values(schema))
      .flatMap((part) =>
        part instanceof z.ZodType
          ? wordsOf(z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }))
          : [],
      ),
  ),
]

beforeAll(async () => {
  server = await startServer({
    env: { LOG_LEVEL: 'info' },
    logTo: {
      write: (row) => {
        logged += row
      },
    },
  })
  office = await openBusyOffice(server)
  console.log(`HOSTILE_SEED=${seed} HOSTILE_REQUESTS=${rounds}`)
})
afterAll(() => server.close())

/** Operations that leave others less to work with come last. */
const inOrder = [...contracts].sort(
  (a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'),
)

/** A request for an operation. */
function requestsIn(mood: Mood, operation: Endpoint, known: Known): fc.Arbitrary<InjectOptions> {
  const { params, querystring, body } = operation.schema
  const nothing = fc.constant(undefined)
  const { takes } = operation.config
  const path = operation.url.split('/').map((part, at, parts) => {
    if (!part.startsWith(':')) return fc.constant(part)
    return pathPart(
      part === ':id' ? (parts[at - 1] ?? '') : part.slice(1),
      known,
      mood === 'one' ? 'tame' : mood,
    )
  })
  return fc
    .record({
      path: params ? fc.tuple(...path) : fc.constant(operation.url.split('/')),
      query: querystring ? arbitraryFor(querystring, known, mood) : nothing,
      body: takes
        ? fc.constantFrom(Buffer.from(canary), Buffer.from('%PDF-1.7'), Buffer.alloc(0))
        : body
          ? arbitraryFor(body, known, mood)
          : nothing,
    })
    .map(({ path, query, body }) => {
      const asked = new URLSearchParams()
      for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
        if (value !== undefined) asked.set(name, String(value))
      const type = takes?.[0] ?? 'application/json'
      return {
        method: operation.method,
        url: path.join('/') + (asked.size > 0 ? `?${asked}` : ''),
        ...(body !== undefined && {
          headers: { 'content-type': type },
          payload: Buffer.isBuffer(body) ? body : JSON.stringify(body),
        }),
      }
    })
}

/** Requests for an operation: what its contract allows, its edges, and just beyond. A paper costs more than all else. */
function requestsOf(operation: Endpoint, known: Known): fc.Arbitrary<InjectOptions> {
  const inMood = (mood: Mood) => requestsIn(mood, operation, known)
  const prints = operation.config.gives?.includes('application/pdf')
  return fc.oneof(
    { weight: prints ? 1 : 6, arbitrary: inMood('tame') },
    { weight: prints ? 1 : 8, arbitrary: inMood('one') },
    { weight: prints ? 16 : 3, arbitrary: inMood('wild') },
  )
}

/** What is wrong with an answer; undefined when nothing is. */
function faultOf(operation: Endpoint, status: number, text: string): string | undefined {
  if (status >= 500) return `${status}`
  if (status >= 400) {
    const answer = problem.safeParse(JSON.parse(text))
    if (!answer.success) return `${status} is no problem: ${answer.error.message}`
    const { fields, code } = answer.data
    const names = [400, 413, 415, 422].includes(status)
    return names && !fields?.some(({ path }) => path !== '')
      ? `${status} ${code} names no field`
      : undefined
  }
  if (operation.config.gives || status >= 300) return undefined
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const { items, nextCursor } = (body ?? {}) as { items?: unknown; nextCursor?: string | null }
  if (Array.isArray(items) && nextCursor && cursors.length < 200) cursors.push(nextCursor)
  const fits = operation.schema.response['2xx'].safeParse(body)
  return fits.success ? undefined : `${status} does not fit: ${fits.error.message.slice(0, 300)}`
}

async function ask(
  operation: Endpoint,
  request: InjectOptions,
  token: string,
): Promise<string | undefined> {
  const headers = { ...request.headers, authorization: `Bearer ${token}` }
  const reply = await server.app.inject({ ...request, headers, payloadAsStream: true })
  // A stream of events has no end.
  if (String(reply.headers['content-type']).startsWith('text/event-stream')) {
    reply.stream().destroy()
    return undefined
  }
  const parts: Buffer[] = []
  for await (const part of reply.stream()) parts.push(part as Buffer)
  return faultOf(operation, reply.statusCode, Buffer.concat(parts).toString())
}

test(`every operation answers ${rounds} hostile requests of an officer and of an admin`, {
  timeout: 600_000,
}, async () => {
  const faults: string[] = []
  for (const [at, operation] of inOrder.entries()) {
    const pdf = operation.config.gives?.includes('application/pdf')
    const known = { ids: office.ids, cursors: [...cursors], samples }
    const requests = fc.sample(requestsOf(operation, known), { seed: seed + at, numRuns: rounds })
    for (const { token } of Object.values(office.users)) {
      for (let from = 0; from < requests.length; from += pdf ? 1 : parallel) {
        const asked = requests.slice(from, from + (pdf ? 1 : parallel))
        const found = await Promise.all(asked.map((request) => ask(operation, request, token)))
        for (const [n, fault] of found.entries())
          if (fault)
            faults.push(
              `${nameOf(operation)}: ${fault}\n  ${asked[n]?.url} ${String(asked[n]?.payload ?? '').slice(0, 400)}`,
            )
      }
    }
  }
  expect(faults.slice(0, 40), `HOSTILE_SEED=${seed}: ${faults.length} faults`).toEqual([])
  expect(logged).not.toContain(canary)
})
