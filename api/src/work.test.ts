import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startServer, type TestServer } from '../test/server.ts'
import { byTheClock } from './work.ts'
import { housekeeping } from './worker/worker.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const log = { info: () => {}, warn: () => {}, error: () => {} }

test.each([housekeeping, ...byTheClock])(
  'the job $name looks with the time of work that nobody waits for',
  async ({ run }) => {
    const { deps, ownerUrl } = server
    const mailing = { refreshMail: async () => undefined, reportBadAddress: async () => {} }
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    await run({ ...deps, ...mailing, ownerUrl, log })
    const texts = asked.mock.calls.map(([query]: unknown[]) =>
      typeof query === 'string' ? query : (query as pg.QueryConfig).text,
    )
    asked.mockRestore()
    const own = texts.filter((text) => !/set_config|set role|pg_backend_pid/.test(text))
    expect(own[0]).toMatch(/^begin/)
    expect(own[1]).toBe(`set local statement_timeout to '10min'`)
    expect(own[2]).toMatch(/^select /)
  },
)
