import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { closingsApi } from '@ngopi/shared/closings'
import type { RequestOf } from '@ngopi/shared/endpoint'
import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import { timelineApi } from '@ngopi/shared/timeline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let officer: MadeUser
let desk: MadeUser
let meeting: Meeting

beforeAll(async () => {
  server = await startServer()
  officer = await server.make.user({ role: 'officer' })
  const { officeId } = officer
  desk = await server.make.user({ officeId, role: 'desk' })
  meeting = new Meeting(server.make, officeId)
})
afterAll(() => server.close())

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
const by = (id: string) => ({ params: { id } })
const as = ({ token }: MadeUser) => ({ token })
const run = (sql: string, values: unknown[]) => server.make.pool.query(sql, values)

/** A session that is over, with a guest for each of these answers. */
async function over(...answers: string[]) {
  const sessionId = await meeting.session({ startsAt: hoursAgo(3), capacity: 30 })
  const guests = await Promise.all(
    answers.map(async (answer, i) => {
      const journalistId = await meeting.journalist(`Tamu ${i}`)
      return { journalistId, id: await meeting.invite(sessionId, journalistId, { answer }) }
    }),
  )
  return { sessionId, guests, ids: guests.map(({ id }) => id) }
}

type Body = RequestOf<typeof sessionsApi.complete>['body']
const complete = (id: string, body?: Body, who = officer) =>
  call(server.app, sessionsApi.complete, { ...by(id), ...(body && { body }) }, as(who))
const closing = (id: string, who = officer) => call(server.app, closingsApi.get, by(id), as(who))
const mark = (id: string, invitationId = '', status: 'present' | 'absent' | 'unmarked') =>
  call(
    server.app,
    attendanceApi.mark,
    { params: { id, invitationId }, body: { status } },
    as(officer),
  )
const admit = (id: string, invitationId = '', nonce: string = randomUUID()) =>
  call(
    server.app,
    attendanceApi.scan,
    {
      ...by(id),
      body: {
        deviceId: randomUUID(),
        scans: [{ nonce, scannedAt: hoursAgo(2).toISOString(), invitationId }],
      },
    },
    as(desk),
  )
const takeBack = (id: string, undo: string) =>
  call(
    server.app,
    attendanceApi.scan,
    {
      ...by(id),
      body: {
        deviceId: randomUUID(),
        scans: [{ nonce: randomUUID(), scannedAt: hoursAgo(2).toISOString(), undo }],
      },
    },
    as(desk),
  )
/** Status and reason of each guest, in the order of the invitations. */
async function marks(id: string, invitations: readonly string[], who = officer) {
  const { items } = await call(
    server.app,
    attendanceApi.list,
    { ...by(id), query: { limit: 100 } },
    as(who),
  )
  return invitations.map((invitation) => {
    const one = items.find(({ invitationId }) => invitationId === invitation)
    return one && (one.reason ? `${one.status}: ${one.reason}` : one.status)
  })
}

describe('completing a session', () => {
  it('makes unmarked guests absent or excused, and leaves what is known', async () => {
    const { sessionId, ids } = await over(
      'attending',
      'attending',
      'none',
      'declined',
      'declined',
      'maybe',
    )
    await run(`update invitations set decline_reason = 'Dinas luar' where id = $1`, [ids[3]])
    await admit(sessionId, ids[0])
    const excused = [
      { invitationId: ids[2] ?? '', reason: 'Sakit' },
      { invitationId: (ids[0] ?? '').toUpperCase(), reason: 'Tidak berlaku' },
    ]
    const session = await complete(sessionId, { excused })
    expect(session.status).toBe('done')
    expect(await marks(sessionId, ids)).toEqual([
      'present',
      'absent',
      'excused: Sakit',
      'excused: Dinas luar',
      'excused',
      'absent',
    ])
    expect(await marks(sessionId, ids, desk)).not.toContainEqual(expect.stringContaining('Sakit'))
    expect((await closing(sessionId)).counts).toMatchObject({
      invited: 6,
      answered: 5,
      attending: 2,
      attended: 1,
      walkIns: 0,
      seatsTaken: 2,
      absent: 2,
      excused: 3,
      unmarked: 0,
    })
  })

  it('leaves who sent a substitute or was revoked alone', async () => {
    const { sessionId, ids, guests } = await over('substituted', 'attending')
    const gone = await meeting.invite(sessionId, await meeting.journalist('Dicabut'), {
      revoked: true,
    })
    await complete(sessionId)
    const { rows } = await run('select journalist_id from attendances where session_id = $1', [
      sessionId,
    ])
    expect(rows).toEqual([{ journalist_id: guests[1]?.journalistId }])
    for (const stranger of [ids[0] ?? '', gone]) {
      const other = await over('attending')
      const problem = await problemOf(
        complete(other.sessionId, {
          excused: [{ invitationId: other.ids[0] ?? '' }, { invitationId: stranger }],
        }),
      )
      expect(problem.status).toBe(400)
      expect(problem.problem.fields).toMatchObject([{ path: 'excused.1.invitationId' }])
    }
  })

  it('does nothing at all where an excused guest is none of the session', async () => {
    const { sessionId, ids } = await over('attending')
    const problem = await problemOf(
      complete(sessionId, { excused: [{ invitationId: randomUUID() }] }),
    )
    expect(problem.status).toBe(400)
    const session = await call(server.app, sessionsApi.get, by(sessionId), as(officer))
    expect(session.status).toBe('published')
    expect(await marks(sessionId, ids)).toEqual(['unmarked'])
    expect(await closing(sessionId)).toMatchObject({ closedAt: null, closedBy: null, counts: null })
  })

  it('takes every decision in one request: who declined may be absent all the same', async () => {
    const { sessionId, ids } = await over('declined', 'declined', 'declined', 'none')
    await run('update invitations set decline_reason = $2 where id = any ($1)', [ids, 'Dinas luar'])
    const absent = [ids[0] ?? '', (ids[1] ?? '').toUpperCase()]
    await complete(sessionId, { absent, excused: [] })
    expect(await marks(sessionId, ids)).toEqual([
      'absent',
      'absent',
      'excused: Dinas luar',
      'absent',
    ])
    // Closing said so and no hand: a desk that was without a network still has the last word.
    await admit(sessionId, ids[0])
    expect((await marks(sessionId, ids))[0]).toBe('present')
  })

  it('does nothing at all where an absent guest is none of the session', async () => {
    const { sessionId, ids } = await over('declined')
    const absent = [ids[0] ?? '', randomUUID()]
    const { status, problem } = await problemOf(complete(sessionId, { absent, excused: [] }))
    expect(status).toBe(400)
    expect(problem.fields).toMatchObject([{ path: 'absent.1' }])
    expect(await marks(sessionId, ids)).toEqual(['unmarked'])
  })

  it('changes nothing the second time', async () => {
    const { sessionId, ids } = await over('attending', 'none')
    await complete(sessionId)
    const first = await closing(sessionId)
    expect(first.closedBy).toMatchObject({ id: officer.id })
    await complete(sessionId, { excused: [{ invitationId: ids[1] ?? '', reason: 'Izin' }] })
    expect(await closing(sessionId)).toEqual(first)
    expect(await marks(sessionId, ids)).toEqual(['absent', 'absent'])
  })

  it('takes open offers back, and frees their seats', async () => {
    const { sessionId, ids } = await over('none', 'none')
    await run(
      `update invitations set answer = 'offered', holds_seat = true, offer_expires_at = now() + interval '1 hour'
        where id = $1`,
      [ids[0]],
    )
    await run(`update invitations set answer = 'waitlisted', waitlisted_at = now() where id = $1`, [
      ids[1],
    ])
    await run(
      `update sessions set seats_taken = 1, rsvp_closes_at = now() + interval '1 hour' where id = $1`,
      [sessionId],
    )
    const session = await complete(sessionId)
    expect(session.seatsTaken).toBe(0)
    expect((await closing(sessionId)).counts).toMatchObject({ seatsTaken: 0, absent: 2 })
    const { answer } = await call(server.app, invitationsApi.get, by(ids[0] ?? ''), as(officer))
    expect(answer).toBe('none')
  })

  it('is not for those who only look, nor for another office', async () => {
    const { sessionId } = await over('attending')
    const manager = await server.make.user({ officeId: officer.officeId, role: 'manager' })
    const stranger = await server.make.user()
    expect((await problemOf(complete(sessionId, undefined, manager))).status).toBe(403)
    expect((await problemOf(complete(sessionId, undefined, desk))).status).toBe(403)
    expect((await problemOf(complete(sessionId, undefined, stranger))).status).toBe(404)
    expect((await problemOf(closing(sessionId, desk))).status).toBe(403)
    expect((await problemOf(closing(sessionId, stranger))).status).toBe(404)
    expect((await closing(sessionId, manager)).now.invited).toBe(1)
  })

  it('tells the office above who closed it, and with which counts', async () => {
    const region = await server.make.office()
    const child = await server.make.office({ parentId: region.id })
    const closer = await server.make.user({ officeId: child.id })
    const above = await server.make.user({ officeId: region.id, role: 'manager' })
    const sessionId = await new Meeting(server.make, child.id).session({ startsAt: hoursAgo(3) })
    await complete(sessionId, undefined, closer)
    expect(await closing(sessionId, above)).toMatchObject({
      closedBy: { id: closer.id },
      counts: { invited: 0, absent: 0 },
    })
  })
})

describe('after the session was closed', () => {
  it('keeps the counts, whatever is corrected or revoked', async () => {
    const { sessionId, ids, guests } = await over('attending', 'attending', 'none')
    await admit(sessionId, ids[0])
    await complete(sessionId)
    const { counts } = await closing(sessionId)
    await mark(sessionId, ids[1], 'present')
    await run('update invitations set revoked_at = now() where id = $1', [ids[2]])
    await run('delete from attendances where session_id = $1 and journalist_id = $2', [
      sessionId,
      guests[0]?.journalistId,
    ])
    const later = await closing(sessionId)
    expect(later.counts).toEqual(counts)
    expect(counts).toMatchObject({ invited: 3, attended: 1, absent: 2 })
    expect(later.now).toMatchObject({ invited: 2, attended: 1, absent: 0, unmarked: 1 })
  })

  it('believes an act that a desk sends later, and an undo of it', async () => {
    const { sessionId, ids } = await over('attending', 'declined')
    await complete(sessionId)
    const nonce = randomUUID()
    const { results } = await admit(sessionId, ids[0], nonce)
    expect(results[0]).toMatchObject({ outcome: 'admitted', attendance: { status: 'present' } })
    await admit(sessionId, ids[1])
    expect(await marks(sessionId, ids)).toEqual(['present', 'present'])
    expect(await closing(sessionId)).toMatchObject({
      counts: { attended: 0, absent: 1, excused: 1 },
      now: { attended: 2, absent: 0, excused: 0 },
    })
    await takeBack(sessionId, nonce)
    expect(await marks(sessionId, ids)).toEqual(['absent', 'present'])
  })

  it('ends alike when the act is taken back before or after', async () => {
    const first = await over('attending')
    const early = randomUUID()
    await admit(first.sessionId, first.ids[0], early)
    await takeBack(first.sessionId, early)
    await complete(first.sessionId)
    const second = await over('attending')
    const late = randomUUID()
    await admit(second.sessionId, second.ids[0], late)
    await complete(second.sessionId)
    expect(await marks(second.sessionId, second.ids)).toEqual(['present'])
    await takeBack(second.sessionId, late)
    expect(await marks(second.sessionId, second.ids)).toEqual(['absent'])
    expect(await marks(first.sessionId, first.ids)).toEqual(['absent'])
  })

  it('lets a hand stand above a later act, until it is taken back', async () => {
    const { sessionId, ids } = await over('attending', 'none')
    await mark(sessionId, ids[0], 'absent')
    await complete(sessionId, { excused: [{ invitationId: ids[1] ?? '', reason: 'Sakit' }] })
    await admit(sessionId, ids[0])
    await mark(sessionId, ids[1], 'present')
    expect(await marks(sessionId, ids)).toEqual(['absent', 'present'])
    await mark(sessionId, ids[0], 'unmarked')
    await mark(sessionId, ids[1], 'unmarked')
    expect(await marks(sessionId, ids)).toEqual(['present', 'excused: Sakit'])
  })

  it('tells the history of a guest why they were excused', async () => {
    const { sessionId, ids, guests } = await over('none')
    await complete(sessionId, { excused: [{ invitationId: ids[0] ?? '', reason: 'Liputan lain' }] })
    const { items } = await call(
      server.app,
      timelineApi.journalist,
      { ...by(guests[0]?.journalistId ?? ''), query: {} },
      as(officer),
    )
    expect(items.find(({ kind }) => kind === 'absent')).toMatchObject({ text: 'Liputan lain' })
  })
})
