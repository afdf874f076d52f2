import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { howMany } from '../../test/how-many.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { passOf } from '../invitations/pass.ts'

const guestCount = 260
const overlaps = 40
/** How far the clock of each desk is ahead, in minutes. */
const clocks = [10, -10, 0] as const

let server: TestServer
let desk: MadeUser
let meeting: Meeting
let owner: pg.Pool
let journalistIds: string[]

beforeAll(async () => {
  server = await startServer({ poolSize: 12 })
  desk = await server.make.user({ role: 'desk' })
  meeting = new Meeting(server.make, desk.officeId)
  owner = new pg.Pool({
    connectionString: server.ownerUrl,
    options: '-c app.actor=system: -c timezone=UTC',
  })
  const { rows } = await owner.query<{ id: string }>(
    `insert into journalists (office_id, full_name)
     select $1, 'Tamu ' || to_char(n, 'FM000') from generate_series(0, $2 - 1) n returning id`,
    [desk.officeId, guestCount],
  )
  journalistIds = rows.map(({ id }) => id)
  // The clock stands still, so that a slow machine adds nothing to how far the desks are off.
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await owner.end()
  await server.close()
})

/** A scan before it is known at which session: who, by whom, how and at what true time. */
interface Told {
  guest: number
  desk: 0 | 1 | 2
  kind: 'list' | 'pass'
  /** Seconds after nine. */
  second: number
}

const deskOf = (n: number) => (n % 3) as Told['desk']

/** Every guest once, at the three desks by turns; the first forty also by the next desk, a little earlier or later. */
const story: Told[] = [
  ...Array.from({ length: guestCount }, (_, guest): Told => {
    const kind = guest % 4 === 0 ? 'pass' : 'list'
    return { guest, desk: deskOf(guest), kind, second: guest * 7 }
  }),
  ...Array.from({ length: overlaps }, (_, guest): Told => {
    const second = guest * 7 + (guest % 2 ? 3 : -3)
    return { guest, desk: deskOf(guest + 1), kind: 'list', second }
  }),
]

const nine = Date.UTC(2025, 9, 29, 2)
const at = (second: number) => new Date(nine + second * 1000).toISOString()

/** What everybody must read in the end, told by the story alone. */
const expected = Array.from({ length: guestCount }, (_, guest) => {
  const scans = story.filter((step) => step.guest === guest).toSorted((a, b) => a.second - b.second)
  const skewed = scans.some((step) => clocks[step.desk] !== 0)
  return {
    name: `Tamu ${String(guest).padStart(3, '0')}`,
    status: 'present',
    source: scans[0]?.kind,
    arrivedAt: at(scans[0]?.second ?? 0),
    flags: skewed ? ['clock_skewed'] : [],
  }
})

type Scan = (typeof attendanceApi.scan.schema.body)['_input']['scans'][number]
interface Act {
  desk: Told['desk']
  scan: Scan
}

async function openDoor() {
  const sessionId = await meeting.session()
  const { rows } = await owner.query<{ id: string; journalist: string }>(
    `insert into invitations (office_id, session_id, journalist_id)
     select $1, $2, unnest($3::uuid[]) returning id, journalist_id as journalist`,
    [desk.officeId, sessionId, journalistIds],
  )
  const idOf = new Map(rows.map(({ id, journalist }) => [journalist, id]))
  const scans = story.map((step): Act => {
    const invitationId = idOf.get(journalistIds[step.guest] ?? '') ?? ''
    const whom =
      step.kind === 'list'
        ? { invitationId }
        : { pass: passOf(server.deps.keys.pass, invitationId, 1) }
    const scannedAt = at(step.second + clocks[step.desk] * 60)
    return { desk: step.desk, scan: { nonce: randomUUID(), scannedAt, ...whom } }
  })
  return { sessionId, acts: scans, devices: clocks.map(() => randomUUID()) }
}

type Door = Awaited<ReturnType<typeof openDoor>>

const send = (door: Door, by: Told['desk'], scans: Scan[]) =>
  call(
    server.app,
    attendanceApi.scan,
    {
      params: { id: door.sessionId },
      body: {
        deviceId: door.devices[by] ?? '',
        sentAt: new Date(Date.now() + clocks[by] * 60_000).toISOString(),
        scans,
      },
    },
    { token: desk.token },
  )

/** The upload dies when its scans are written and nearly told to the desks: the connection of its transaction is cut. */
async function sendAndDie(door: Door, by: Told['desk'], scans: Scan[]): Promise<void> {
  const holder = await owner.connect()
  try {
    await holder.query('begin')
    await holder.query('select from session_feeds where session_id = $1 for update', [
      door.sessionId,
    ])
    const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid')
    const dying = problemOf(send(door, by, scans))
    // Not `vi.waitFor`, which would move the clock that stands still for all who are sending meanwhile.
    await expect
      .poll(
        async () => {
          const { rowCount } = await owner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and $1 = any (pg_blocking_pids(pid))`,
            [rows[0]?.pid],
          )
          return rowCount
        },
        { interval: 5 },
      )
      .toBe(1)
    expect((await dying).status).toBeGreaterThanOrEqual(500)
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  const nonces = scans.map(({ nonce }) => nonce)
  const { rows } = await owner.query('select from scans where nonce = any ($1::uuid[])', [nonces])
  expect(rows).toEqual([])
}

async function endState({ sessionId }: Door) {
  const { items } = await call(
    server.app,
    attendanceApi.list,
    { params: { id: sessionId }, query: {} },
    { token: desk.token },
  )
  const { rows } = await owner.query<{ outcome: string; n: number }>(
    `select outcome, count(*)::int as n from scans where session_id = $1 group by outcome order by outcome`,
    [sessionId],
  )
  const seen = items.map(({ journalist, status, source, arrivedAt, flags }) => ({
    ...{ name: journalist.fullName, status, source, arrivedAt, flags },
  }))
  return { seen, kept: rows }
}

const places = story.map((_, i) => i)

/** In what order the scans reach the server, cut where, which parts are sent again, and which dies on the way. */
const way = fc.record({
  order: fc.shuffledSubarray(places, { minLength: places.length }),
  cut: fc.integer({ min: 150, max: 300 }),
  twice: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  dies: fc.nat({ max: 20 }),
})

interface Batch {
  by: Told['desk']
  scans: Scan[]
}

function batchesOf(
  scans: readonly Act[],
  { order, cut }: { order: number[]; cut: number },
): Batch[] {
  const batches: Batch[] = []
  for (let from = 0; from < order.length; from += cut) {
    const part = order.slice(from, from + cut).flatMap((i) => scans[i] ?? [])
    for (const by of [0, 1, 2] as const) {
      const scans = part.filter((scan) => scan.desk === by).map((scan) => scan.scan)
      if (scans.length > 0) batches.push({ by, scans })
    }
  }
  return batches
}

async function play(chosen: { order: number[]; cut: number; twice: boolean[]; dies: number }) {
  const door = await openDoor()
  const batches = batchesOf(door.acts, chosen)
  const again = batches.filter((_, i) => chosen.twice[i % chosen.twice.length])
  // More scans than there are overlaps let somebody in; news of that is where an upload can be cut.
  const mayDie = batches.filter(({ scans }) => scans.length > overlaps)
  const dying = mayDie[chosen.dies % mayDie.length]
  const first = new Map<string, string>()
  if (!dying) throw new Error('no upload to cut')
  for (const batch of [...batches, ...again]) {
    const { by, scans } = batch
    if (batch === dying && first.size < story.length) await sendAndDie(door, by, scans)
    for (const { nonce, outcome } of (await send(door, by, scans)).results) {
      expect(outcome).toBe(first.get(nonce) ?? outcome)
      first.set(nonce, outcome)
    }
  }
  expect(first.size).toBe(story.length)
  const { seen, kept: stored } = await endState(door)
  expect(stored).toEqual([
    { outcome: 'admitted', n: guestCount },
    { outcome: 'already', n: overlaps },
  ])
  expect(seen).toEqual(expected)
}

it('has the same end, 300 acts of which 40 are flagged, whatever the order in which three desks send', async () => {
  expect(story).toHaveLength(300)
  const [chosen] = fc.sample(way, { seed: 9, numRuns: 1 })
  if (chosen) await play(chosen)
  // As a database that has run for a day knows what its tables hold.
  await owner.query('analyze')
  const lane = () =>
    fc.assert(fc.asyncProperty(way, play), { numRuns: howMany(4, 25), endOnFailure: true })
  await Promise.all([lane(), lane(), lane(), lane()])
})
