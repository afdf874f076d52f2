import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { invitationsApi } from '@ngopi/shared/invitations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { sendNotices } from '../../test/notices.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { passOf } from '../invitations/pass.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const substitute = (id: string, journalistId: string) =>
  call(
    server.app,
    invitationsApi.substitute,
    { params: { id }, body: { journalistId } },
    world.asOfficer,
  )
const swapBack = (id: string) =>
  call(server.app, invitationsApi.undoSubstitution, { params: { id } }, world.asOfficer)

/** A session for one guest; a colleague of the same outlet is not invited. */
async function meeting({ capacity = 1 } = {}) {
  const session = await world.session({ capacity })
  const people = await world.journalists(3, { email: 'redaksi@uji.example' })
  const [guest, waiting, colleague] = people
  if (!guest || !waiting || !colleague) throw new Error('too few journalists')
  const [first = '', second = ''] = await world.invite(session.id, [guest, waiting])
  return { session, colleague, guest, first, second }
}

test('a substitute takes the very seat, past those who wait; both keep their history', async () => {
  const { session, colleague, first, second } = await meeting()
  await world.answer(first, 'attending')
  await world.answer(second, 'attending')
  const taken = await substitute(first, colleague.id)
  await sendNotices(server)
  expect(taken).toMatchObject({
    answer: 'attending',
    holdsSeat: true,
    journalist: { id: colleague.id },
    substituteOf: { invitationId: first },
  })
  const left = await world.invitation(first)
  expect(left).toMatchObject({
    answer: 'substituted',
    holdsSeat: false,
    substitutedBy: { invitationId: taken.id },
  })
  expect(left.responses.map(({ from, to }) => [from, to])).toEqual([
    ['none', 'attending'],
    ['attending', 'substituted'],
  ])
  const { responses, deliveries } = await world.invitation(taken.id)
  expect(responses).toMatchObject([
    { from: 'none', to: 'attending', by: { kind: 'officer', name: 'Pengguna officer' } },
  ])
  expect(deliveries).toMatchObject([{ channel: 'email', kind: 'invitation' }])
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
  expect(await world.standings([second])).toEqual(['waitlisted'])
})

test('a place in the queue goes over as it is', async () => {
  const { colleague, first, second } = await meeting()
  await world.answer(second, 'attending')
  await world.answer(first, 'attending')
  const { waitlistedAt } = await world.invitation(first)
  expect(await substitute(first, colleague.id)).toMatchObject({
    answer: 'waitlisted',
    waitlistedAt,
  })
})

test('only who works for the outlet, takes invitations and is not invited yet may come instead', async () => {
  const { colleague, first, second } = await meeting()
  const [stranger] = await world.journalists(1, { outlet: 'Harian Lain' })
  const elsewhere = await problemOf(substitute(first, stranger?.id ?? ''))
  expect(elsewhere.status).toBe(400)
  expect(elsewhere.problem.fields).toMatchObject([
    { path: 'journalistId', message: expect.stringContaining('Media Uji') },
  ])
  const { journalist } = await world.invitation(second)
  expect((await problemOf(substitute(first, journalist.id))).problem.code).toBe('duplicate')
  await server.make.pool.query('update journalists set opted_out_at = now() where id = $1', [
    colleague.id,
  ])
  expect((await problemOf(substitute(first, colleague.id))).status).toBe(400)
  expect((await problemOf(substitute(first, randomUUID()))).status).toBe(400)
  expect(await world.standings([first])).toEqual(['none'])
})

test('swapping back gives the guest what the substitute has now, and revokes the substitute', async () => {
  const { session, colleague, first } = await meeting()
  await world.answer(first, 'attending')
  const taken = await substitute(first, colleague.id)
  expect(await swapBack(first)).toMatchObject({ answer: 'attending', holdsSeat: true })
  expect((await problemOf(world.invitation(taken.id))).status).toBe(404)
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
  expect((await problemOf(swapBack(first))).problem.code).toBe('closed')

  await substitute(first, colleague.id)
  await world.answer(taken.id, 'declined')
  expect(await swapBack(first)).toMatchObject({ answer: 'none', holdsSeat: false })
  expect((await world.getSession(session.id)).seatsTaken).toBe(0)
})

test('naming the guest again as the substitute of the substitute is a swap back', async () => {
  const { colleague, guest, first } = await meeting()
  await world.answer(first, 'attending')
  const taken = await substitute(first, colleague.id)
  expect(await substitute(taken.id, guest.id)).toMatchObject({
    id: first,
    answer: 'attending',
    substituteOf: null,
  })
})

test('at the door the former pass admits nobody, the list has the substitute alone', async () => {
  const { session, colleague, first } = await meeting()
  await world.answer(first, 'attending')
  const taken = await substitute(first, colleague.id)
  const scan = (invitationId: string) => ({
    nonce: randomUUID(),
    scannedAt: new Date().toISOString(),
    pass: passOf(server.deps.keys.pass, invitationId, 1),
  })
  const body = { deviceId: randomUUID(), scans: [scan(first), scan(taken.id)] }
  const params = { id: session.id }
  const { results } = await call(server.app, attendanceApi.scan, { params, body }, world.asOfficer)
  expect(results.map(({ outcome }) => outcome)).toEqual(['revoked', 'admitted'])
  const { items } = await call(
    server.app,
    attendanceApi.list,
    { params, query: {} },
    world.asOfficer,
  )
  expect(items.map(({ invitationId }) => invitationId)).not.toContain(first)
  expect(items.map(({ invitationId }) => invitationId)).toContain(taken.id)
})

test('crew and reason come with an answer, are counted in heads, and go when nobody comes', async () => {
  const { session, first } = await meeting()
  const respond = (body: Parameters<typeof call<typeof invitationsApi.respond>>[2]['body']) =>
    call(server.app, invitationsApi.respond, { params: { id: first }, body }, world.asOfficer)
  const crew = [{ role: 'cameraman' as const, name: 'Ani (contoh)' }, { role: 'reporter' as const }]
  expect(await respond({ answer: 'attending', crew })).toMatchObject({
    partySize: 3,
    crew: [
      { role: 'cameraman', name: 'Ani (contoh)' },
      { role: 'reporter', name: null },
    ],
  })
  expect(await world.getSession(session.id)).toMatchObject({ seatsTaken: 1, headcount: 3 })
  expect(await respond({ answer: 'declined', declineKind: 'unwell' })).toMatchObject({
    partySize: 1,
    crew: [],
    declineKind: 'unwell',
  })
  expect(await respond({ answer: 'maybe' })).toMatchObject({ declineKind: null })
})
