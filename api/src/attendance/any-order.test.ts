import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../../test/client.ts'
import { howMany } from '../../test/how-many.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let desk: MadeUser
let meeting: Meeting
let outletId: string
let guests: { name: string; id: string }[]

beforeAll(async () => {
  server = await startServer()
  desk = await server.make.user({ role: 'desk' })
  meeting = new Meeting(server.make, desk.officeId)
  outletId = await meeting.outlet('Pos Pesisir')
  guests = await Promise.all(
    ['Ayu', 'Bagas', 'Citra', 'Dimas'].map(async (name) => ({
      name,
      id: await meeting.journalist(name, { phone: '+6281299990000' }),
    })),
  )
})
afterAll(() => server.close())

type Body = (typeof attendanceApi.scan.schema.body)['_input']
type Scan = Body['scans'][number]

/** What happens at the door, before any order: a scan of one of two desks. */
interface Happening {
  desk: 0 | 1
  minute: number
  guest: number
  kind: 'list' | 'known' | 'new' | 'instead'
  /** Who came, where somebody came instead of an invited guest: a guest, or (from 4 on) somebody new. */
  instead: number
  takenBackBy: 0 | 1 | null
}

const happening = fc.record<Happening>({
  desk: fc.constantFrom(0, 1),
  minute: fc.integer({ min: 0, max: 59 }),
  guest: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom('list', 'known', 'new', 'instead'),
  instead: fc.integer({ min: 0, max: 7 }),
  takenBackBy: fc.constantFrom(null, null, 0, 1),
})

const scannedAt = (minute: number) => new Date(Date.UTC(2025, 9, 29, 2, minute)).toISOString()

/** A session of its own with the first three guests invited. */
async function openDoor() {
  const sessionId = await meeting.session()
  const invitations = await Promise.all(
    guests
      .slice(0, 3)
      .map(({ id }, i) =>
        meeting.invite(sessionId, id, { outletId, answer: i === 2 ? 'none' : 'attending' }),
      ),
  )
  return { sessionId, invitations, devices: [randomUUID(), randomUUID()] as const }
}

type OpenDoor = Awaited<ReturnType<typeof openDoor>>

interface Sent {
  desk: 0 | 1
  scan: Scan
}

/** The scans of each desk, with new nonces for this session. */
function scansOf(story: readonly Happening[], { invitations }: OpenDoor): Sent[] {
  // Nonces settle ties of time, so they must sort alike in every session.
  const prefix = randomUUID().slice(0, 8)
  const nonceOf = (i: number) => `${prefix}-0000-4000-8000-${String(i).padStart(12, '0')}`
  return story.flatMap((what, i): Sent[] => {
    const nonce = nonceOf(i)
    const invitationId = invitations[what.guest]
    const guest = guests[what.guest]?.name ?? ''
    const phone = '0812 9999 0000'
    const walkIn =
      what.kind === 'known'
        ? { fullName: `H. ${guest}`, phone, pressCardSeen: what.minute > 30 }
        : { fullName: `Baru ${guest}`, phone, outletName: 'Gema Pasar' }
    const other = guests[what.instead % 4]?.name ?? ''
    const fullName = what.instead < 4 ? other : `Baru ${other}`
    const whom = !invitationId
      ? { walkIn }
      : what.kind === 'instead'
        ? { substitute: { invitationId, fullName, phone } }
        : what.kind === 'list'
          ? { invitationId }
          : { walkIn }
    const scan = { nonce, scannedAt: scannedAt(what.minute), ...whom }
    if (what.takenBackBy === null) return [{ desk: what.desk, scan }]
    const undo = { nonce: nonceOf(i + 500), scannedAt: scannedAt(what.minute), undo: nonce }
    return [
      { desk: what.desk, scan },
      { desk: what.takenBackBy, scan: undo },
    ]
  })
}

const send = async ({ sessionId, devices }: OpenDoor, sent: readonly Sent[], by: 0 | 1) => {
  const scans = sent.filter((scan) => scan.desk === by).map((scan) => scan.scan)
  if (scans.length === 0) return { results: [] }
  const body = { deviceId: devices[by], scans }
  return call(
    server.app,
    attendanceApi.scan,
    { params: { id: sessionId }, body },
    { token: desk.token },
  )
}

/** Who is there and whose the places are, without the ids of this run. */
async function endState({ sessionId, invitations }: OpenDoor) {
  const { items } = await call(
    server.app,
    attendanceApi.list,
    { params: { id: sessionId }, query: {} },
    { token: desk.token },
  )
  const { rows } = await server.make.pool.query<{ n: number }>(
    'select count(*)::int as n from scans where session_id = $1',
    [sessionId],
  )
  const { rows: places } = await server.make.pool.query(
    `select j.full_name, i.answer, i.holds_seat, f.full_name as instead_of, s.seats_taken
       from invitations i join journalists j on j.id = i.journalist_id join sessions s on s.id = i.session_id
       left join invitations g on g.id = i.substitute_of left join journalists f on f.id = g.journalist_id
      where i.session_id = $1 and i.revoked_at is null order by j.full_name`,
    [sessionId],
  )
  const seen = items.map(({ id, invitationId, journalist, passDigest, ...rest }) => ({
    ...rest,
    passKnown: passDigest !== undefined,
    name: journalist.fullName,
    invitation: invitations.indexOf(invitationId ?? ''),
  }))
  return { seen, kept: rows[0]?.n, places }
}

/** An order of the scans, cut into batches, some of them sent twice. */
const shuffled = (sent: readonly Sent[]) =>
  fc.record({
    order: fc.shuffledSubarray([...sent], { minLength: sent.length }),
    cut: fc.integer({ min: 1, max: Math.max(1, sent.length) }),
    twice: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })

function batchesOf({
  order,
  cut,
  twice,
}: {
  order: Sent[]
  cut: number
  twice: boolean[]
}): Sent[][] {
  const batches: Sent[][] = []
  for (let i = 0; i < order.length; i += cut) batches.push(order.slice(i, i + cut))
  // What is sent twice comes again at the end, when everything else has happened.
  return [...batches, ...batches.filter((_, i) => twice[i % twice.length])]
}

describe('the end state of the door', () => {
  it('is the same for any order, split and repetition of what two desks send', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 1, maxLength: 10 }),
        fc.infiniteStream(fc.integer()),
        async (story, seeds) => {
          const expectedDoor = await openDoor()
          const inOrder = scansOf(story, expectedDoor)
          for (const scan of inOrder) await send(expectedDoor, [scan], scan.desk)
          const expected = await endState(expectedDoor)

          const door = await openDoor()
          const scans = scansOf(story, door)
          const [way] = fc.sample(shuffled(scans), { seed: seeds.next().value, numRuns: 1 })
          if (!way) throw new Error('no order')
          const first = new Map<string, string>()
          for (const batch of batchesOf(way)) {
            for (const by of [0, 1] as const) {
              for (const { nonce, outcome } of (await send(door, batch, by)).results) {
                expect(outcome).toBe(first.get(nonce) ?? outcome)
                first.set(nonce, outcome)
              }
            }
          }
          expect(await endState(door)).toEqual(expected)
        },
      ),
      { numRuns: howMany(8, 20) },
    )
  })

  it('is the same when everything is sent at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 10 }), async (story) => {
        const expectedDoor = await openDoor()
        for (const scan of scansOf(story, expectedDoor)) await send(expectedDoor, [scan], scan.desk)

        const door = await openDoor()
        const scans = scansOf(story, door)
        const sending = scans.flatMap((scan) => [
          send(door, [scan], scan.desk),
          send(door, scans, scan.desk),
        ])
        await Promise.all(sending)
        expect(await endState(door)).toEqual(await endState(expectedDoor))
      }),
      { numRuns: howMany(3, 20) },
    )
  })

  it('has one row for a guest whom two desks let in at once', async () => {
    const door = await openDoor()
    const scan = () => ({
      nonce: randomUUID(),
      scannedAt: scannedAt(3),
      invitationId: door.invitations[0] ?? '',
    })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => {
        const by = (i % 2) as 0 | 1
        return send(door, [{ desk: by, scan: scan() }], by)
      }),
    )
    const outcomes = answers.flatMap(({ results }) => results.map(({ outcome }) => outcome))
    expect(outcomes.filter((outcome) => outcome === 'admitted')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(9)
    const { rows } = await server.make.pool.query(
      'select count(*)::int as n from attendances where session_id = $1',
      [door.sessionId],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('has one journalist and one outlet for a visitor whom the doors of several meetings meet at once', async () => {
    const doors = await Promise.all(Array.from({ length: 6 }, () => openDoor()))
    const walkIn = { fullName: 'Sekali Saja', phone: '0812 7777 1111', outletName: 'Media Sekali' }
    await Promise.all(
      doors.map((door) => {
        const scan = { nonce: randomUUID(), scannedAt: scannedAt(3), walkIn }
        return send(door, [{ desk: 0, scan }], 0)
      }),
    )
    const { rows } = await server.make.pool.query(
      `select (select count(*)::int from journalists where office_id = $1 and full_name = 'Sekali Saja') as people,
              (select count(*)::int from outlets where office_id = $1 and name = 'Media Sekali') as outlets`,
      [desk.officeId],
    )
    expect(rows).toEqual([{ people: 1, outlets: 1 }])
  })
})
