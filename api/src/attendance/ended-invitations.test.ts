import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { invitationsApi } from '@ngopi/shared/invitations'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../../test/client.ts'
import { howMany } from '../../test/how-many.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { passOf } from '../invitations/pass.ts'

/** Stories told in two orders each; more before a release. */
const stories = howMany(15, 300)

let server: TestServer
let officer: MadeUser
let desk: MadeUser
let meeting: Meeting
let outletId: string
let guestIds: string[]
let standInIds: string[]

beforeAll(async () => {
  server = await startServer()
  officer = await server.make.user({ role: 'officer' })
  desk = await server.make.user({ role: 'desk', officeId: officer.officeId })
  meeting = new Meeting(server.make, officer.officeId)
  outletId = await meeting.outlet('Pos Pesisir')
  const people = (names: string[]) =>
    Promise.all(names.map((name) => meeting.journalist(name, { outletId })))
  guestIds = await people(['Ayu', 'Bagas', 'Citra'])
  standInIds = await people(['Ganti Ayu', 'Ganti Bagas', 'Ganti Citra'])
})
afterAll(() => server.close())

type Scan = (typeof attendanceApi.scan.schema.body)['_input']['scans'][number]

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()

async function openDoor() {
  const sessionId = await meeting.session({ startsAt: new Date(minutes(30)) })
  const invitations = await Promise.all(
    guestIds.map((id) => meeting.invite(sessionId, id, { outletId, answer: 'attending' })),
  )
  return { sessionId, invitations }
}
type OpenDoor = Awaited<ReturnType<typeof openDoor>>

const send = (sessionId: string, ...scans: Scan[]) =>
  call(
    server.app,
    attendanceApi.scan,
    { params: { id: sessionId }, body: { deviceId: randomUUID(), scans } },
    { token: desk.token },
  )

const list = async (sessionId: string) =>
  (
    await call(
      server.app,
      attendanceApi.list,
      { params: { id: sessionId }, query: {} },
      { token: officer.token },
    )
  ).items

type Ending = 'revoked' | 'substituted' | 'renewed'

/** What an officer does with the invitation of a guest. */
async function end({ sessionId, invitations }: OpenDoor, guest: number, how: Ending) {
  const { token } = officer
  const id = invitations[guest] ?? ''
  if (how === 'substituted') {
    const body = { journalistId: standInIds[guest] ?? '' }
    return call(server.app, invitationsApi.substitute, { params: { id }, body }, { token })
  }
  await call(server.app, invitationsApi.revoke, { params: { id } }, { token })
  if (how === 'revoked') return
  const body = { invitees: [{ journalistId: guestIds[guest] ?? '', outletId }] }
  await call(server.app, invitationsApi.create, { params: { id: sessionId }, body }, { token })
}

/** A scan of a desk: by the list, by a pass that its list knew, or by one that it could only hold up. */
interface Happening {
  guest: number
  kind: 'list' | 'known' | 'shown'
  minute: number
  undone: boolean
}

const happening = fc.record<Happening>({
  guest: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom('list', 'known', 'shown'),
  minute: fc.integer({ min: -30, max: 30 }),
  undone: fc.boolean(),
})
const endings = fc.tuple(
  ...([0, 1, 2] as const).map(() =>
    fc.constantFrom<Ending | null>('revoked', 'substituted', 'renewed', null),
  ),
)

function scansOf(
  { invitations }: OpenDoor,
  { story, ends }: { story: readonly Happening[]; ends: readonly (Ending | null)[] },
): Scan[] {
  return story.flatMap(({ guest, kind, minute, undone }): Scan[] => {
    const invitationId = invitations[guest] ?? ''
    const pass = passOf(server.deps.keys.pass, invitationId, 1)
    // Of a link that was renewed nobody remembers when the former one ended.
    const shown = kind === 'shown' && ends[guest] !== 'renewed'
    const whom = kind === 'list' ? { invitationId } : shown ? { pass } : { pass, admitted: true }
    const at = new Date(fixedNow + (shown ? -Math.abs(minute) - 1 : minute) * 60_000).toISOString()
    const nonce = randomUUID()
    const scan = { nonce, scannedAt: at, ...whom }
    return undone ? [scan, { nonce: randomUUID(), scannedAt: at, undo: nonce }] : [scan]
  })
}
const fixedNow = Date.now()

async function endState(door: OpenDoor) {
  const items = await list(door.sessionId)
  const { rows } = await server.make.pool.query<{ taken: number }>(
    'select seats_taken as taken from sessions where id = $1',
    [door.sessionId],
  )
  const seen = items.map(({ journalist, status, arrivedAt, source, answer, flags }) => ({
    ...{ name: journalist.fullName, status, arrivedAt, source, answer, flags },
  }))
  return { seen, taken: rows[0]?.taken }
}

describe('whoever was let in by an invitation that ended meanwhile', () => {
  it('stays recorded the same whether the desk or the officer reached the server first', async () => {
    const tale = fc.record({
      story: fc.array(happening, { minLength: 1, maxLength: 6 }),
      ends: endings,
      order: fc.infiniteStream(fc.nat()),
    })
    await fc.assert(
      fc.asyncProperty(tale, async ({ story, ends, order }) => {
        const steps = ends.flatMap((how, guest) => (how ? [{ guest, how }] : []))
        const first = await openDoor()
        const scans = scansOf(first, { story, ends })
        if (scans.length > 0) await send(first.sessionId, ...scans)
        for (const { guest, how } of steps) await end(first, guest, how)

        const other = await openDoor()
        const doings = [
          ...scansOf(other, { story, ends }).map((scan) => () => send(other.sessionId, scan)),
          ...steps.map(
            ({ guest, how }) =>
              () =>
                end(other, guest, how),
          ),
        ]
        const shuffled = doings
          .map((doing) => ({ doing, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
        for (const { doing } of shuffled) await doing()
        expect(await endState(other)).toEqual(await endState(first))
      }),
      { numRuns: stories },
    )
  }, 120_000)

  it.each([
    ['revoked', 'list'],
    ['substituted', 'list'],
    ['revoked', 'known'],
    ['substituted', 'known'],
    ['revoked', 'shown'],
    ['substituted', 'shown'],
  ] as const)('%s, by %s: is there, flagged with why, and can be taken back', async (how, kind) => {
    const door = await openDoor()
    await end(door, 0, how)
    const [act] = scansOf(door, {
      story: [{ guest: 0, kind, minute: 5, undone: false }],
      ends: [how, null, null],
    })
    if (!act) throw new Error('no act')
    const [result] = (await send(door.sessionId, act)).results
    const there = { status: 'present', journalist: { id: guestIds[0] }, flags: [how] }
    expect(result).toMatchObject({ outcome: 'revoked', attendance: there })
    const before = await list(door.sessionId)
    expect(before.filter(({ status }) => status === 'present')).toMatchObject([there])

    const back = { nonce: randomUUID(), scannedAt: act.scannedAt, undo: act.nonce }
    expect((await send(door.sessionId, back)).results[0]?.outcome).toBe('undone')
    const after = await list(door.sessionId)
    expect(after.filter(({ status }) => status === 'present')).toEqual([])
  })

  it('is nobody where a pass that had ended was only held up', async () => {
    const door = await openDoor()
    await end(door, 0, 'revoked')
    const pass = passOf(server.deps.keys.pass, door.invitations[0] ?? '', 1)
    const late = { nonce: randomUUID(), scannedAt: minutes(1), pass }
    const [result] = (await send(door.sessionId, late)).results
    expect(result).toEqual({ nonce: late.nonce, outcome: 'revoked' })
    expect((await list(door.sessionId)).map(({ status }) => status)).toEqual([
      'unmarked',
      'unmarked',
    ])
  })

  it('is there in any order by the invitation of a swap at the door that was taken back', async () => {
    for (const guestFirst of [true, false]) {
      const door = await openDoor()
      const [invitationId = ''] = door.invitations
      const scan = (minute: number, more: Partial<Scan>): Scan => ({
        ...{ nonce: randomUUID(), scannedAt: new Date(fixedNow + minute * 60_000).toISOString() },
        ...more,
      })
      const substitute = { invitationId, fullName: 'Pengganti', phone: '0812 5555 0101' }
      const [came] = (await send(door.sessionId, scan(1, { substitute }))).results
      const own = came?.attendance?.invitationId ?? ''
      const both = [scan(3, { invitationId }), scan(2, { invitationId: own })]
      for (const one of guestFirst ? both : both.toReversed()) await send(door.sessionId, one)
      const present = (await list(door.sessionId)).filter(({ status }) => status === 'present')
      expect(
        present.map(({ journalist, source, flags }) => [journalist.fullName, source, flags]),
      ).toEqual([
        ['Ayu', 'list', []],
        ['Pengganti', 'walk_in', ['provisional', 'revoked']],
      ])
    }
  })

  it('is flagged where a person marked them', async () => {
    const door = await openDoor()
    const params = { id: door.sessionId, invitationId: door.invitations[0] ?? '' }
    const body = { status: 'present' } as const
    await call(server.app, attendanceApi.mark, { params, body }, { token: desk.token })
    await end(door, 0, 'revoked')
    const [marked] = (await list(door.sessionId)).filter(({ status }) => status === 'present')
    expect(marked).toMatchObject({ journalist: { id: guestIds[0] }, flags: ['revoked'] })
  })
})
