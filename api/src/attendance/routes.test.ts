import { createHash, randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, pathOf, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { passOf } from '../invitations/pass.ts'

let server: TestServer
let officer: MadeUser
let desk: MadeUser
let meeting: Meeting
let outletId: string

beforeAll(async () => {
  server = await startServer()
  officer = await server.make.user()
  desk = await server.make.user({ officeId: officer.officeId, role: 'desk' })
  meeting = new Meeting(server.make, officer.officeId)
  outletId = await meeting.outlet('Lentera')
})
afterAll(() => server.close())

const as = (user: MadeUser) => ({ token: user.token })
type Query = (typeof attendanceApi.list.schema.querystring)['_input']
const list = (id: string, query: Query = {}, user = officer) =>
  call(server.app, attendanceApi.list, { params: { id }, query }, as(user))
const mark = (
  id: string,
  invitationId: string,
  body: (typeof attendanceApi.mark.schema.body)['_input'],
  user = officer,
) => call(server.app, attendanceApi.mark, { params: { id, invitationId }, body }, as(user))
const scan = (
  id: string,
  scan: { invitationId: string; scannedAt?: string } | { undo: string } | { pass: string },
  nonce = randomUUID(),
) =>
  call(
    server.app,
    attendanceApi.scan,
    {
      params: { id },
      body: {
        deviceId: randomUUID(),
        scans: [{ nonce, scannedAt: '2025-10-29T02:05:00.000Z', ...scan }],
      },
    },
    as(desk),
  )

async function guests(names: string[]) {
  const sessionId = await meeting.session()
  const ids: string[] = []
  for (const name of names) {
    const phone = '+6281255556789'
    ids.push(
      await meeting.invite(sessionId, await meeting.journalist(name, { phone }), { outletId }),
    )
  }
  return { sessionId, ids }
}

describe('the list of the door', () => {
  it('has the invited and those who came besides, by name, page by page', async () => {
    const { sessionId } = await guests(['Putri', 'Éko', 'Zaki'])
    await meeting.invite(sessionId, await meeting.journalist('Dicabut'), { revoked: true })
    const walkIn = { fullName: 'Nyoman' }
    const body = {
      deviceId: randomUUID(),
      scans: [{ nonce: randomUUID(), scannedAt: '2025-10-29T02:00:00Z', walkIn }],
    }
    await call(server.app, attendanceApi.scan, { params: { id: sessionId }, body }, as(desk))
    const names = async (query: Query) =>
      (await list(sessionId, query)).items.map(({ journalist }) => journalist.fullName)
    expect(await names({})).toEqual(['Éko', 'Nyoman', 'Putri', 'Zaki'])
    expect(await names({ q: 'eko' })).toEqual(['Éko'])
    const first = await list(sessionId, { limit: 2, count: '1' })
    expect(first.total).toBe(4)
    expect(await names({ limit: 2, cursor: first.nextCursor ?? '' })).toEqual(['Putri', 'Zaki'])
    expect(first.items[0]).toMatchObject({
      id: null,
      status: 'unmarked',
      answer: 'none',
      flags: [],
    })
  })

  it('is whole, however many are invited', async () => {
    const sessionId = await meeting.session()
    await server.make.pool.query(
      `with people as (
         insert into journalists (office_id, full_name)
         select $1, 'Banyak ' || n from generate_series(1, 620) n returning id)
       insert into invitations (office_id, session_id, journalist_id) select $1, $2, id from people`,
      [officer.officeId, sessionId],
    )
    const whole = await list(sessionId, {}, desk)
    expect(new Set(whole.items.map(({ journalist }) => journalist.id)).size).toBe(620)
    expect(whole.nextCursor).toBeNull()
    const part = await list(sessionId, { limit: 500 })
    expect(part.items).toHaveLength(500)
    expect((await list(sessionId, { cursor: part.nextCursor ?? '' })).items).toHaveLength(120)
  })

  it('tells a desk the name, the outlet and four digits, and no more', async () => {
    const { sessionId, ids } = await guests(['Rahma'])
    await mark(sessionId, ids[0] ?? '', { status: 'excused', reason: 'Sakit' })
    expect((await list(sessionId)).items[0]?.reason).toBe('Sakit')
    const url = pathOf(attendanceApi.list, { params: { id: sessionId } })
    const headers = { authorization: `Bearer ${desk.token}` }
    const { body } = await server.app.inject({ url, headers })
    expect(JSON.parse(body).items).toMatchObject([
      {
        journalist: { fullName: 'Rahma' },
        outlet: { name: 'Lentera' },
        phoneLast4: '6789',
        reason: null,
      },
    ])
    expect(body).not.toContain('5555')
    const again = await scan(sessionId, { invitationId: ids[0] ?? '' })
    expect(again.results[0]?.attendance).toMatchObject({ status: 'excused', reason: null })
  })

  it('carries what tells a genuine pass, for who may scan in the own office', async () => {
    const { sessionId, ids } = await guests(['Sinta'])
    const id = ids[0] ?? ''
    await server.make.pool.query('update invitations set link_version = 3 where id = $1', [id])
    const pass = passOf(server.deps.keys.pass, id, 3)
    const hash = createHash('sha256').update(pass).digest('hex').slice(0, 32)
    const digestFor = async (user: MadeUser) => {
      const digest = (await list(sessionId, {}, user)).items[0]?.passDigest
      return digest && Buffer.from(digest, 'base64url').toString('hex')
    }
    const admin = await server.make.user({ officeId: officer.officeId, role: 'admin' })
    for (const user of [officer, desk, admin]) expect(await digestFor(user)).toBe(hash)
    const manager = await server.make.user({ officeId: officer.officeId, role: 'manager' })
    expect(await digestFor(manager)).toBeUndefined()
    const [walkIn] = (
      await call(
        server.app,
        attendanceApi.scan,
        {
          params: { id: sessionId },
          body: {
            deviceId: randomUUID(),
            scans: [
              {
                nonce: randomUUID(),
                scannedAt: new Date().toISOString(),
                walkIn: { fullName: 'Tanpa Undangan' },
              },
            ],
          },
        },
        as(desk),
      )
    ).results
    expect(walkIn?.outcome).toBe('admitted')
    const { items } = await list(sessionId, {}, desk)
    expect(items.map((one) => one.passDigest !== undefined)).toEqual([true, false])
    // Shown at the door the digest is no pass.
    const shown = scan(sessionId, { pass: items[0]?.passDigest ?? '' })
    expect((await shown).results[0]?.outcome).toBe('unknown')
    expect(JSON.stringify((await scan(sessionId, { invitationId: id })).results)).not.toContain(
      'passDigest',
    )
  })

  it('is closed to other offices, and to a regional manager for writing', async () => {
    const { sessionId, ids } = await guests(['Tono'])
    const stranger = await server.make.user()
    expect((await problemOf(list(sessionId, {}, stranger))).status).toBe(404)
    const marking = mark(sessionId, ids[0] ?? '', { status: 'present' }, stranger)
    expect((await problemOf(marking)).status).toBe(404)
    const manager = await server.make.user({ officeId: officer.officeId, role: 'manager' })
    const byManager = mark(sessionId, ids[0] ?? '', { status: 'present' }, manager)
    expect((await problemOf(byManager)).status).toBe(403)
  })
})

describe('a mark by hand', () => {
  it('of a desk neither tells a reason nor touches it', async () => {
    const { sessionId, ids } = await guests(['Alas', 'Sebab'])
    const [marked = '', closed = ''] = ids
    await mark(sessionId, marked, { status: 'excused', reason: 'RAHASIA sakit' })
    await server.make.pool.query(
      `insert into attendances (office_id, session_id, journalist_id, invitation_id, status, closed_status, closed_reason)
       select office_id, session_id, journalist_id, id, 'excused', 'excused', 'RAHASIA menolak' from invitations where id = $1`,
      [closed],
    )
    for (const status of ['unmarked', 'present', 'absent', 'excused'] as const)
      for (const id of ids)
        expect(await mark(sessionId, id, { status, reason: null }, desk)).toMatchObject({
          status: status === 'unmarked' && id === closed ? 'excused' : status,
          reason: null,
        })
    const reasonOf = async (invitationId: string) =>
      (await list(sessionId)).items.find((one) => one.invitationId === invitationId)?.reason
    expect(await reasonOf(marked)).toBe('RAHASIA sakit')
    await mark(sessionId, marked, { status: 'unmarked' }, desk)
    expect(await reasonOf(marked)).toBe('RAHASIA sakit')
    await mark(sessionId, closed, { status: 'unmarked' }, desk)
    expect(await reasonOf(closed)).toBe('RAHASIA menolak')
    const { problem } = await problemOf(
      mark(sessionId, marked, { status: 'absent', reason: 'dari meja' }, desk),
    )
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'reason' }] })
    expect((await mark(sessionId, marked, { status: 'unmarked' })).reason).toBeNull()
  })

  it('sets presence now, once, and is taken away again', async () => {
    const { sessionId, ids } = await guests(['Umar'])
    const id = ids[0] ?? ''
    const before = Date.now()
    const present = await mark(sessionId, id, { status: 'present' }, desk)
    expect(present).toMatchObject({ status: 'present', source: 'list', outlet: { id: outletId } })
    const arrived = Date.parse(present.arrivedAt ?? '')
    expect(arrived).toBeGreaterThanOrEqual(before)
    expect(await mark(sessionId, id, { status: 'present' })).toEqual(present)
    const cleared = await mark(sessionId, id, { status: 'unmarked' })
    expect(cleared).toMatchObject({ status: 'unmarked', arrivedAt: null, source: null })
  })

  it('wins over the scans until it is taken away, when they speak again', async () => {
    const { sessionId, ids } = await guests(['Vina'])
    const id = ids[0] ?? ''
    const nonce = randomUUID()
    await scan(sessionId, { invitationId: id }, nonce)
    const absent = await mark(sessionId, id, { status: 'absent', reason: 'Salah orang' })
    expect(absent).toMatchObject({ status: 'absent', arrivedAt: null, reason: 'Salah orang' })
    await scan(sessionId, { invitationId: id })
    expect((await list(sessionId)).items[0]?.status).toBe('absent')
    expect(await mark(sessionId, id, { status: 'present' })).toMatchObject({
      arrivedAt: '2025-10-29T02:05:00.000Z',
      reason: null,
    })
    await scan(sessionId, { undo: nonce })
    expect(await mark(sessionId, id, { status: 'unmarked' })).toMatchObject({
      status: 'present',
      arrivedAt: '2025-10-29T02:05:00.000Z',
    })
  })

  it('keeps the outlet that was represented, whatever becomes of the invitation', async () => {
    const { sessionId, ids } = await guests(['Wulan', 'Yuda'])
    const [marked = '', scanned = ''] = ids
    await mark(sessionId, marked, { status: 'present' })
    await scan(sessionId, { invitationId: scanned })
    const later = await meeting.outlet('Media Baru')
    await server.make.pool.query('update invitations set outlet_id = $1 where id = any ($2)', [
      later,
      ids,
    ])
    await scan(sessionId, { invitationId: scanned, scannedAt: '2025-10-29T02:30:00.000Z' })
    await scan(sessionId, { invitationId: marked })
    for (const { outlet } of (await list(sessionId)).items) expect(outlet?.id).toBe(outletId)
  })

  it('is for a live invitation of the session', async () => {
    const { sessionId } = await guests([])
    const other = await guests(['Xena'])
    const revoked = await meeting.invite(sessionId, await meeting.journalist('Yayuk'), {
      revoked: true,
    })
    for (const id of [other.ids[0] ?? '', revoked, randomUUID()]) {
      expect((await problemOf(mark(sessionId, id, { status: 'present' }))).status).toBe(404)
    }
  })
})
