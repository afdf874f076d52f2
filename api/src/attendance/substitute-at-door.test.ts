import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let desk: MadeUser
let meeting: Meeting
let outletId: string

beforeAll(async () => {
  server = await startServer()
  desk = await server.make.user({ role: 'desk' })
  meeting = new Meeting(server.make, desk.officeId)
  outletId = await meeting.outlet('Radio Pantura')
})
afterAll(() => server.close())

type Act = (typeof attendanceApi.scan.schema.body)['_input']['scans'][number]

const minutes = (count: number) => new Date(Date.now() + count * 60_000)
const scan = (more: Partial<Act>, minute = 5, nonce: string = randomUUID()): Act => ({
  nonce,
  scannedAt: `2025-10-29T02:${String(minute).padStart(2, '0')}:00.000Z`,
  ...more,
})
const instead = (invitationId: string, fullName = 'Ganti Rahma', minute = 5, nonce?: string) =>
  scan(
    { substitute: { invitationId, fullName, phone: '0812 4444 0001', pressCardSeen: true } },
    minute,
    nonce,
  )

const scans = async (sessionId: string, ...scans: Act[]) =>
  (
    await call(
      server.app,
      attendanceApi.scan,
      { params: { id: sessionId }, body: { deviceId: randomUUID(), scans } },
      { token: desk.token },
    )
  ).results

const mark = (sessionId: string, invitationId: string, status: 'present' | 'unmarked') =>
  call(
    server.app,
    attendanceApi.mark,
    { params: { id: sessionId, invitationId }, body: { status } },
    { token: desk.token },
  )

async function invited({
  startsAt = minutes(30),
  answer = 'attending',
  revoked = false,
}: {
  startsAt?: Date
  answer?: string
  revoked?: boolean
} = {}) {
  const sessionId = await meeting.session({ startsAt, capacity: 1 })
  const journalistId = await meeting.journalist('Rahma', { phone: '+6281244440002' })
  const invitationId = await meeting.invite(sessionId, journalistId, { outletId, answer, revoked })
  return { sessionId, journalistId, invitationId }
}

/** Of the guest first, then of substitutes; revoked ones say so. */
async function places(sessionId: string) {
  const { rows } = await server.make.pool.query<Record<string, unknown>>(
    `select j.full_name as name, i.answer, i.holds_seat as seat, i.revoked_at is not null as revoked
       from invitations i join journalists j on j.id = i.journalist_id
      where i.session_id = $1 order by i.id`,
    [sessionId],
  )
  return rows
}
const rahma = (more: object = {}) => ({
  ...{ name: 'Rahma', answer: 'attending', seat: true, revoked: false },
  ...more,
})
const passedOn = rahma({ answer: 'substituted', seat: false })
const ganti = (more: object = {}) => rahma({ name: 'Ganti Rahma', ...more })
const takenBack = ganti({ answer: 'none', seat: false, revoked: true })

describe('somebody who came instead of a guest', () => {
  it('has the seat, is let in by the list, is sent nothing, and both keep their history', async () => {
    const { sessionId, invitationId } = await invited()
    const [result] = await scans(sessionId, instead(invitationId))
    expect(result).toMatchObject({
      outcome: 'admitted',
      attendance: {
        status: 'present',
        source: 'list',
        answer: 'attending',
        journalist: { fullName: 'Ganti Rahma' },
        outlet: { id: outletId },
        phoneLast4: '0001',
        flags: ['provisional', 'press_card_seen'],
      },
    })
    expect(result?.attendance?.invitationId).not.toBe(invitationId)
    expect(await places(sessionId)).toEqual([passedOn, ganti()])
    const { rows } = await server.make.pool.query(
      `select s.seats_taken, (select count(*)::int from mails m where m.office_id = s.office_id) as mails,
              (select array_agg(r.to_answer || ' ' || r.by_kind order by r.id) from responses r
                 join invitations i on i.id = r.invitation_id where i.session_id = s.id) as history,
              (select r.by_user_id from responses r where r.invitation_id = $2) as by
         from sessions s where s.id = $1`,
      [sessionId, invitationId],
    )
    expect(rows).toEqual([
      {
        seats_taken: 1,
        mails: 0,
        history: ['substituted officer', 'attending officer'],
        by: desk.id,
      },
    ])
  })

  it('is a walk-in where there is no place to have', async () => {
    const early = await invited({ startsAt: minutes(62) })
    const declined = await invited({ answer: 'declined' })
    const revoked = await invited({ answer: 'none', revoked: true })
    const inside = await invited()
    await scans(inside.sessionId, scan({ invitationId: inside.invitationId }))
    const marked = await invited()
    await mark(marked.sessionId, marked.invitationId, 'present')
    for (const { sessionId, invitationId } of [early, declined, revoked, inside, marked]) {
      const before = await places(sessionId)
      const [result] = await scans(sessionId, instead(invitationId))
      expect(result).toMatchObject({
        outcome: 'admitted',
        attendance: {
          status: 'present',
          source: 'walk_in',
          invitationId: null,
          outlet: { id: outletId },
        },
      })
      expect(await places(sessionId)).toEqual(before)
    }
    const elsewhere = await invited()
    const open = await invited()
    for (const id of [elsewhere.invitationId, randomUUID()]) {
      const [result] = await scans(open.sessionId, instead(id, 'Orang Lain'))
      expect(result?.attendance).toMatchObject({ status: 'present', source: 'walk_in' })
    }
    expect(await places(elsewhere.sessionId)).toEqual([rahma()])
  })

  it('is a walk-in when they want no invitations', async () => {
    const { sessionId, invitationId } = await invited()
    const id = await meeting.journalist('Sudah Berhenti', { phone: '+6281244440001' })
    await server.make.pool.query('update journalists set opted_out_at = now() where id = $1', [id])
    const [result] = await scans(sessionId, instead(invitationId, 'Sudah Berhenti'))
    expect(result?.attendance).toMatchObject({ source: 'walk_in', journalist: { id } })
    expect(await places(sessionId)).toEqual([rahma()])
  })

  it('is one person when the doors of several meetings meet them at once', async () => {
    const doors = await Promise.all(Array.from({ length: 6 }, () => invited()))
    await Promise.all(
      doors.map(({ sessionId, invitationId }) =>
        scans(sessionId, instead(invitationId, 'Sekali Saja')),
      ),
    )
    const { rows } = await server.make.pool.query(
      `select count(*)::int as n from journalists where office_id = $1 and full_name = 'Sekali Saja'`,
      [desk.officeId],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('has a place from an hour before the start until the session is done', async () => {
    for (const startsAt of [minutes(59), minutes(-600)]) {
      const { sessionId, invitationId } = await invited({ startsAt })
      await scans(sessionId, instead(invitationId))
      expect(await places(sessionId)).toEqual([passedOn, ganti()])
    }
    const { sessionId, invitationId } = await invited()
    await server.make.pool.query(`update sessions set status = 'done' where id = $1`, [sessionId])
    const [late] = await scans(sessionId, instead(invitationId))
    expect(late?.attendance).toMatchObject({ source: 'walk_in', invitationId: null })
    expect(await places(sessionId)).toEqual([rahma()])
  })

  it('goes with the seat when the act is taken back, also before it', async () => {
    const { sessionId, invitationId } = await invited()
    const nonce = randomUUID()
    await scans(sessionId, instead(invitationId, 'Ganti Rahma', 5, nonce))
    const [undone] = await scans(sessionId, scan({ undo: nonce }))
    expect(undone).toEqual({ nonce: undone?.nonce, outcome: 'undone' })
    expect(await places(sessionId)).toEqual([rahma(), takenBack])
    const first = await invited()
    const early = randomUUID()
    await scans(first.sessionId, scan({ undo: early }))
    const [late] = await scans(
      first.sessionId,
      instead(first.invitationId, 'Ganti Rahma', 5, early),
    )
    expect(late?.outcome).toBe('undone')
    expect(await places(first.sessionId)).toEqual([rahma()])
  })

  it('keeps the seat when they are inside by their own invitation as well', async () => {
    const { sessionId, invitationId } = await invited()
    const nonce = randomUUID()
    const [came] = await scans(sessionId, instead(invitationId, 'Ganti Rahma', 5, nonce))
    const own = came?.attendance?.invitationId ?? ''
    await scans(sessionId, scan({ invitationId: own }, 6))
    const [undone] = await scans(sessionId, scan({ undo: nonce }))
    expect(undone?.attendance).toMatchObject({
      status: 'present',
      source: 'list',
      invitationId: own,
    })
    expect(await places(sessionId)).toEqual([passedOn, ganti()])
  })

  it('gives the seat back to a guest who comes after all, and is there without one', async () => {
    for (const comes of ['scan', 'mark'] as const) {
      const { sessionId, invitationId } = await invited()
      await scans(sessionId, instead(invitationId))
      if (comes === 'mark') await mark(sessionId, invitationId, 'present')
      else
        expect((await scans(sessionId, scan({ invitationId }, 20)))[0]).toMatchObject({
          outcome: 'admitted',
          attendance: { invitationId, answer: 'attending' },
        })
      expect(await places(sessionId)).toEqual([rahma(), takenBack])
      const { items } = await call(
        server.app,
        attendanceApi.list,
        { params: { id: sessionId }, query: {} },
        { token: desk.token },
      )
      expect(items).toMatchObject([
        { journalist: { fullName: 'Ganti Rahma' }, source: 'walk_in', invitationId: null },
        { journalist: { fullName: 'Rahma' }, status: 'present', invitationId },
      ])
      expect(items[0]?.flags).toContain('over_capacity')
    }
  })

  it('is let in on the own invitation when invited anyway, and the guest as who they are', async () => {
    const { sessionId, invitationId } = await invited()
    const other = await meeting.journalist('Diundang Juga', { phone: '+6281244440001' })
    const own = await meeting.invite(sessionId, other, { outletId, answer: 'declined' })
    const [result] = await scans(sessionId, instead(invitationId, 'Diundang Juga'))
    expect(result?.attendance).toMatchObject({ source: 'list', invitationId: own })
    await server.make.pool.query(
      `update journalists set phone = '+6281244440003' where id =
         (select journalist_id from invitations where id = $1)`,
      [invitationId],
    )
    const self = scan({
      substitute: { invitationId, fullName: 'Rahma', phone: '0812 4444 0003' },
    })
    expect((await scans(sessionId, self))[0]?.attendance).toMatchObject({ invitationId })
    expect(await places(sessionId)).toMatchObject([
      rahma(),
      { name: 'Diundang Juga', answer: 'declined', revoked: false },
    ])
  })

  it('does not take a place that an officer gave to somebody else', async () => {
    const { sessionId, invitationId } = await invited()
    await server.make.pool.query(
      `update invitations set answer = 'substituted', holds_seat = false where id = $1`,
      [invitationId],
    )
    const [result] = await scans(sessionId, instead(invitationId))
    expect(result?.attendance).toMatchObject({ source: 'walk_in', invitationId: null })
    expect((await scans(sessionId, scan({ invitationId })))[0]?.outcome).toBe('revoked')
  })
})
