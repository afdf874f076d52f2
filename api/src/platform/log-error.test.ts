import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { described, loggable } from './log-error.ts'

const canary = 'KENARI-0812'
let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test.each([
  sql`select ${canary}::uuid`,
  sql`select ${`{${canary}`}::jsonb`,
  sql`select cast(${canary} as int)`,
])('what PostgreSQL says of a value is not written down', async (statement) => {
  const failure = await server.deps.database
    .lookup((db) => db.execute(statement))
    .catch((error: unknown) => error)
  expect(String(failure)).toContain(canary)
  expect(JSON.stringify(loggable(failure))).not.toContain(canary)
  expect(described(failure)).not.toContain(canary)
  expect(loggable(failure)).toMatchObject({
    code: '22P02',
    frames: expect.stringContaining(' at '),
  })
})

test('an error of our own keeps its words', () => {
  expect(loggable(new Error('the thread ended'))).toMatchObject({ message: 'the thread ended' })
})

test('what a parser says of a text is not written down', () => {
  const failure = (() => {
    try {
      return JSON.parse(canary)
    } catch (error) {
      return error
    }
  })()
  expect(JSON.stringify(loggable(failure))).not.toContain(canary)
})
