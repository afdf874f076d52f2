import { invitationsApi } from '@ngopi/shared/invitations'
import { type Session, sessionsApi } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { sendNotices } from '../../test/notices.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { inHours, World } from '../../test/world.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:9', publicUrl: 'https://ngopi.example' })
  world = await World.open(server)
})
afterAll(() => server.close())

let made = 0

/** Noon of a day so many days from now in Jakarta, so that an hour more or less is the same day. */
function noon(days: number): string {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  return new Date(Date.parse(`${today}T05:00:00Z`) + days * 86_400_000).toISOString()
}
const later = (at: string, hours: number) =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString()

const patch = async (session: { id: string }, changes: object): Promise<Session> => {
  const { version } = await world.getSession(session.id)
  const moved = await call(
    server.app,
    sessionsApi.update,
    { params: { id: session.id }, body: { version, ...changes } },
    world.asOfficer,
  )
  await sendNotices(server)
  return moved
}

const mail = (id: string) =>
  call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel: 'email' } },
    world.asOfficer,
  )

/** A session at noon in three days, with guests who have mail and were mailed the invitation. */
async function meeting({ guests = 3, capacity = null as number | null } = {}) {
  const startsAt = noon(3)
  const session = await world.session({ startsAt, endsAt: later(startsAt, 2), capacity })
  const invitations: string[] = []
  for (let i = 0; i < guests; i++) {
    const people = await world.journalists(1, { email: `pindah${++made}@media.example` })
    const [id = ''] = await world.invite(session.id, people)
    await mail(id)
    invitations.push(id)
  }
  return { session, startsAt, invitations }
}

const close = (id: string) =>
  server.make.pool.query(
    `update sessions set rsvp_closes_at = now() - interval '1 minute' where id = $1`,
    [id],
  )

/** Begun an hour ago, to end in an hour. */
const begin = (id: string) =>
  server.make.pool.query(
    `update sessions set starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour' where id = $1`,
    [id],
  )

const notified = async (id: string) =>
  (await world.invitation(id)).deliveries
    .filter(({ kind }) => kind === 'reschedule' || kind === 'cancel')
    .map(({ about }) => about)

const page = async (id: string) => (await server.app.inject(await world.path(id))).body
const lastMail = async (id: string) => {
  const { rows } = await server.make.pool.query<{ body_text: string; calendar_body: string }>(
    `select m.body_text, m.calendar_body from mails m join deliveries d on d.mail_id = m.id
      where d.invitation_id = $1 order by d.id desc limit 1`,
    [id],
  )
  const [row] = rows
  return (
    row && {
      body_text: readable(server, row.body_text),
      calendar_body: readable(server, row.calendar_body),
    }
  )
}

describe('after answers were closed', () => {
  test('another room or hour of the day is told to everybody, and keeps answer, seat and pass', async () => {
    const { session, startsAt, invitations } = await meeting({ capacity: 3 })
    const [attending = '', maybe = '', silent = ''] = invitations
    await world.answer(attending, 'attending')
    await world.answer(maybe, 'maybe')
    await close(session.id)
    for (const changes of [
      { venue: 'Aula Lantai 3' },
      { startsAt: later(startsAt, 1), endsAt: later(startsAt, 3) },
    ]) {
      await patch(session, changes)
      expect(await world.standings(invitations)).toEqual(['attending', 'maybe', 'none'])
    }
    for (const id of invitations) expect(await notified(id)).toEqual(['moved', 'moved'])
    expect(await world.getSession(session.id)).toMatchObject({ seatsTaken: 1 })
    const path = await world.path(attending)
    expect((await server.app.inject(`${path}/pass`)).statusCode).toBe(200)
    const html = await page(attending)
    expect(html).toContain('Jadwal berubah')
    expect(html).not.toMatch(/konfirmasi (lagi|kembali)/i)
    const { body_text } = (await lastMail(silent)) ?? {}
    expect(body_text).toContain('Aula Lantai 3')
    expect(body_text).not.toMatch(/mohon konfirmasi/i)
  })

  test('another day asks again, and the answers are open until the new start', async () => {
    const { session, startsAt, invitations } = await meeting({ guests: 1 })
    const [id = ''] = invitations
    await world.answer(id, 'attending')
    await close(session.id)
    const next = { startsAt: later(startsAt, 24), endsAt: later(startsAt, 26) }
    const moved = await patch(session, next)
    expect(moved.rsvpClosesAt).toBe(moved.startsAt)
    expect(await world.standings(invitations)).toEqual(['needs_reconfirmation'])
    expect(await notified(id)).toEqual(['reschedule'])
    expect((await lastMail(id))?.body_text).toMatch(/mohon konfirmasi/i)
    const reply = await world.post(await world.path(id), { answer: 'attending' })
    expect(reply.statusCode).toBe(303)
    expect(await world.standings(invitations)).toEqual(['attending'])
  })

  test('a deadline that would lie in the past is none: whoever is asked can answer', async () => {
    const { session, startsAt, invitations } = await meeting({ guests: 1 })
    const [id = ''] = invitations
    await world.answer(id, 'attending')
    await patch(session, {
      startsAt: later(startsAt, -24),
      endsAt: later(startsAt, -22),
      rsvpClosesAt: inHours(-1),
    })
    expect((await world.post(await world.path(id), { answer: 'maybe' })).statusCode).toBe(303)
  })
})

describe('once the session has begun', () => {
  test('nothing is reset, and of a later end nobody hears', async () => {
    const { session, invitations } = await meeting({ guests: 2 })
    const [attending = '', maybe = ''] = invitations
    await world.answer(attending, 'attending')
    await world.answer(maybe, 'maybe')
    await begin(session.id)
    await patch(session, { endsAt: inHours(1.5) })
    expect(await world.standings(invitations)).toEqual(['attending', 'maybe'])
    expect(await notified(attending)).toEqual([])
    await patch(session, { venue: 'Halaman' })
    expect(await world.standings(invitations)).toEqual(['attending', 'maybe'])
    expect(await notified(attending)).toEqual(['moved'])
  })
})

describe('a move', () => {
  test('is told each time, with a higher SEQUENCE, also to who has not confirmed the one before', async () => {
    const { session, startsAt, invitations } = await meeting({ guests: 1 })
    const [id = ''] = invitations
    await world.answer(id, 'attending')
    const sequence = async () =>
      Number(/SEQUENCE:(\d+)/.exec((await lastMail(id))?.calendar_body ?? '')?.[1])
    const seen: number[] = []
    for (const changes of [
      { startsAt: later(startsAt, 24), endsAt: later(startsAt, 26) },
      { venue: 'Aula Lantai 3' },
    ]) {
      await patch(session, changes)
      seen.push(await sequence())
    }
    expect(await notified(id)).toEqual(['reschedule', 'reschedule'])
    expect(seen).toEqual([1, 2])
    const { responses } = await world.invitation(id)
    expect(responses.map(({ from, to, moved }) => [from, to, moved])).toEqual([
      ['none', 'attending', false],
      ['attending', 'needs_reconfirmation', true],
      ['needs_reconfirmation', 'needs_reconfirmation', true],
    ])
  })

  test('is told to who is silent but was told of the old date, and to nobody else who is silent', async () => {
    const { session, startsAt, invitations } = await meeting({ guests: 1 })
    const [mailed = ''] = invitations
    const people = await world.journalists(2, { email: `pindah${++made}@media.example` })
    const [lettered = '', unaware = ''] = await world.invite(session.id, people)
    await call(
      server.app,
      invitationsApi.deliver,
      { params: { id: lettered }, body: { channel: 'letter' } },
      world.asOfficer,
    )
    await patch(session, { startsAt: later(startsAt, 24), endsAt: later(startsAt, 26) })
    expect(await Promise.all([mailed, lettered, unaware].map(notified))).toEqual([
      ['reschedule'],
      ['reschedule'],
      [],
    ])
    expect(await world.standings([mailed, lettered, unaware])).toEqual(['none', 'none', 'none'])
  })

  test('to another day is told to who declined, to another room is not; never to who was revoked or replaced', async () => {
    const { session, startsAt, invitations } = await meeting({ guests: 3 })
    const [declined = '', revoked = '', replaced = ''] = invitations
    await world.answer(declined, 'declined')
    const [other] = await world.journalists(1)
    const { outlet } = await world.invitation(replaced)
    await server.make.pool.query(
      'update affiliations set outlet_id = $2 where journalist_id = $1',
      [other?.id, outlet?.id],
    )
    await call(
      server.app,
      invitationsApi.substitute,
      { params: { id: replaced }, body: { journalistId: other?.id ?? '', notify: false } },
      world.asOfficer,
    )
    await call(
      server.app,
      invitationsApi.revoke,
      { params: { id: revoked }, query: { notify: 'false' } },
      world.asOfficer,
    )
    await patch(session, { venue: 'Aula Lantai 3' })
    expect(await notified(declined)).toEqual([])
    await patch(session, { startsAt: later(startsAt, 24), endsAt: later(startsAt, 26) })
    expect(await notified(declined)).toEqual(['reschedule'])
    expect(await world.standings([declined])).toEqual(['declined'])
    expect(await notified(replaced)).toEqual([])
    const { rows } = await server.make.pool.query(
      `select from deliveries where invitation_id = $1 and kind <> 'invitation'`,
      [revoked],
    )
    expect(rows).toEqual([])
  })

  test('goes by WhatsApp to who was reached that way, mail or not', async () => {
    const { session, startsAt } = await meeting({ guests: 0 })
    const people = await world.journalists(1, {
      email: `pindah${++made}@media.example`,
      phone: '+6281200002222',
    })
    const [id = ''] = await world.invite(session.id, people)
    await call(
      server.app,
      invitationsApi.deliver,
      { params: { id }, body: { channel: 'whatsapp' } },
      world.asOfficer,
    )
    await patch(session, { startsAt: later(startsAt, 24), endsAt: later(startsAt, 26) })
    expect(await notified(id)).toEqual([])
    const claimed = () =>
      call(
        server.app,
        whatsappApi.claim,
        { params: { id: session.id }, body: { kind: 'reschedule' } },
        world.asOfficer,
      )
    expect((await claimed()).item).toMatchObject({
      invitationId: id,
      message: expect.stringMatching(/mohon konfirmasi/i),
    })
    await close(session.id)
    await patch(session, { venue: 'Aula Lantai 3' })
    expect((await claimed()).item?.message).not.toMatch(/mohon konfirmasi/i)
  })

  test('is told by one job to all, and once, however often that is run', async () => {
    const { session, invitations } = await meeting({ guests: 2 })
    const { version } = await world.getSession(session.id)
    await call(
      server.app,
      sessionsApi.update,
      { params: { id: session.id }, body: { version, venue: 'Aula Lantai 3' } },
      world.asOfficer,
    )
    const { rowCount } = await server.make.pool.query(
      `select graphile_worker.add_job('notify_guests', j.payload) from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'notify_guests' and j.payload #>> '{data,sessionId}' = $1`,
      [session.id],
    )
    expect(rowCount).toBe(1)
    await sendNotices(server)
    for (const id of invitations) expect(await notified(id)).toHaveLength(1)
  })
})

test('what a move would mean is what it then means', async () => {
  const { session, startsAt, invitations } = await meeting({ guests: 4 })
  const [attending = '', , declined = ''] = invitations
  await world.answer(attending, 'attending')
  await world.answer(declined, 'declined')
  const effect = (body: object) =>
    call(server.app, sessionsApi.effect, { params: { id: session.id }, body }, world.asOfficer)
  const nextDay = { startsAt: later(startsAt, 24), endsAt: later(startsAt, 26) }
  const room = { venue: 'Aula Lantai 3' }
  expect(await effect({})).toEqual({ notified: 0, toReconfirm: 0, reopens: false })
  expect(await effect(room)).toEqual({ notified: 3, toReconfirm: 1, reopens: false })
  expect(await effect(nextDay)).toEqual({ notified: 4, toReconfirm: 1, reopens: false })
  await close(session.id)
  expect(await effect(room)).toEqual({ notified: 3, toReconfirm: 0, reopens: false })
  expect(await effect(nextDay)).toEqual({ notified: 4, toReconfirm: 1, reopens: true })
  await patch(session, nextDay)
  expect((await Promise.all(invitations.map(notified))).flat()).toHaveLength(4)
  // Not confirmed again yet: a second move still counts them.
  expect(await effect({ venue: 'Aula Lantai 4' })).toMatchObject({ notified: 3, toReconfirm: 1 })
  const stranger = await World.open(server)
  const { status } = await problemOf(
    call(
      server.app,
      sessionsApi.effect,
      { params: { id: session.id }, body: {} },
      stranger.asOfficer,
    ),
  )
  expect(status).toBe(404)
})

test('a cancellation is told to who knew of the session and did not decline', async () => {
  const { session, invitations } = await meeting({ guests: 3 })
  const [attending = '', silent = '', declined = ''] = invitations
  const [unaware = ''] = await world.invite(
    session.id,
    await world.journalists(1, { email: 'x@y.example' }),
  )
  await world.answer(attending, 'attending')
  await world.answer(declined, 'declined')
  await call(
    server.app,
    sessionsApi.cancel,
    { params: { id: session.id }, body: { reason: 'Hujan' } },
    world.asOfficer,
  )
  await sendNotices(server)
  const heard = await Promise.all([attending, silent, declined, unaware].map(notified))
  expect(heard).toEqual([['cancel'], ['cancel'], [], []])
  expect((await lastMail(silent))?.calendar_body).toContain('METHOD:CANCEL')
})
