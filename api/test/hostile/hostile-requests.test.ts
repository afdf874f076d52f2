import type { Endpoint } from '@ngopi/shared/endpoint'
import { problem } from '@ngopi/shared/errors'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contracts, nameOf } from '../contracts.ts'
import { howMany } from '../how-many.ts'
import { startServer, type TestServer } from '../server.ts'
import {
  arbitraryFor,
  canary,
  type Known,
  type Mood,
  odditiesIn,
  pathPart,
  withOddity,
  wordsOf,
} from './arbitrary-of.ts'
import { type BusyOffice, openBusyOffice } from './busy-office.ts'

/** Requests made up for each operation and role, beside every field gone wrong in turn; HOSTILE_SEED repeats a run. */
const rounds = Number(process.env.HOSTILE_REQUESTS ?? howMany(12, 200))
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

/** What a request is made of, before it is written down. */
interface Parts {
  path: string[]
  query: unknown
  body: unknown
}

function partsIn(mood: Mood, operation: Endpoint, known: Known): fc.Arbitrary<Parts> {
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
  return fc.record({
    path: params ? fc.tuple(...path) : fc.constant(operation.url.split('/')),
    query: querystring ? arbitraryFor(querystring, known, mood) : nothing,
    body: takes
      ? fc.constantFrom(Buffer.from(canary), Buffer.from('%PDF-1.7'), Buffer.alloc(0))
      : body
        ? arbitraryFor(body, known, mood)
        : nothing,
  })
}

function requestOf({ method, config }: Endpoint, { path, query, body }: Parts): InjectOptions {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    if (value !== undefined) asked.set(name, String(value))
  return {
    method,
    url: path.join('/') + (asked.size > 0 ? `?${asked}` : ''),
    ...(body !== undefined && {
      headers: { 'content-type': config.takes?.[0] ?? 'application/json' },
      payload: Buffer.isBuffer(body) ? body : JSON.stringify(body),
    }),
  }
}

const requestsIn = (mood: Mood, operation: Endpoint, known: Known): fc.Arbitrary<InjectOptions> =>
  partsIn(mood, operation, known).map((parts) => requestOf(operation, parts))

/** Good requests but for one field, each field in turn with each value it must not be taken for. */
function oddRequestsOf(operation: Endpoint, known: Known, from: number): InjectOptions[] {
  const { querystring, body } = operation.schema
  const odd = [
    ...(querystring ? odditiesIn(querystring).map((one) => ({ part: 'query' as const, one })) : []),
    ...(body && !operation.config.takes
      ? odditiesIn(body).map((one) => ({ part: 'body' as const, one }))
      : []),
  ]
  const good = fc.sample(partsIn('tame', operation, known), { seed: from, numRuns: odd.length })
  return odd.flatMap(({ part, one }, nth) => {
    const parts = good[nth]
    return parts ? [requestOf(operation, { ...parts, [part]: withOddity(parts[part], one) })] : []
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

test(`every operation answers each field in turn gone wrong, and ${rounds} hostile requests of an officer and of an admin`, {
  timeout: 600_000,
}, async () => {
  const faults: string[] = []
  let sent = 0
  for (const [at, operation] of inOrder.entries()) {
    const pdf = operation.config.gives?.includes('application/pdf')
    const known = { ids: office.ids, cursors: [...cursors], samples }
    const requests = fc.sample(requestsOf(operation, known), { seed: seed + at, numRuns: rounds })
    const odd = oddRequestsOf(operation, known, seed + at)
    const users = Object.values(office.users)
    for (const [who, { token }] of users.entries()) {
      const own = [...requests, ...odd.filter((_, nth) => nth % users.length === who)]
      sent += own.length
      for (let from = 0; from < own.length; from += pdf ? 1 : parallel) {
        const asked = own.slice(from, from + (pdf ? 1 : parallel))
        const found = await Promise.all(asked.map((request) => ask(operation, request, token)))
        for (const [n, fault] of found.entries())
          if (fault)
            faults.push(
              `${nameOf(operation)}: ${fault}\n  ${asked[n]?.url} ${String(asked[n]?.payload ?? '').slice(0, 400)}`,
            )
      }
    }
  }
  console.log(`${sent} hostile requests`)
  expect(faults.slice(0, 40), `HOSTILE_SEED=${seed}: ${faults.length} faults`).toEqual([])
  expect(logged).not.toContain(canary)
})
