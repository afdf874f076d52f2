import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { call } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let desk: MadeUser
let meeting: Meeting
let owner: pg.Pool

beforeAll(async () => {
  server = await startServer()
  desk = await server.make.user({ role: 'desk' })
  meeting = new Meeting(server.make, desk.officeId)
  owner = new pg.Pool({
    connectionString: server.ownerUrl,
    options: '-c app.actor=system: -c timezone=UTC',
  })
})
afterAll(async () => {
  await owner.end()
  await server.close()
})

type Scan = (typeof attendanceApi.scan.schema.body)['_input']['scans'][number]

const scannedAt = '2025-10-29T02:05:00.000Z'
const send = (sessionId: string, ...whom: Partial<Scan>[]) =>
  call(
    server.app,
    attendanceApi.scan,
    {
      params: { id: sessionId },
      body: {
        deviceId: randomUUID(),
        scans: whom.map((more) => ({ nonce: randomUUID(), scannedAt, ...more })),
      },
    },
    { token: desk.token },
  )

const people = async (phone: string) =>
  (
    await owner.query<{ name: string; optedOut: boolean }>(
      `select full_name as name, opted_out_at is not null as "optedOut" from journalists
        where office_id = $1 and phone = $2 order by full_name`,
      [desk.officeId, phone],
    )
  ).rows

/** Sends the first, holds it just before it is committed, sends the second, and lets both go when that one waits or is done. */
async function oneWhileTheOtherIsOpen(
  first: { sessionId: string; whom: Partial<Scan> },
  second: { sessionId: string; whom: Partial<Scan> },
): Promise<void> {
  const holder = await owner.connect()
  try {
    await holder.query('begin')
    await holder.query(
      `insert into session_feeds (office_id, session_id) values ($1, $2)
       on conflict (session_id, office_id) do update set last_event = session_feeds.last_event`,
      [desk.officeId, first.sessionId],
    )
    const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid')
    const blockedBy = async (pid: number | undefined) =>
      (
        await owner.query<{ pid: number }>(
          `select pid from pg_stat_activity
            where datname = current_database() and $1 = any (pg_blocking_pids(pid))`,
          [pid],
        )
      ).rows[0]?.pid
    const going = send(first.sessionId, first.whom)
    let found: number | undefined
    await expect
      .poll(
        async () => {
          found = await blockedBy(rows[0]?.pid)
          return found
        },
        { timeout: 20_000, interval: 5 },
      )
      .toBeDefined()
    let done = false
    const other = send(second.sessionId, second.whom).finally(() => {
      done = true
    })
    await expect
      .poll(async () => done || (await blockedBy(found)) !== undefined, {
        timeout: 20_000,
        interval: 5,
      })
      .toBe(true)
    await holder.query('rollback')
    await Promise.all([going, other])
  } finally {
    holder.release()
  }
}

async function invited() {
  const sessionId = await meeting.session()
  const guest = await meeting.journalist(`Tamu ${randomUUID()}`)
  return {
    sessionId,
    invitationId: await meeting.invite(sessionId, guest, { answer: 'attending' }),
  }
}

it('is one person when two desks record one substitute, the second before the first is committed', async () => {
  const [here, there] = [await invited(), await invited()]
  const substitute = { fullName: 'Dua Meja', phone: '0812 6666 0001' }
  await oneWhileTheOtherIsOpen(
    {
      sessionId: here.sessionId,
      whom: { substitute: { ...substitute, invitationId: here.invitationId } },
    },
    {
      sessionId: there.sessionId,
      whom: { substitute: { ...substitute, invitationId: there.invitationId } },
    },
  )
  expect(await people('+6281266660001')).toEqual([{ name: 'Dua Meja', optedOut: false }])
})

it('is one outlet when two desks write its name, the second before the first is committed', async () => {
  const [here, there] = [await meeting.session(), await meeting.session()]
  const walkIn = (fullName: string, outletName: string) => ({ walkIn: { fullName, outletName } })
  await oneWhileTheOtherIsOpen(
    { sessionId: here, whom: walkIn('Satu', 'Gema Nur’aini') },
    { sessionId: there, whom: walkIn('Dua', "GEMA NUR'AINI") },
  )
  const { rows } = await owner.query(
    `select name from outlets where office_id = $1 and search = searchable('gema nur''aini')`,
    [desk.officeId],
  )
  expect(rows).toEqual([{ name: 'Gema Nur’aini' }])
})

it('does not make a desk wait for another that records somebody else', async () => {
  const [here, there] = [await meeting.session(), await meeting.session()]
  const holder = await owner.connect()
  try {
    await holder.query('begin')
    await holder.query('insert into session_feeds (office_id, session_id) values ($1, $2)', [
      desk.officeId,
      here,
    ])
    const going = send(here, { walkIn: { fullName: 'Lama', phone: '0812 6666 0002' } })
    const [result] = (await send(there, { walkIn: { fullName: 'Cepat', phone: '0812 6666 0003' } }))
      .results
    expect(result?.outcome).toBe('admitted')
    await holder.query('rollback')
    await going
  } finally {
    holder.release()
  }
})

it('meets one person under every spelling of the name and of the number', async () => {
  const sessionId = await meeting.session()
  const names = [
    "Nur'aini",
    'Nur’aini',
    'Hj. NURAINI, S.Sos.',
    'Nur‘aini S.Pd.',
    'Nur-Aini',
    'Nur  Âini',
  ]
  const numbers = [
    '0812 6666 0004',
    '62 812-6666-0004',
    '+62 812 6666 0004',
    '81266660004',
    '٠٨١٢٦٦٦٦٠٠٠٤',
  ]
  const walkIns = names.flatMap((fullName) => numbers.map((phone) => ({ fullName, phone })))
  const answer = await send(sessionId, ...walkIns.map((walkIn) => ({ walkIn })))
  expect(new Set(answer.results.map(({ attendance }) => attendance?.journalist.id)).size).toBe(1)
  const again = await send(await meeting.session(), { walkIn: walkIns.at(-1) ?? { fullName: '' } })
  expect(again.results[0]?.attendance?.journalist.id).toBe(
    answer.results[0]?.attendance?.journalist.id,
  )
  expect(await people('+6281266660004')).toHaveLength(1)
})

it('keeps the wish of somebody who wants no invitations, under another spelling and a longer name', async () => {
  const id = await meeting.journalist("Nur'aini", { phone: '+6281266660005' })
  await owner.query('update journalists set opted_out_at = now() where id = $1', [id])
  const sessionId = await meeting.session()
  await send(
    sessionId,
    { walkIn: { fullName: 'Nur’aini', phone: '812 6666 0005' } },
    { walkIn: { fullName: 'Nur’aini Safitri', phone: '0812-6666-0005' } },
    { walkIn: { fullName: 'Orang Lain', phone: '0812-6666-0005' } },
  )
  expect(await people('+6281266660005')).toEqual([
    { name: "Nur'aini", optedOut: true },
    { name: 'Nur’aini Safitri', optedOut: true },
    { name: 'Orang Lain', optedOut: false },
  ])
})

it('records hundreds at once in as many statements as one', async () => {
  const statementsFor = async (count: number) => {
    const sessionId = await meeting.session()
    const whom = Array.from({ length: count }, (_, i) => ({
      walkIn: {
        fullName: `Rombongan ${i}`,
        phone: `0813 1${String(count).padStart(3, '0')} ${String(i).padStart(4, '0')}`,
        outletName: `Media ${count} ${i % 7}`,
      },
    }))
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    const { results } = await send(sessionId, ...whom)
    const texts = asked.mock.calls.map(([query]) => JSON.stringify(query))
    asked.mockRestore()
    expect(results.map(({ outcome }) => outcome)).toEqual(whom.map(() => 'admitted'))
    return texts.filter((text) => /journalists|outlets|affiliations|advisory/.test(text)).length
  }
  expect(await statementsFor(300)).toBe(await statementsFor(1))
})
