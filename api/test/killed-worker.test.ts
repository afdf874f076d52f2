import { randomBytes, randomInt } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../src/platform/ids.ts'
import { mailJob } from '../src/platform/mail.ts'
import { notifyGuests } from '../src/sending/notice-commands.ts'
import { howMany } from './how-many.ts'
import { MailServer } from './mail-server.ts'
import { sendNotices } from './notices.ts'
import { startServer, type TestServer } from './server.ts'
import { WorkerProcess } from './worker-process.ts'
import { World } from './world.ts'

const secretKey = randomBytes(32).toString('base64url')
const publicUrl = 'https://ngopi.example'

let server: TestServer
let mailServer: MailServer
const processes: WorkerProcess[] = []

beforeAll(async () => {
  mailServer = await MailServer.prepare()
  server = await startServer({ secretKey, publicUrl, smtpUrl: mailServer.url })
})
afterAll(async () => {
  for (const worker of processes) worker.kill()
  await Promise.all(processes.map(({ exited }) => exited))
  await server.close()
  await mailServer.down()
})

async function startWorkerProcess(): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start({
    DATABASE_URL: server.ownerUrl,
    SECRET_KEY: secretKey,
    SMTP_URL: mailServer.url,
    PUBLIC_URL: publicUrl,
    BOUNCE_ADDRESS: '',
  })
  processes.push(worker)
  return worker
}

/** So many guests with addresses of their own, each with an invitation waiting to be sent by mail. */
async function queueInvitations(count: number): Promise<{ addresses: string[]; officeId: string }> {
  const { pool } = server.make
  const world = await World.open(server)
  const { officeId } = world.officer
  const session = await world.session()
  const guests = Array.from({ length: count }, (_, i) => ({
    journalistId: newId(),
    invitationId: newId(),
    address: `tamu-${session.id.slice(-6)}-${i}@media.example`,
  }))
  await pool.query(
    `insert into journalists (id, office_id, full_name, email)
     select id, $1, 'Tamu', address from unnest($2::uuid[], $3::text[]) g(id, address)`,
    [officeId, guests.map((g) => g.journalistId), guests.map((g) => g.address)],
  )
  await pool.query(
    `insert into invitations (id, office_id, session_id, journalist_id)
     select id, $1, $2, journalist from unnest($3::uuid[], $4::uuid[]) g(id, journalist)`,
    [officeId, session.id, guests.map((g) => g.invitationId), guests.map((g) => g.journalistId)],
  )
  for (let i = 0; i < count; i += 250) {
    const invitationIds = guests.slice(i, i + 250).map((g) => g.invitationId)
    await server.deps.database.write([officeId], 'system:', (tx) =>
      notifyGuests(tx, { sessionId: session.id, invitationIds, kind: 'invitation' }),
    )
  }
  await sendNotices(server)
  return { addresses: guests.map((g) => g.address), officeId }
}

const countOf = async (what: string): Promise<number> =>
  (await server.make.pool.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]
    ?.n ?? 0

/** A thousand mails take what they take on a busy machine; the limit of the test ends a hang. */
const untilDrained = { interval: 100, timeout: 540_000 }

const poll = <T>(ask: () => T | Promise<T>) => expect.poll(ask, untilDrained)

/** Resolves when the mail server takes its n-th mail from now, before the sender hears of it. */
const taken = (n: number): Promise<void> =>
  new Promise((resolve) => {
    let left = n
    mailServer.onTaken = () => {
      left -= 1
      if (left === 0) resolve()
    }
  })

async function killRightAfterData(worker: WorkerProcess): Promise<void> {
  let left = randomInt(10, 70)
  mailServer.onTaken = () => {
    left -= 1
    if (left === 0) worker.kill()
  }
  await worker.exited
}

async function killAtAnyMoment(worker: WorkerProcess): Promise<void> {
  await taken(1)
  setTimeout(() => worker.kill(), randomInt(20, 700))
  await worker.exited
}

async function killWhileTheServerIsDown(worker: WorkerProcess): Promise<void> {
  const before = await countOf(`mails where state = 'failed'`)
  await taken(20)
  await mailServer.down()
  await poll(() => countOf(`mails where state = 'failed'`)).toBeGreaterThan(before)
  worker.kill()
  await worker.exited
}

const guests = howMany(400, 1_000)

describe(`${guests} invitations while the mail server is down and workers are killed`, () => {
  it('reach every guest, at most one a kill twice, and then with the same Message-ID', async () => {
    const { addresses, officeId } = await queueInvitations(guests)
    const startedAt = Date.now()
    let worker = await startWorkerProcess()
    // Down from the start.
    await poll(() => countOf(`mails where state = 'failed'`)).toBeGreaterThan(0)
    await mailServer.up()
    const kills = [
      killRightAfterData,
      killAtAnyMoment,
      killWhileTheServerIsDown,
      killRightAfterData,
      ...Array.from({ length: howMany(0, 3) }, () => [killAtAnyMoment, killRightAfterData]).flat(),
    ]
    for (const kill of kills) {
      await kill(worker)
      worker = await startWorkerProcess()
      if (kill !== killWhileTheServerIsDown) continue
      await poll(() => worker.log).toContain('cannot be reached')
      await mailServer.up()
    }
    await expect
      .poll(
        () => countOf(`mails where state <> 'sent' and office_id = '${officeId}'`),
        untilDrained,
      )
      .toBe(0)
    await poll(() => countOf('graphile_worker.jobs')).toBe(0)
    await worker.stop()

    const received = addresses.map((address) => mailServer.taken.get(address) ?? [])
    const twice = received.filter((ids) => ids.length > 1)
    process.stdout.write(
      `${guests} invitations, ${kills.length} kills, ${Math.round((Date.now() - startedAt) / 1_000)} s: ` +
        `${received.filter((ids) => ids.length > 0).length} guests reached, ${mailServer.count} mails taken, ` +
        `${twice.length} guests twice\n`,
    )
    expect(received.filter((ids) => ids.length === 0)).toEqual([])
    expect(mailServer.count - addresses.length).toBeLessThanOrEqual(kills.length)
    // Those killed right after DATA must have come twice, or nothing was proven.
    expect(twice.length).toBeGreaterThan(0)
    for (const ids of received) expect(new Set(ids).size).toBe(1)
    expect(new Set(received.flat()).size).toBe(addresses.length)
  })
})

describe('two worker processes', () => {
  it('share the work, and nothing is sent twice', async () => {
    const { addresses, officeId } = await queueInvitations(200)
    const workers = await Promise.all([startWorkerProcess(), startWorkerProcess()])
    const holders = new Set<string>()
    await expect
      .poll(
        async () => {
          const { rows } = await server.make.pool.query<{ locked_by: string }>(
            // What the clock asks for meanwhile is held by others.
            'select distinct locked_by from graphile_worker.jobs where locked_by is not null and task_identifier = $1',
            [mailJob],
          )
          for (const row of rows) holders.add(row.locked_by)
          return countOf(`mails where state <> 'sent' and office_id = '${officeId}'`)
        },
        { ...untilDrained, interval: 10 },
      )
      .toBe(0)
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(holders.size).toBe(2)
    for (const address of addresses) expect(mailServer.taken.get(address)).toHaveLength(1)
  })
})
