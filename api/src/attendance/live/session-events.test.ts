import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { questionsApi } from '@ngopi/shared/questions'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { call } from '../../../test/client.ts'
import type { MadeUser } from '../../../test/make.ts'
import { Meeting } from '../../../test/meeting.ts'
import { startServer, type TestServer } from '../../../test/server.ts'
import { Watch } from '../../../test/watch.ts'

let server: TestServer
let origin: string
let users: Record<'desk' | 'otherDesk' | 'officer' | 'region' | 'stranger', MadeUser>
let meeting: Meeting
const open: Watch[] = []

beforeAll(async () => {
  server = await startServer()
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { make } = server
  const region = await make.office({ name: 'Kanwil' })
  const office = await make.office({ parentId: region.id })
  const inOffice = (role: MadeUser['role']) => make.user({ officeId: office.id, role })
  users = {
    desk: await inOffice('desk'),
    otherDesk: await inOffice('desk'),
    officer: await inOffice('officer'),
    region: await make.user({ officeId: region.id, role: 'manager' }),
    stranger: await make.user({ role: 'officer' }),
  }
  meeting = new Meeting(make, office.id)
})
afterAll(async () => {
  for (const one of open) one.cut()
  await server.close()
})

async function watch(sessionId: string, user: { token: string }, lastId?: string) {
  const one = await Watch.open(origin, {
    sessionId,
    token: user.token,
    ...(lastId !== undefined && { lastId }),
  })
  open.push(one)
  return one
}

async function guests(count: number) {
  const sessionId = await meeting.session()
  const invitationIds = []
  for (let n = 0; n < count; n++) {
    const journalistId = await meeting.journalist(`Tamu ${n}`, { phone: '+6281234567890' })
    invitationIds.push(await meeting.invite(sessionId, journalistId, { answer: 'attending' }))
  }
  return { sessionId, invitationIds }
}

const admit = (sessionId: string, invitationIds: readonly string[], user = users.desk) =>
  call(
    server.app,
    attendanceApi.scan,
    {
      params: { id: sessionId },
      body: {
        deviceId: randomUUID(),
        scans: invitationIds.map((invitationId) => ({
          nonce: randomUUID(),
          scannedAt: new Date().toISOString(),
          invitationId,
        })),
      },
    },
    { token: user.token },
  )

const ask = (sessionId: string, text: string, offRecord: boolean) =>
  call(
    server.app,
    questionsApi.create,
    { params: { id: sessionId }, body: { text, offRecord } },
    { token: users.officer.token },
  )

const admitted = (one: Watch) =>
  one.heard.flatMap(({ event }) =>
    event.type === 'attendance' && event.attendance.status === 'present'
      ? [event.attendance.invitationId]
      : [],
  )
const soon = (check: () => void) =>
  expect
    .poll(() => {
      check()
      return true
    })
    .toBe(true)

describe('events of a session', () => {
  it('show a scan at the other desk while 50 watch', async () => {
    const { sessionId, invitationIds } = await guests(1)
    const others = await Promise.all(
      Array.from({ length: 50 }, (_, n) => watch(sessionId, n % 2 ? users.officer : users.desk)),
    )
    const other = await watch(sessionId, users.otherDesk)
    expect(other.headers.get('cache-control')).toBe('no-store')
    expect(other.headers.get('x-accel-buffering')).toBe('no')
    await admit(sessionId, invitationIds)
    await soon(() => {
      for (const one of [other, ...others]) expect(admitted(one)).toEqual(invitationIds)
    })
  })

  it('are one for each guest of a batch, read at once', async () => {
    const { sessionId, invitationIds } = await guests(40)
    const one = await watch(sessionId, users.officer)
    const read = vi.spyOn(server.deps.database, 'read')
    await admit(sessionId, invitationIds)
    await soon(() => expect(admitted(one).toSorted()).toEqual(invitationIds.toSorted()))
    expect(read.mock.calls.length).toBeLessThanOrEqual(4)
    read.mockRestore()
  })

  it('lose and repeat nothing for one who was cut off', async () => {
    const { sessionId, invitationIds } = await guests(6)
    const [a = '', b = '', ...later] = invitationIds
    const first = await watch(sessionId, users.desk)
    await admit(sessionId, [a])
    await soon(() => expect(admitted(first)).toEqual([a]))
    first.cut()
    await admit(sessionId, [b])
    await admit(sessionId, later)
    const again = await watch(sessionId, users.desk, first.lastId)
    expect(admitted(again).toSorted()).toEqual([b, ...later].toSorted())
    expect(admitted(await watch(sessionId, users.desk, again.lastId))).toEqual([])
  })

  it('are told once to one who joined before they were announced', async () => {
    const { sessionId, invitationIds } = await guests(1)
    const first = await watch(sessionId, users.desk)
    const [number] = (
      await server.make.pool.query<{ n: string }>(
        `update session_feeds set last_event = last_event + 1 where session_id = $1 returning last_event as n`,
        [sessionId],
      )
    ).rows
    await server.make.pool.query(
      `insert into session_events (office_id, session_id, event, subject, subject_id)
       values ($1, $2, $3, 'session', $2)`,
      [meeting.officeId, sessionId, number?.n],
    )
    const second = await watch(sessionId, users.otherDesk)
    await admit(sessionId, invitationIds)
    await soon(() => expect(admitted(second)).toEqual(invitationIds))
    await soon(() => expect(first.heard).toHaveLength(2))
    expect(second.heard).toHaveLength(1)
  })

  it('are read again when the announcements could not be heard', async () => {
    const { sessionId, invitationIds } = await guests(1)
    const one = await watch(sessionId, users.desk)
    const { rowCount } = await server.make.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query = 'listen "ngopi_sessions"'`,
    )
    expect(rowCount).toBe(1)
    await admit(sessionId, invitationIds)
    await soon(() => expect(admitted(one)).toEqual(invitationIds))
  })

  it('ask for the lists to be read again when too much is missing, or it is not kept', async () => {
    const { sessionId, invitationIds } = await guests(2)
    const one = await watch(sessionId, users.desk)
    await admit(sessionId, invitationIds)
    await soon(() => expect(admitted(one)).toHaveLength(2))
    const types = (other: Watch) => other.heard.map(({ event }) => event.type)
    // As many as there are, the first of them forgotten.
    await server.make.pool.query(
      `update session_events set at = now() - interval '3 days' where session_id = $1 and event = 1`,
      [sessionId],
    )
    await server.deps.database.lookup((db) => db.execute('select forget_what_expired()'))
    expect(types(await watch(sessionId, users.desk, '0'))).toEqual(['resync'])
    // The first stream is still open and hears of these too.
    const heardBefore = one.lastId
    await server.make.pool.query(
      `select announce_session_events($1, $2, 'session', array_agg(uuidv7())) from generate_series(1, 501)`,
      [meeting.officeId, sessionId],
    )
    const resumed = await watch(sessionId, users.desk, heardBefore)
    expect(types(resumed)).toEqual(['resync'])
    expect(types(await watch(sessionId, users.desk, resumed.lastId))).toEqual([])
    expect(types(await watch(sessionId, users.desk, '999999'))).toEqual(['resync'])
  })

  it('tell of who is expected, near the day of the session only', async () => {
    const { sessionId } = await guests(0)
    const far = await meeting.session({ startsAt: new Date(Date.now() + 5 * 86_400_000) })
    const near = await watch(sessionId, users.desk)
    await meeting.invite(far, await meeting.journalist('Jauh'))
    await meeting.invite(sessionId, await meeting.journalist('Dekat'))
    await soon(() => expect(near.heard.map(({ event }) => event.type)).toEqual(['session']))
    expect((await watch(far, users.desk)).lastId).toBe('0')
  })

  it('keep the reason of an absence from the desk', async () => {
    const { sessionId, invitationIds } = await guests(1)
    const [desk, officer] = [
      await watch(sessionId, users.desk),
      await watch(sessionId, users.officer),
    ]
    const [invitationId = ''] = invitationIds
    await call(
      server.app,
      attendanceApi.mark,
      { params: { id: sessionId, invitationId }, body: { status: 'excused', reason: 'Sakit' } },
      { token: users.officer.token },
    )
    await soon(() => expect(officer.text).toContain('Sakit'))
    await soon(() => expect(desk.text).toContain('"excused"'))
    expect(desk.text).not.toContain('Sakit')
    expect(desk.text).not.toContain('+6281234567890')
  })
})

describe('questions among the events', () => {
  it('reach the own office; off the record nobody else, and no desk at all', async () => {
    const { sessionId } = await guests(0)
    const officer = await watch(sessionId, users.officer)
    const region = await watch(sessionId, users.region)
    const desk = await watch(sessionId, users.desk)
    const before = officer.lastId
    await ask(sessionId, 'RAHASIA', true)
    const heard = await ask(sessionId, 'TERBUKA', false)
    await soon(() => expect(officer.text).toMatch(/RAHASIA.*TERBUKA/s))
    await soon(() => expect(region.text).toContain('TERBUKA'))
    const resumed = await watch(sessionId, users.region, before)
    expect(resumed.text).toContain('TERBUKA')
    // Taken off the record later, it is not told either; only that the list is to be read again.
    await call(
      server.app,
      questionsApi.update,
      {
        params: { id: heard.id },
        body: { version: heard.version, offRecord: true, text: 'DITARIK' },
      },
      { token: users.officer.token },
    )
    await soon(() => expect(officer.text).toContain('DITARIK'))
    await soon(() => expect(region.heard.at(-1)?.event.type).toBe('session'))
    for (const one of [region, resumed]) expect(one.text).not.toMatch(/RAHASIA|DITARIK/)
    expect(desk.text).not.toMatch(/RAHASIA|TERBUKA|DITARIK/)
  })
})

describe('who may watch', () => {
  it('is nobody of another office', async () => {
    const { sessionId } = await guests(0)
    expect((await watch(sessionId, users.stranger)).status).toBe(404)
    expect((await watch(sessionId, { token: 'x' })).status).toBe(401)
  })

  it('ends with the access token', async () => {
    const { sessionId } = await guests(0)
    const lasting = (expiresIn: number) =>
      watch(sessionId, {
        token: server.app.jwt.sign(
          { sub: users.desk.id },
          { expiresIn, iss: 'ngopi', aud: 'ngopi-api' },
        ),
      })
    // On a busy machine a short one may be over before it is looked at.
    let seconds = 2
    let one = await lasting(seconds)
    while (one.status === 401) {
      seconds *= 2
      one = await lasting(seconds)
    }
    expect(one.status).toBe(200)
    await soon(() => expect(one.ended).toBe(true))
  })

  it.each([
    ['role', `update users set role = 'manager' where id = $1`],
    ['account', 'update users set disabled_at = now() where id = $1'],
    ['password', 'update users set password_hash = $$x$$, password_set_at = now() where id = $1'],
  ])('ends as soon as the right to watch does: with the %s', async (_, change) => {
    const { sessionId } = await guests(0)
    const user = await server.make.user({ officeId: users.officer.officeId, role: 'officer' })
    const [theirs, others] = [await watch(sessionId, user), await watch(sessionId, users.officer)]
    await server.make.pool.query(change, [user.id])
    await vi.waitFor(() => expect(theirs.ended).toBe(true), 15_000)
    expect(others.ended).toBe(false)
  })

  it('ends at once when the server does', async () => {
    const other = await startServer()
    const address = await other.app.listen({ port: 0, host: '127.0.0.1' })
    const desk = await other.make.user({ role: 'desk' })
    const sessionId = await new Meeting(other.make, desk.officeId).session()
    const one = await Watch.open(address, { sessionId, token: desk.token })
    // Waits for every connection, so it would not come back before the stream has its end.
    await other.app.close()
    await soon(() => expect(one.ended).toBe(true))
    await other.close()
  })
})
