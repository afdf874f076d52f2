import { invitationsApi } from '@ngopi/shared/invitations'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { refreshGuestMail } from '../messaging/mail-at-send-time.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:9' })
  world = await World.open(server)
})
afterAll(() => server.close())

test('a link that was replaced or withdrawn still opts its guest out, and shows nothing of the guest', async () => {
  const { app, make } = server
  for (const gone of ['link_version = link_version + 1', 'revoked_at = now()']) {
    const { journalists, invitations } = await world.meeting()
    const page = await world.path(invitations[0] ?? '')
    await make.pool.query(`update invitations set ${gone} where id = $1`, [invitations[0]])
    expect((await app.inject({ method: 'GET', url: page })).statusCode).toBe(410)
    expect((await app.inject({ method: 'GET', url: `${page}/opt-out` })).statusCode).toBe(410)
    const optedOut = async () =>
      (
        await make.pool.query('select opted_out_at as at from journalists where id = $1', [
          journalists[0]?.id,
        ])
      ).rows[0].at
    expect(await optedOut()).toBeNull()
    const answer = await app.inject({
      method: 'POST',
      url: `${page}/opt-out`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
    expect(answer.statusCode).toBe(200)
    expect(await optedOut(), gone).not.toBeNull()
    expect(answer.body).not.toContain(journalists[0]?.fullName)
    expect(answer.body).not.toContain('/u/')
    // It opens nothing else, nor the way back.
    await app.inject({ method: 'POST', url: `${page}/opt-in` })
    expect(await optedOut()).not.toBeNull()
  }
})

test('from the moment a guest opts out, nothing that asks them to come leaves the office, by any way', async () => {
  const { app, deps, make } = server
  const { asOfficer } = world
  const session = await world.session()
  const [guest, colleague] = await world.journalists(2, {
    email: 'tamu@uji.example',
    phone: '+6281200054321',
  })
  if (!guest || !colleague) throw new Error('too few journalists')
  const [id = '', other = ''] = await world.invite(session.id, [guest, colleague])
  const params = { id: session.id }
  const fill = { kind: 'invitation' as const, invitationIds: [id] }
  const filled = await call(app, whatsappApi.fill, { params, body: fill }, asOfficer)
  expect(filled.added).toBe(1)
  await call(app, invitationsApi.deliver, { params: { id }, body: { channel: 'email' } }, asOfficer)
  const page = await world.path(id)
  expect((await app.inject({ method: 'POST', url: `${page}/opt-out` })).statusCode).toBe(200)

  const [mail] = (
    await make.pool.query<{ id: string }>(
      'select mail_id as id from deliveries where invitation_id = $1',
      [id],
    )
  ).rows
  const refreshed = await deps.database.read([world.officer.officeId], (db) =>
    refreshGuestMail(deps)(db, mail?.id ?? ''),
  )
  expect(refreshed).toHaveProperty('withdrawn')

  const claimed = await call(
    app,
    whatsappApi.claim,
    { params, body: { kind: 'invitation' } },
    asOfficer,
  )
  expect(claimed.item).toBeNull()
  expect(claimed.progress.withdrawn).toBe(1)

  const again = { params: { id }, body: { channel: 'email' as const } }
  expect((await problemOf(call(app, invitationsApi.deliver, again, asOfficer))).status).toBe(400)
  const refill = await call(app, whatsappApi.fill, { params, body: fill }, asOfficer)
  expect(refill.added).toBe(0)

  const next = await world.session()
  const invited = await call(
    app,
    invitationsApi.create,
    { params: { id: next.id }, body: { invitees: [{ journalistId: guest.id }] } },
    asOfficer,
  )
  expect(invited.skipped).toEqual([{ journalistId: guest.id, reason: 'opted_out' }])

  // Nor by a colleague: at another session, where they are not invited.
  const [elsewhere = ''] = await world.invite(next.id, [colleague])
  const substituted = call(
    app,
    invitationsApi.substitute,
    { params: { id: elsewhere }, body: { journalistId: guest.id } },
    asOfficer,
  )
  expect((await problemOf(substituted)).status).toBe(400)
  await make.pool.query(
    `update invitations set group_name = 'Pokja', group_places = 3 where id = $1`,
    [elsewhere],
  )
  const nominated = await app.inject({
    method: 'POST',
    url: `${await world.path(elsewhere)}/nominations`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ fullName: guest.fullName, phone: '081200054321' }).toString(),
  })
  expect(nominated.statusCode).toBe(409)
  expect(await world.standings([id, other])).toEqual(['none', 'none'])
})
