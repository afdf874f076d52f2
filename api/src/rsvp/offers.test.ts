import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import { sendNotices } from '../../test/notices.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { inHours, World } from '../../test/world.ts'
import { passOnExpiredOffers } from './offer-task.ts'

let server: TestServer
let world: World
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
  await server.make.pool.query(
    `update offices set seat_policy = 'offer', offer_minutes = 720 where id = $1`,
    [world.officer.officeId],
  )
})
afterAll(() => server.close())

/** A session with one seat: the first guest has it, the others wait in order. */
async function fullMeeting(guests = 3) {
  const { session, invitations } = await world.meeting({
    capacity: 1,
    guests,
    email: 'tamu@uji.example',
  })
  for (const id of invitations) await world.answer(id, 'attending')
  const [first = '', second = '', third = ''] = invitations
  return { session, invitations, first, second, third }
}

const letRunOut = (id: string) =>
  server.make.pool.query(
    `update invitations set offer_expires_at = now() - interval '1 second' where id = $1`,
    [id],
  )

const mailsTo = async (id: string) => {
  await sendNotices(server)
  const { rows } = await server.make.pool.query<{ about: string }>(
    'select about from deliveries where invitation_id = $1 order by id',
    [id],
  )
  return rows.map(({ about }) => about)
}

test('a freed seat is offered to the first who waits, held for them, and told', async () => {
  const { session, first, second, third } = await fullMeeting()
  await world.answer(first, 'declined')
  const offered = await world.invitation(second)
  expect(offered).toMatchObject({ answer: 'offered', holdsSeat: true, waitlistedAt: null })
  const minutes = (Date.parse(offered.offerExpiresAt ?? '') - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(719)
  expect(minutes).toBeLessThanOrEqual(720)
  expect(offered.responses.at(-1)).toMatchObject({ from: 'waitlisted', to: 'offered' })
  expect(await mailsTo(second)).toEqual(['offer'])
  expect(await world.standings([third])).toEqual(['waitlisted'])
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
  const page = await server.app.inject({ url: await world.path(second) })
  expect(page.body).toContain('Kursi disimpan untuk Anda sampai')
  expect(page.body).toContain('Apakah Anda menerima kursi ini?')
})

test('taking the offer keeps the seat, letting it go offers it to the next', async () => {
  const { session, first, second, third } = await fullMeeting()
  await world.answer(first, 'declined')
  await world.post(await world.path(second), { answer: 'maybe' })
  expect(await world.standings([second, third])).toEqual(['maybe', 'offered'])
  await world.post(await world.path(third), { answer: 'attending' })
  expect(await world.invitation(third)).toMatchObject({
    answer: 'attending',
    holdsSeat: true,
    offerExpiresAt: null,
  })
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
})

test('an offer that ran out passes on by the clock, and its guest may answer again', async () => {
  const { session, first, second, third } = await fullMeeting()
  await world.answer(first, 'declined')
  await letRunOut(second)
  await passOnExpiredOffers({ ...server.deps, log: quiet })
  expect(await world.standings([second, third])).toEqual(['none', 'offered'])
  expect((await world.invitation(second)).responses.at(-1)).toMatchObject({
    from: 'offered',
    to: 'none',
    by: { kind: 'system' },
  })
  const path = await world.path(second)
  expect((await server.app.inject({ url: path })).body).toContain('Batas waktu tawaran kursi')
  await world.post(path, { answer: 'attending' })
  expect(await world.standings([second])).toEqual(['waitlisted'])
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
})

test('between two runs of the clock a late yes finds the seat passed on', async () => {
  const { first, second, third } = await fullMeeting()
  await world.answer(first, 'declined')
  await letRunOut(second)
  await world.post(await world.path(second), { answer: 'attending' })
  expect(await world.standings([second, third])).toEqual(['waitlisted', 'offered'])
})

const closeAt = (sessionId: string, rsvpClosesAt: string) =>
  server.make.pool.query('update sessions set rsvp_closes_at = $2 where id = $1', [
    sessionId,
    rsvpClosesAt,
  ])

test('within an hour of closing a seat is given at once, and no offer outlasts the closing', async () => {
  const near = await fullMeeting()
  await closeAt(near.session.id, inHours(0.9))
  await world.answer(near.first, 'declined')
  expect(await world.standings([near.second])).toEqual(['attending'])
  expect(await mailsTo(near.second)).toEqual(['seat'])

  const later = await fullMeeting()
  await closeAt(later.session.id, inHours(2))
  await world.answer(later.first, 'declined')
  const { offerExpiresAt } = await world.invitation(later.second)
  expect(Date.parse(offerExpiresAt ?? '')).toBeLessThanOrEqual(Date.parse(inHours(2)))
})

test('once answers are closed an open offer ends; once the session has begun nobody is offered its seat', async () => {
  const { session, first, second, third } = await fullMeeting()
  await world.answer(first, 'declined')
  await server.make.pool.query(
    `update sessions set starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour',
            rsvp_closes_at = null where id = $1`,
    [session.id],
  )
  await passOnExpiredOffers({ ...server.deps, log: quiet })
  expect(await world.standings([second, third])).toEqual(['none', 'waitlisted'])
  expect((await world.getSession(session.id)).seatsTaken).toBe(0)
})

test('more seats are offered too; a moved session leaves an offer open and tells of the move', async () => {
  const { session, second, third } = await fullMeeting()
  const { version } = await world.getSession(session.id)
  const body = { version, capacity: 2, venue: 'Aula Baru' }
  await call(server.app, sessionsApi.update, { params: { id: session.id }, body }, world.asOfficer)
  expect(await world.standings([second, third])).toEqual(['offered', 'needs_reconfirmation'])
  expect(await mailsTo(second)).toEqual(['offer', 'reschedule'])
})
