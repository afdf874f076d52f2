import { invitationsApi } from '@ngopi/shared/invitations'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  // Nothing is sent in these tests: no worker runs.
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:9' })
  world = await World.open(server)
})
afterAll(() => server.close())

async function meeting(count: number) {
  const { id } = await world.session()
  const contacts = { email: 'tamu@uji.example', phone: '+6281200001111' }
  const journalists = await world.journalists(count, contacts)
  return { id, journalists, invitations: await world.invite(id, journalists) }
}
const withdraw = (id: string, invitationIds: string[], as = world.asOfficer) =>
  call(server.app, invitationsApi.withdraw, { params: { id }, body: { invitationIds } }, as)
const deliver = (id: string, channel: 'email' | 'phone') =>
  call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel, kind: 'invitation' } },
    world.asOfficer,
  )
const standing = async (id: string) => {
  const list = await call(
    server.app,
    invitationsApi.list,
    { params: { id }, query: { limit: 100 } },
    world.asOfficer,
  )
  return list.items.map((one) => one.id)
}

test('a batch is taken back at once, but for who was told or has answered, who are named', async () => {
  const { id, invitations, journalists } = await meeting(6)
  const [mailed = '', phoned = '', answered = '', inHand = '', ...untold] = invitations
  await deliver(mailed, 'email')
  await deliver(phoned, 'phone')
  await world.answer(answered, 'maybe')
  const body = { kind: 'invitation' as const, invitationIds: [inHand, untold[0] ?? ''] }
  await call(server.app, whatsappApi.fill, { params: { id }, body }, world.asOfficer)
  const claim = { params: { id }, body: { kind: 'invitation' as const } }
  await call(server.app, whatsappApi.claim, claim, world.asOfficer)
  const elsewhere = await meeting(1)
  const [other = ''] = elsewhere.invitations

  const answer = {
    withdrawn: untold,
    kept: [
      { invitationId: mailed, fullName: journalists[0]?.fullName, reason: 'told' },
      { invitationId: phoned, fullName: journalists[1]?.fullName, reason: 'told' },
      { invitationId: answered, fullName: journalists[2]?.fullName, reason: 'answered' },
      { invitationId: inHand, fullName: journalists[3]?.fullName, reason: 'told' },
      { invitationId: other, fullName: '', reason: 'unknown' },
    ],
  }
  expect(await withdraw(id, [...invitations, other])).toEqual({
    ...answer,
    withdrawn: untold,
  })
  expect(await standing(id)).toEqual([mailed, phoned, answered, inHand])
  expect(await standing(elsewhere.id)).toEqual([other])
  // Taken back twice is taken back, under the same link.
  const version = async () =>
    (
      await server.make.pool.query('select link_version from invitations where id = any ($1)', [
        untold,
      ])
    ).rows
  const once = await version()
  expect(await withdraw(id, [...invitations, other])).toEqual(answer)
  expect(await version()).toEqual(once)
  // Invited anew, they have a link of their own again.
  expect(await world.invite(id, journalists.slice(4))).toEqual(untold)
})

test('who sends to all and who takes all back do not meet halfway', async () => {
  const { id, invitations } = await meeting(8)
  const sending = { params: { id }, body: { kind: 'invitation' as const, attachLetter: false } }
  const [sent, { withdrawn, kept }] = await Promise.all([
    call(server.app, whatsappApi.sendMany, sending, world.asOfficer),
    withdraw(id, invitations),
  ])
  expect(kept.length).toBe(sent.sent)
  expect(withdrawn.length).toBe(8 - sent.sent)
  expect(await standing(id)).toHaveLength(sent.sent)
})

test('is for officers of the office; a coordinator made of somebody invited says so', async () => {
  const { id, invitations, journalists } = await meeting(1)
  const { officeId } = world.officer
  const desk = { token: (await server.make.user({ officeId, role: 'desk' })).token }
  expect((await problemOf(withdraw(id, invitations, desk))).status).toBe(403)
  const stranger = { token: (await server.make.user()).token }
  expect((await problemOf(withdraw(id, invitations, stranger))).status).toBe(404)
  const invitees = [
    { journalistId: journalists[0]?.id ?? '', group: { name: 'Pokja', places: 3 } },
    { journalistId: (await world.journalists(1))[0]?.id ?? '' },
  ]
  const made = await call(
    server.app,
    invitationsApi.create,
    { params: { id }, body: { invitees } },
    world.asOfficer,
  )
  expect(made.created).toHaveLength(2)
  expect(made.standing).toEqual(invitations)
})
