import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { invitationsApi } from '@ngopi/shared/invitations'
import { journalistsApi } from '@ngopi/shared/journalists'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personalToken } from '../src/invitations/personal-link.ts'
import { call } from './client.ts'
import { howMany } from './how-many.ts'
import type { MadeUser } from './make.ts'
import { programOf, root } from './program.ts'
import { startServer, type TestServer } from './server.ts'

const secretKey = randomBytes(32).toString('base64url')
const guests = 120
const seats = 40

let server: TestServer
let officer: MadeUser

beforeAll(async () => {
  server = await startServer({ secretKey })
  officer = await server.make.user({ role: 'officer' })
})
afterAll(() => server.close())

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** The real server as a process of its own, ready. */
async function startProcess(): Promise<{ origin: string; process: ChildProcess }> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [await programOf('api/src/main.ts'), '--no-build'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: server.ownerUrl,
      SECRET_KEY: secretKey,
      PORT: String(port),
      LOG_LEVEL: 'silent',
      RUN_WORKER: 'false',
    },
  })
  await expect
    .poll(() =>
      fetch(`${origin}/readyz`).then(
        (r) => r.status,
        () => 0,
      ),
    )
    .toBe(200)
  return { origin, process: child }
}

async function inviteEverybody(): Promise<string[]> {
  const as = { token: officer.token }
  const { app } = server
  const session = await call(
    app,
    sessionsApi.create,
    {
      body: {
        title: 'Ngopi',
        startsAt: new Date(Date.now() + 86_400_000).toISOString(),
        endsAt: new Date(Date.now() + 90_000_000).toISOString(),
        venue: 'Aula',
        capacity: seats,
      },
    },
    as,
  )
  await call(app, sessionsApi.publish, { params: { id: session.id } }, as)
  const people = await Promise.all(
    Array.from({ length: guests }, (_, i) =>
      call(app, journalistsApi.create, { body: { fullName: `Wartawan ${i}` } }, as),
    ),
  )
  const { created } = await call(
    app,
    invitationsApi.create,
    {
      params: { id: session.id },
      body: { invitees: people.map(({ id }) => ({ journalistId: id })) },
    },
    as,
  )
  return created.map(({ id }) => id)
}

/** When the server is killed in each round, in milliseconds after the first answer was sent. */
const kills = [60, 140, ...Array.from({ length: howMany(0, 20) }, () => randomInt(50, 500))]

describe('a server killed while guests answer', () => {
  it.each(kills)('has kept every answer it acknowledged (killed after %d ms)', async (afterMs) => {
    const invitationIds = await inviteEverybody()
    const { origin, process: child } = await startProcess()
    const exited = once(child, 'exit')
    const acknowledged: string[] = []
    const answering = Promise.allSettled(
      invitationIds.map(async (id) => {
        const token = personalToken(server.deps.keys.personalLink, id, 1)
        const response = await fetch(`${origin}/u/${token}/response`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'answer=attending',
        })
        if (response.status === 303) acknowledged.push(id)
      }),
    )
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs)
    await answering
    clearTimeout(timer)
    child.kill('SIGKILL')
    await exited

    const { rows } = await server.make.pool.query<{
      id: string
      answer: string
      holds_seat: boolean
      histories: number
    }>(
      `select i.id, i.answer, i.holds_seat,
              (select count(*)::int from responses r where r.invitation_id = i.id) as histories
         from invitations i where i.id = any ($1)`,
      [invitationIds],
    )
    const stored = new Map(rows.map((row) => [row.id, row]))
    for (const id of acknowledged) {
      expect(['attending', 'waitlisted'], id).toContain(stored.get(id)?.answer)
      expect(stored.get(id)?.histories, id).toBe(1)
    }
    // Nothing is half-written either: seats, answers and history agree.
    const seated = rows.filter((row) => row.holds_seat)
    expect(seated.length).toBeLessThanOrEqual(seats)
    for (const row of rows) expect(row.histories).toBe(row.answer === 'none' ? 0 : 1)
    const session = await server.make.pool.query<{ seats_taken: number }>(
      'select seats_taken from sessions where id = (select session_id from invitations where id = $1)',
      [invitationIds[0]],
    )
    expect(session.rows[0]?.seats_taken).toBe(seated.length)
  })
})
