import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lettersApi } from '@ngopi/shared/letters'
import { type Paper, type PaperKind, papersApi } from '@ngopi/shared/papers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, pathOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { WorkerProcess } from '../../test/worker-process.ts'
import { World } from '../../test/world.ts'
import { startWork } from '../work.ts'

const secretKey = randomBytes(32).toString('base64url')
const log = { info: () => {}, warn: () => {}, error: () => {} }

let dataDir: string
let server: TestServer
let origin: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ngopi-papers-'))
  server = await startServer({
    secretKey,
    env: { DATA_DIR: dataDir },
    limits: { shortPaper: 44, paperPart: 15 },
  })
  origin = await server.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** An office with a session, its letter, and so many guests. */
async function officeWith(guests: number) {
  const world = await World.open(server)
  const { session } = await world.meeting({ guests })
  const params = { id: session.id }
  const text = { number: '1', nature: 'Biasa', attachment: '-', subject: 'Undangan' }
  const body = { version: 0, ...text, place: 'Pemalang', datedOn: '2026-11-20' }
  await call(server.app, lettersApi.save, { params, body }, world.asOfficer)
  return { world, params }
}
type Office = Awaited<ReturnType<typeof officeWith>>

const ask = ({ world, params }: Office, kind: PaperKind = 'letters'): Promise<Paper> =>
  call(server.app, papersApi.create, { params, body: { kind } }, world.asOfficer)
const stateOf = async ({ world }: Office, { id }: Paper) =>
  (await call(server.app, papersApi.get, { params: { id } }, world.asOfficer)).state

const work = () => startWork({ ...server.deps, ownerUrl: server.ownerUrl, log })

test('of one office one paper is made at a time, of two offices one each, by a worker seen to live', async () => {
  const { pool } = server.make
  await pool.query(
    `create table at_once (own bigint, everybody bigint, unseen bigint);
     create function note_at_once() returns trigger language plpgsql security definer as $$ begin
       insert into at_once select count(*) filter (where office_id = new.office_id), count(*), (
           select count(*) from graphile_worker.jobs where locked_by is not null and not exists (
             select from pg_locks l where l.locktype = 'advisory' and l.classid = x'6e67'::int and l.granted
                and l.objid = (hashtext(locked_by)::bigint & 4294967295)::oid))
         from papers where state = 'making';
       return null; end $$;
     create trigger note_at_once after update on papers for each row execute function note_at_once()`,
  )
  const offices = [await officeWith(3), await officeWith(3)]
  const asked: [Office, Paper][] = []
  for (const office of offices)
    for (const kind of ['letters', 'attendance_sheet'] as const)
      asked.push([office, await ask(office, kind)])
  const worker = await work()
  try {
    for (const [office, paper] of asked)
      await expect.poll(() => stateOf(office, paper), { interval: 100 }).toBe('done')
  } finally {
    await worker.stop()
  }
  const { rows } = await pool.query(
    'select max(own)::int as own, max(everybody)::int as everybody, max(unseen)::int as unseen from at_once',
  )
  expect(rows).toEqual([{ own: 1, everybody: 2, unseen: 0 }])
  await pool.query('drop function note_at_once() cascade')
})

test('a paper whose worker was killed is taken up again and ends as one file', async () => {
  const office = await officeWith(3)
  const paper = await ask(office)
  const killed = await WorkerProcess.start({
    DATABASE_URL: server.ownerUrl,
    SECRET_KEY: secretKey,
    DATA_DIR: dataDir,
    SMTP_URL: '',
    PUBLIC_URL: 'https://ngopi.example',
    BOUNCE_ADDRESS: '',
  })
  await expect.poll(() => stateOf(office, paper), { interval: 10 }).toBe('making')
  killed.kill()
  await killed.exited
  expect(await stateOf(office, paper)).toBe('making')
  const worker = await work()
  try {
    await expect.poll(() => stateOf(office, paper), { interval: 100 }).toBe('done')
  } finally {
    await worker.stop()
  }
  const { officeId } = office.world.officer
  expect(await readdir(join(dataDir, 'papers', officeId))).toEqual([`${paper.id}.pdf`])
})

test('nine letters at once from each of three offices are each answered', async () => {
  const offices = [await officeWith(2), await officeWith(1), await officeWith(3)]
  const began = performance.now()
  const answers = await Promise.all(
    offices.map(({ world, params }) =>
      Promise.all(
        Array.from({ length: 9 }, async () => {
          const { status, headers } = await fetch(
            `${origin}${pathOf(lettersApi.pdf, { params, query: { all: '1' } })}`,
            { headers: { authorization: `Bearer ${world.officer.token}` } },
          )
          return status === 503 ? `503 ${headers.get('retry-after')}` : String(status)
        }),
      ),
    ),
  )
  const [two, one, long] = answers
  // Four of an office wait at once; one more is served where one of them was ready before it came.
  for (const shown of [two ?? [], one ?? []]) {
    expect(new Set(shown)).toEqual(new Set(['200', '503 5']))
    expect(shown.filter((answer) => answer === '200').length).toBeGreaterThanOrEqual(4)
  }
  expect(long).toEqual(Array(9).fill('409'))
  expect(performance.now() - began).toBeLessThan(server.deps.limits.silence)
})
