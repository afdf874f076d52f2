import { attendanceApi } from '@ngopi/shared/attendance'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathOf } from '../../../test/client.ts'
import type { MadeUser } from '../../../test/make.ts'
import { Meeting } from '../../../test/meeting.ts'
import { startServer, type TestServer } from '../../../test/server.ts'
import { readPass } from '../../invitations/pass.ts'
import { signedVersion } from '../../invitations/signature.ts'
import { readBadges, readSheet } from './sheet-files.ts'
import { sheetStrings } from './strings.ts'

let server: TestServer
let officer: MadeUser
let meeting: Meeting
beforeAll(async () => {
  server = await startServer()
  officer = await server.make.user({ role: 'officer' })
  meeting = new Meeting(server.make, officer.officeId)
})
afterAll(() => server.close())

const get = (url: string, user: MadeUser) =>
  server.app.inject({ url, headers: { authorization: `Bearer ${user.token}` } })
const sheet = (id: string, query: object = {}, user = officer) =>
  get(pathOf(attendanceApi.sheet, { params: { id }, query }), user)
const badges = (id: string, user = officer) =>
  get(pathOf(attendanceApi.badges, { params: { id } }), user)

/** What the sheet of the officer's office says, as the data that is set. */
const said = async (sessionId: string, filled: boolean) =>
  JSON.stringify(
    (
      await server.deps.database.read([officer.officeId], (db) =>
        readSheet(db, { sessionId, filled }),
      )
    ).document(0, Number.MAX_SAFE_INTEGER).content,
  )

async function invited(
  sessionId: string,
  name: string,
  { phone, revoked, ...more }: { phone?: string; answer?: string; revoked?: boolean } = {},
) {
  const journalistId = await meeting.journalist(name, phone ? { phone } : {})
  const invitationId = await meeting.invite(sessionId, journalistId, more)
  if (revoked)
    await server.make.pool.query(
      'update invitations set holds_seat = false, revoked_at = now() where id = $1',
      [invitationId],
    )
  return { journalistId, invitationId }
}

const arrive = (
  sessionId: string,
  who: {
    journalistId: string
    invitationId?: string
    status: string
    at?: string
    source?: string
  },
) =>
  server.make.pool.query(
    `insert into attendances (office_id, session_id, journalist_id, invitation_id, status, arrived_at, source)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      officer.officeId,
      sessionId,
      who.journalistId,
      who.invitationId ?? null,
      who.status,
      who.at ?? null,
      who.source ?? null,
    ],
  )

test('the blank sheet lists who may come, those who said so first, and shows no number whole', async () => {
  const sessionId = await meeting.session()
  await invited(sessionId, 'Anwar Diam', { phone: '+6281298765432' })
  await invited(sessionId, 'Citra Mungkin', { answer: 'maybe' })
  await invited(sessionId, 'Budi Hadir', { answer: 'attending', phone: '+6281211112222' })
  for (const answer of ['declined', 'substituted'])
    await invited(sessionId, `Tidak ${answer}`, { answer })
  const { invitationId } = await invited(sessionId, 'Tidak dapat kursi')
  await server.make.pool.query(
    "update invitations set answer = 'waitlisted', waitlisted_at = now() where id = $1",
    [invitationId],
  )
  await invited(sessionId, 'Tidak diundang lagi', { answer: 'attending', revoked: true })
  const text = await said(sessionId, false)
  const places = ['Budi Hadir', 'Citra Mungkin', 'Anwar Diam'].map((name) => text.indexOf(name))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(text).not.toContain('Tidak ')
  expect(text).toContain('…2222')
  expect(text).not.toMatch(/1111|9876/)
  // Three guests and fifteen rows to write in.
  expect(text).toContain('"18."')
  expect(text).not.toContain('"19."')
  const file = await sheet(sessionId)
  expect(file.statusCode).toBe(200)
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="daftar-hadir-ngopi-bareng-humas.pdf"',
  })
  expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

test('the filled sheet lists those present as they came, walk-ins too, in the time of the session', async () => {
  const sessionId = await meeting.session()
  expect((await sheet(sessionId, { filled: '1' })).json()).toMatchObject({
    status: 422,
    title: sheetStrings.nobodyCame.id,
  })
  const late = await invited(sessionId, 'Anwar Telat', { answer: 'attending' })
  const absent = await invited(sessionId, 'Budi Absen', { answer: 'attending' })
  const visitor = await meeting.journalist('Zainal Tamu', { phone: '+6281233334444' })
  await arrive(sessionId, {
    ...late,
    status: 'present',
    at: '2031-10-29T02:31:00.000Z',
    source: 'pass',
  })
  await arrive(sessionId, { ...absent, status: 'absent' })
  await arrive(sessionId, {
    journalistId: visitor,
    status: 'present',
    at: '2031-10-29T02:02:00.000Z',
    source: 'walk_in',
  })
  const text = await said(sessionId, true)
  const parts = [
    'Zainal Tamu',
    '…4444',
    '09.02 WIB\\ntanpa undangan',
    'Anwar Telat',
    '09.31 WIB\\nkartu tamu',
  ]
  const places = parts.map((part) => text.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(text).not.toMatch(/Budi Absen|3333/)
  const file = await sheet(sessionId, { filled: '1' })
  expect(file.headers['content-disposition']).toContain('daftar-hadir-terisi-')
})

test('who attends gets a badge with the pass that is valid now, and nobody else', async () => {
  const sessionId = await meeting.session()
  expect((await badges(sessionId)).json()).toMatchObject({
    status: 422,
    title: sheetStrings.nobodyAttending.id,
  })
  const { invitationId } = await invited(sessionId, 'Budi', { answer: 'attending' })
  await invited(sessionId, 'Citra Mungkin', { answer: 'maybe' })
  await invited(sessionId, 'Dicabut', { answer: 'attending', revoked: true })
  await server.make.pool.query('update invitations set link_version = 3 where id = $1', [
    invitationId,
  ])
  const passKeys = server.deps.keys.pass
  const { document, items } = await server.deps.database.read([officer.officeId], (db) =>
    readBadges(db, { sessionId, passKeys }),
  )
  const text = JSON.stringify(document(0, items).content)
  expect(text).toContain('Budi')
  expect(text).not.toMatch(/Citra|Dicabut/)
  const [, pass = ''] = /"qr":"([^"]+)"/.exec(text) ?? []
  const signed = readPass(pass)
  expect(signed?.invitationId).toBe(invitationId)
  expect(signed && signedVersion(passKeys, signed, { from: 1, to: 5 })).toBe(3)
  const file = await badges(sessionId)
  expect(file.statusCode).toBe(200)
  expect(file.headers['content-disposition']).toContain('kartu-nama-ngopi-bareng-humas.pdf')
})

test('staff print sheets, editors badges, the desk neither; another office finds nothing', async () => {
  const { officeId } = officer
  const parent = await server.make.office()
  await server.make.pool.query('update offices set parent_id = $1 where id = $2', [
    parent.id,
    officeId,
  ])
  const sessionId = await meeting.session()
  await invited(sessionId, 'Budi', { answer: 'attending' })
  const statuses = async (user: MadeUser) => [
    (await sheet(sessionId, {}, user)).statusCode,
    (await badges(sessionId, user)).statusCode,
  ]
  const user = (role: MadeUser['role'], office = officeId) =>
    server.make.user({ officeId: office, role })
  expect(await statuses(await user('admin'))).toEqual([200, 200])
  expect(await statuses(await user('manager'))).toEqual([200, 403])
  expect(await statuses(await user('desk'))).toEqual([403, 403])
  expect(await statuses(await user('manager', parent.id))).toEqual([200, 403])
  expect(await statuses(await user('admin', parent.id))).toEqual([404, 404])
  expect(await statuses(await server.make.user({ role: 'officer' }))).toEqual([404, 404])
})
