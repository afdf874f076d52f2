import { invitationsApi } from '@ngopi/shared/invitations'
import { lettersApi } from '@ngopi/shared/letters'
import { officesApi } from '@ngopi/shared/offices'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, pathOf, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { letterAttachment } from './letter-attachment.ts'
import { letterStrings } from './strings.ts'

let server: TestServer
let admin: MadeUser
let officer: MadeUser
let manager: MadeUser
let meeting: Meeting
beforeAll(async () => {
  server = await startServer({ publicUrl: 'https://ngopi.example' })
  admin = await server.make.user({ role: 'admin' })
  const { officeId } = admin
  officer = await server.make.user({ officeId, role: 'officer' })
  manager = await server.make.user({ officeId, role: 'manager' })
  meeting = new Meeting(server.make, officeId)
})
afterAll(() => server.close())

const fields = {
  number: 'W13.IMI-UM.01-1',
  nature: 'Biasa',
  attachment: '-',
  subject: 'Undangan Ngopi',
  place: 'Pemalang',
  datedOn: '2026-11-20',
}
const get = (id: string, user = officer) =>
  call(server.app, lettersApi.get, { params: { id } }, { token: user.token })
const save = (id: string, change: object = {}, user = officer) =>
  call(
    server.app,
    lettersApi.save,
    { params: { id }, body: { version: 0, ...fields, ...change } },
    { token: user.token },
  )
const pdf = (id: string, query: object = {}, user = officer) =>
  server.app.inject({
    url: pathOf(lettersApi.pdf, { params: { id }, query }),
    headers: { authorization: `Bearer ${user.token}` },
  })
const pagesIn = (file: Buffer) =>
  [...file.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

test('a letter is proposed before one is saved, for today in the zone of the office', async () => {
  await call(
    server.app,
    officesApi.update,
    {
      params: { id: admin.officeId },
      body: {
        version: 1,
        city: 'Jayapura',
        timeZone: 'Asia/Jayapura',
        pressContact: { name: 'Humas', phone: '0812 3456 7890' },
      },
    },
    { token: admin.token },
  )
  const sessionId = await meeting.session({ title: 'Ngopi Pagi' })
  const proposed = await get(sessionId)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jayapura' }).format(new Date())
  expect(proposed).toEqual({
    sessionId,
    saved: false,
    number: '',
    nature: 'Biasa',
    attachment: '-',
    subject: 'Undangan Ngopi Pagi',
    place: 'Jayapura',
    datedOn: today,
    body: null,
    defaultBody: expect.stringMatching(/kegiatan Ngopi Pagi[\s\S]*Humas melalui nomor \+62/),
    copiesTo: [],
    proofUrl: null,
    guests: 0,
    version: 0,
  })
  const refused = await pdf(sessionId)
  expect(refused.statusCode).toBe(404)
  expect(refused.json().detail ?? refused.json().title).toBe(letterStrings.notSaved.id)
})

test('a letter is saved once and changed by who saw it last; its code stays', async () => {
  const sessionId = await meeting.session()
  const saved = await save(sessionId, { copiesTo: ['Arsip'] })
  expect(saved).toMatchObject({ ...fields, saved: true, version: 1, copiesTo: ['Arsip'] })
  expect(saved.proofUrl).toMatch(/^https:\/\/ngopi\.example\/surat\/[\w-]{22}$/)
  const twice = await problemOf(save(sessionId))
  expect(twice.problem).toMatchObject({ code: 'stale', current: saved })
  const changed = await save(sessionId, { version: 1, number: '2', body: 'Kata sendiri.' })
  expect(changed).toMatchObject({ number: '2', body: 'Kata sendiri.', version: 2, copiesTo: [] })
  expect(changed.proofUrl).toBe(saved.proofUrl)
  const late = await problemOf(save(sessionId, { version: 1, number: '3' }))
  expect(late.problem).toMatchObject({ code: 'stale', current: changed })
  const outcomes = await Promise.allSettled(
    ['4', '5', '6'].map((number) => save(sessionId, { version: 2, number })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('of two first letters saved at once one wins', async () => {
  const sessionId = await meeting.session()
  const outcomes = await Promise.allSettled(
    ['1', '2', '3'].map((number) => save(sessionId, { number })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('managers read and print, another office sees nothing, a parent reads', async () => {
  const parent = await server.make.office()
  const child = await server.make.office({ parentId: parent.id })
  const [author, region, boss, stranger, desk] = await Promise.all([
    server.make.user({ officeId: child.id, role: 'officer' }),
    server.make.user({ officeId: parent.id, role: 'manager' }),
    server.make.user({ officeId: parent.id, role: 'admin' }),
    server.make.user({ role: 'officer' }),
    server.make.user({ officeId: child.id, role: 'desk' }),
  ])
  const sessionId = await new Meeting(server.make, child.id).session()
  await save(sessionId, {}, author)
  expect((await get(sessionId, region)).number).toBe(fields.number)
  expect((await pdf(sessionId, {}, region)).statusCode).toBe(200)
  for (const user of [stranger, boss]) {
    expect((await problemOf(get(sessionId, user))).status).toBe(404)
    expect((await problemOf(save(sessionId, {}, user))).status).toBe(404)
    expect((await pdf(sessionId, {}, user)).statusCode).toBe(404)
  }
  expect((await problemOf(get(sessionId, desk))).status).toBe(403)
  expect((await problemOf(save(sessionId, { version: 1 }, region))).status).toBe(403)
  const own = await meeting.session()
  expect((await problemOf(save(own, {}, manager))).status).toBe(403)
})

test('one letter for each guest still invited, by name, or for one guest', async () => {
  const sessionId = await meeting.session()
  await save(sessionId)
  expect((await pdf(sessionId, { all: '1' })).statusCode).toBe(422)
  const outletId = await meeting.outlet('Kabar Pagi')
  const invite = async (name: string, more: object = {}) =>
    meeting.invite(sessionId, await meeting.journalist(name), { outletId, ...more })
  const siti = await invite('Siti')
  const declined = await invite('Budi', { answer: 'declined' })
  const revoked = await invite('Tono', { revoked: true })
  await invite('Anwar', { answer: 'attending' })
  const silenced = await meeting.journalist('Wati')
  await meeting.invite(sessionId, silenced)
  await server.make.pool.query('update journalists set opted_out_at = now() where id = $1', [
    silenced,
  ])
  const all = await pdf(sessionId, { all: '1' })
  expect(all.statusCode).toBe(200)
  expect(all.headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition':
      'attachment; filename="surat-undangan-ngopi-bareng-humas-semua-tamu.pdf"',
  })
  expect(all.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pagesIn(all.rawPayload)).toBe(2)
  expect((await get(sessionId)).guests).toBe(2)
  const one = await pdf(sessionId, { invitationId: siti })
  expect(one.headers['content-disposition']).toContain('surat-undangan-ngopi-bareng-humas-siti.pdf')
  expect(pagesIn(one.rawPayload)).toBe(1)
  expect((await pdf(sessionId, { invitationId: declined })).statusCode).toBe(200)
  expect((await pdf(sessionId, { invitationId: revoked })).statusCode).toBe(404)
  expect((await pdf(await meeting.session(), { invitationId: siti })).statusCode).toBe(404)
  expect((await pdf(sessionId, { invitationId: siti, all: '1' })).statusCode).toBe(400)
})

test('a mail can carry the letter of its guest, where there is one', async () => {
  const sessionId = await meeting.session()
  const invitationId = await meeting.invite(sessionId, await meeting.journalist('Siti'))
  const attachment = async () => {
    const print = await server.deps.database.read([admin.officeId], (db) =>
      letterAttachment(db, server.deps, invitationId),
    )
    return print()
  }
  await expect(attachment()).rejects.toThrow('belum disimpan')
  await save(sessionId)
  const file = await attachment()
  expect(file).toMatchObject({
    filename: 'surat-undangan-ngopi-bareng-humas-siti.pdf',
    contentType: 'application/pdf',
  })
  expect(pagesIn(file.content)).toBe(1)
  await call(
    server.app,
    invitationsApi.revoke,
    { params: { id: invitationId } },
    { token: officer.token },
  )
  await expect(attachment()).rejects.toThrow()
})
