import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { passOf } from '../invitations/pass.ts'
import { personalToken } from '../invitations/personal-link.ts'
import { codeAt } from './check-in-code.ts'

let server: TestServer
let desk: MadeUser
let meeting: Meeting

beforeAll(async () => {
  server = await startServer()
  desk = await server.make.user({ role: 'desk' })
  meeting = new Meeting(server.make, desk.officeId)
})
afterAll(() => server.close())

const inMinutes = (count: number) => new Date(Date.now() + count * 60_000)

async function guest({
  startsAt = inMinutes(-5),
  answer = 'attending',
}: {
  startsAt?: Date
  answer?: string
} = {}) {
  const sessionId = await meeting.session({ startsAt })
  const invitationId = await meeting.invite(sessionId, await meeting.journalist('Nadia Uji'), {
    answer,
  })
  const token = personalToken(server.deps.keys.personalLink, invitationId, 1)
  return { sessionId, invitationId, path: `/u/${token}` }
}

const code = (sessionId: string, secondsAgo = 0) =>
  codeAt(server.deps.keys.checkIn, sessionId, new Date(Date.now() - secondsAgo * 1000)).code
const other = (digits: string) => String((Number(digits) + 500_000) % 1_000_000).padStart(6, '0')
const type = (path: string, digits: string, query = '') =>
  server.app.inject({
    method: 'POST',
    url: `${path}/check-in${query}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ code: digits }).toString(),
  })
const look = async (path: string) =>
  (await server.app.inject({ method: 'GET', url: path })).body.replaceAll(
    /<style>.*?<\/style>/g,
    '',
  )

const scan = async (sessionId: string, scans: object[]) =>
  (
    await call(
      server.app,
      attendanceApi.scan,
      {
        params: { id: sessionId },
        body: {
          deviceId: randomUUID(),
          scans: scans.map((scan) => ({
            nonce: randomUUID(),
            scannedAt: new Date().toISOString(),
            ...scan,
          })),
        },
      },
      { token: desk.token },
    )
  ).results
const rowOf = async (sessionId: string) =>
  (
    await call(
      server.app,
      attendanceApi.list,
      { params: { id: sessionId }, query: {} },
      { token: desk.token },
    )
  ).items[0]
const codeFor = (id: string, user: MadeUser) =>
  call(server.app, attendanceApi.checkInCode, { params: { id } }, { token: user.token })

describe('the code for the room', () => {
  it('is given to the desk while the session is on, and to nobody else', async () => {
    for (const minutes of [59, -100]) {
      const { sessionId } = await guest({ startsAt: inMinutes(minutes) })
      const before = Date.now()
      const shown = await codeFor(sessionId, desk)
      expect([code(sessionId), code(sessionId, 30)]).toContain(shown.code)
      expect(Date.parse(shown.nextAt)).toBeGreaterThan(before)
      expect(Date.parse(shown.nextAt)).toBeLessThanOrEqual(Date.now() + 30_000)
      expect(Date.parse(shown.validUntil) - Date.parse(shown.nextAt)).toBe(30_000)
      expect(Date.parse(shown.closesAt)).toBeGreaterThan(Date.now())
    }
    for (const minutes of [61, -121]) {
      const { sessionId } = await guest({ startsAt: inMinutes(minutes) })
      const problem = await problemOf(codeFor(sessionId, desk))
      expect([problem.status, problem.problem.code]).toEqual([409, 'closed'])
    }
    const { sessionId } = await guest()
    const manager = await server.make.user({ officeId: desk.officeId, role: 'manager' })
    expect((await problemOf(codeFor(sessionId, manager))).status).toBe(403)
    const stranger = await server.make.user()
    expect((await problemOf(codeFor(sessionId, stranger))).status).toBe(404)
  })
})

describe('a guest who reports to be there', () => {
  it('waits for the desk, and is there since then once let in by the list', async () => {
    const { sessionId, invitationId, path } = await guest()
    expect(await look(path)).toContain('Saya sudah di tempat')
    const digits = code(sessionId)
    const reply = await type(path, `${digits.slice(0, 3)} ${digits.slice(3)}`)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, path])
    const waiting = await rowOf(sessionId)
    expect(waiting).toMatchObject({ status: 'unmarked', arrivedAt: null, source: null })
    const reported = waiting?.selfReportedAt ?? ''
    expect(Math.abs(Date.parse(reported) - Date.now())).toBeLessThan(30_000)
    expect(await look(path)).toMatch(/Terkirim \d\d\.\d\d · menunggu konfirmasi petugas/)
    await type(path, code(sessionId))
    expect((await rowOf(sessionId))?.selfReportedAt).toBe(reported)
    const [letIn] = await scan(sessionId, [{ invitationId, scannedAt: inMinutes(1).toISOString() }])
    expect(letIn).toMatchObject({
      outcome: 'admitted',
      attendance: { status: 'present', source: 'self', arrivedAt: reported },
    })
    expect(await look(path)).toContain('Anda tercatat hadir')
    const english = await look(`${path}?bahasa=en`)
    expect(english).toContain('You are recorded as present')
  })

  it('is let in as before when the desk saw them first, or their pass', async () => {
    const early = await guest()
    const { invitationId: id } = early
    await scan(early.sessionId, [{ invitationId: id, scannedAt: inMinutes(-1).toISOString() }])
    await type(early.path, code(early.sessionId))
    expect(await rowOf(early.sessionId)).toMatchObject({ status: 'present', source: 'list' })
    const withPass = await guest()
    await type(withPass.path, code(withPass.sessionId))
    const pass = passOf(server.deps.keys.pass, withPass.invitationId, 1)
    const scannedAt = inMinutes(1).toISOString()
    await scan(withPass.sessionId, [{ pass, scannedAt }])
    expect(await rowOf(withPass.sessionId)).toMatchObject({ source: 'pass', arrivedAt: scannedAt })
  })

  it('is there since the report also when the desk sends its act before the report arrives', async () => {
    const { sessionId, invitationId, path } = await guest()
    await scan(sessionId, [{ invitationId, scannedAt: inMinutes(2).toISOString() }])
    await type(path, code(sessionId))
    const row = await rowOf(sessionId)
    expect(row).toMatchObject({ source: 'self', arrivedAt: row?.selfReportedAt })
  })

  it('is there since the report when the desk marks them by hand', async () => {
    const { sessionId, invitationId, path } = await guest()
    await type(path, code(sessionId))
    const marked = await call(
      server.app,
      attendanceApi.mark,
      { params: { id: sessionId, invitationId }, body: { status: 'present' } },
      { token: desk.token },
    )
    expect(marked).toMatchObject({ source: 'self', arrivedAt: marked.selfReportedAt })
  })

  it('reads at the field that a code is wrong or old, in the language of the page', async () => {
    const { sessionId, path } = await guest()
    const wrong = other(code(sessionId))
    for (const digits of [wrong, code(sessionId, 90), '12', '', 'abcdef']) {
      const reply = await type(path, digits)
      expect(reply.statusCode).toBe(422)
      expect(reply.body).toContain('aria-describedby="code-fault"')
      expect(reply.body).toContain('id="code-fault">Kode tidak cocok')
    }
    expect((await type(path, wrong, '?bahasa=en')).body).toContain('The code does not match')
    const elsewhere = await guest()
    expect((await type(path, code(elsewhere.sessionId))).statusCode).toBe(422)
    expect((await rowOf(sessionId))?.selfReportedAt).toBeNull()
  })

  it('is sent to the desk with an invitation that is not used, and waits with one of the queue', async () => {
    for (const answer of ['declined', 'substituted']) {
      const { sessionId, path } = await guest({ answer })
      expect(await look(path)).not.toContain('check-in')
      const reply = await type(path, code(sessionId))
      expect(reply.statusCode).toBe(409)
      expect(reply.body).toContain('temui petugas di meja tamu')
      expect((await rowOf(sessionId))?.selfReportedAt ?? null).toBeNull()
    }
    const { sessionId, path, invitationId } = await guest({ answer: 'none' })
    await server.make.pool.query(
      `update invitations set answer = 'waitlisted', waitlisted_at = now() where id = $1`,
      [invitationId],
    )
    expect(await look(path)).toContain('daftar tunggu; mohon tanyakan kursi')
    expect((await type(path, code(sessionId))).statusCode).toBe(303)
    expect((await rowOf(sessionId))?.selfReportedAt).not.toBeNull()
  })

  it('can do so in the hours of the session, by the present link, ten times a minute', async () => {
    for (const minutes of [61, -121]) {
      const { sessionId, path } = await guest({ startsAt: inMinutes(minutes) })
      expect(await look(path)).not.toContain('check-in')
      const reply = await type(path, code(sessionId))
      expect(reply.statusCode).toBe(409)
      expect(reply.body).toContain('mulai satu jam sebelum acara')
    }
    const renewed = await guest()
    await server.make.pool.query('update invitations set link_version = 2 where id = $1', [
      renewed.invitationId,
    ])
    expect((await type(renewed.path, code(renewed.sessionId))).statusCode).toBe(410)
    expect((await rowOf(renewed.sessionId))?.selfReportedAt).toBeNull()
    const { sessionId, path } = await guest()
    const wrong = other(code(sessionId))
    // The minute may turn in between: then ten more are let through.
    const statuses: number[] = []
    while (statuses.length < 22 && !statuses.includes(429))
      statuses.push((await type(path, wrong)).statusCode)
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422))
    expect(statuses.at(-1)).toBe(429)
    expect((await type(path, code(sessionId))).statusCode).toBe(429)
  })

  it('reports nothing by looking', async () => {
    const { sessionId, path } = await guest()
    for (const method of ['GET', 'HEAD'] as const) {
      const url = `${path}/check-in?code=${code(sessionId)}`
      const reply = await server.app.inject({ method, url })
      expect([reply.statusCode, reply.headers.location]).toEqual([303, path])
    }
    const row = await rowOf(sessionId)
    expect([row?.id, row?.selfReportedAt]).toEqual([null, null])
  })

  it('is seen by the desks at once', async () => {
    const { sessionId, path } = await guest()
    await type(path, code(sessionId))
    const { rows } = await server.make.pool.query(
      `select e.subject from session_events e join invitations i on i.journalist_id = e.subject_id
        where e.session_id = $1`,
      [sessionId],
    )
    expect(rows).toContainEqual({ subject: 'attendance' })
  })
})
