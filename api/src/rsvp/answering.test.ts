import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { sendNotices } from '../../test/notices.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { inHours, World } from '../../test/world.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const patch = (session: { id: string; version: number }, changes: object) =>
  call(
    server.app,
    sessionsApi.update,
    { params: { id: session.id }, body: { version: session.version, ...changes } },
    world.asOfficer,
  )

test('200 guests answering at once for 30 seats: 30 attend, 170 wait, then seats move on in order', async () => {
  const { session, invitations } = await world.meeting({ capacity: 30, guests: 200 })
  const paths = await Promise.all(invitations.map((id) => world.path(id)))
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const replies = await Promise.all(
    paths.map((path) =>
      fetch(`${address}${path}/response`, {
        method: 'POST',
        body: new URLSearchParams({ answer: 'attending' }),
        redirect: 'manual',
      }),
    ),
  )
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([303]))
  const standings = await world.standings(invitations)
  expect(standings.filter((answer) => answer === 'attending')).toHaveLength(30)
  expect(standings.filter((answer) => answer === 'waitlisted')).toHaveLength(170)
  expect((await world.getSession(session.id)).seatsTaken).toBe(30)

  const { items } = await call(
    server.app,
    invitationsApi.list,
    { params: { id: session.id }, query: { answer: 'waitlisted', sort: 'waitlistedAt', limit: 3 } },
    world.asOfficer,
  )
  expect(items.map(({ queuePosition }) => queuePosition)).toEqual([1, 2, 3])
  const seated = invitations.filter((_, i) => standings[i] === 'attending').slice(0, 2)
  for (const [i, id] of seated.entries()) {
    await world.answer(id, 'declined')
    const next = items[i]
    expect(await world.standings([next?.id ?? ''])).toEqual(['attending'])
  }
  expect(await world.standings([items[2]?.id ?? ''])).toEqual(['waitlisted'])
  expect((await world.getSession(session.id)).seatsTaken).toBe(30)
  // The two before are seated, and who has a seat waits for none.
  expect(await world.invitation(items[2]?.id ?? '')).toMatchObject({ queuePosition: 1 })
  expect(await world.invitation(items[0]?.id ?? '')).toMatchObject({ queuePosition: null })
})

test('the queue is counted for each session alone, without who was withdrawn', async () => {
  const { invitations } = await world.meeting({ capacity: 1, guests: 4 })
  const other = await world.meeting({ capacity: 1, guests: 2 })
  for (const id of [...invitations, ...other.invitations]) await world.answer(id, 'attending')
  const [, first = '', second = '', third = ''] = invitations
  const positions = (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await world.invitation(id)).queuePosition))
  expect(await positions([first, second, third, ...other.invitations])).toEqual([1, 2, 3, null, 1])
  await call(
    server.app,
    invitationsApi.revoke,
    { params: { id: second }, query: { notify: '0' } },
    world.asOfficer,
  )
  expect(await positions([first, third])).toEqual([1, 2])
})

test('a promoted guest has it in the history by the system, and a mail', async () => {
  const { session, invitations } = await world.meeting({
    capacity: 1,
    guests: 2,
    email: 'tamu@uji.example',
  })
  const [first = '', second = ''] = invitations
  await world.answer(first, 'attending')
  await world.answer(second, 'attending')
  expect((await world.invitation(second)).waitlistedAt).not.toBeNull()
  await world.answer(first, 'maybe')
  await sendNotices(server)
  const { responses, deliveries, holdsSeat, waitlistedAt } = await world.invitation(second)
  expect(responses.map(({ from, to, by }) => [from, to, by.kind])).toEqual([
    ['none', 'waitlisted', 'officer'],
    ['waitlisted', 'attending', 'system'],
  ])
  expect({ holdsSeat, waitlistedAt }).toEqual({ holdsSeat: true, waitlistedAt: null })
  expect(deliveries).toMatchObject([
    { channel: 'email', kind: 'invitation', state: 'kept', by: null },
  ])
  expect((await world.getSession(session.id)).answers).toMatchObject({
    attending: 1,
    maybe: 1,
    invited: 2,
  })
})

test('who waits and declines leaves the queue; who comes back joins at its end', async () => {
  const { invitations } = await world.meeting({ capacity: 1, guests: 3 })
  const [first = '', second = '', third = ''] = invitations
  for (const id of invitations) await world.answer(id, 'attending')
  await world.answer(second, 'declined')
  await world.answer(second, 'attending')
  await world.answer(first, 'declined')
  expect(await world.standings([second, third])).toEqual(['waitlisted', 'attending'])
})

test('answering again the same changes nothing and adds nothing to the history', async () => {
  const { invitations } = await world.meeting({ capacity: 1, guests: 2 })
  const [first = '', second = ''] = invitations
  for (const id of [first, first, second, second]) await world.answer(id, 'attending')
  for (const id of [first, second]) expect((await world.invitation(id)).responses).toHaveLength(1)
})

test('another date asks those who counted on it to confirm again, with seat and place kept', async () => {
  const { session, invitations } = await world.meeting({
    capacity: 1,
    guests: 5,
    email: 'tamu@uji.example',
  })
  const [seated = '', waiting = '', maybe = '', declined = '', silent = ''] = invitations
  await world.answer(seated, 'attending')
  await world.answer(waiting, 'attending')
  await world.answer(maybe, 'maybe')
  await world.answer(declined, 'declined')
  const before = await world.invitation(waiting)
  const moved = await patch(session, { startsAt: inHours(192), endsAt: inHours(194) })
  await sendNotices(server)
  expect(moved.rsvpClosesAt).toBe(moved.startsAt)
  const again = 'needs_reconfirmation'
  expect(await world.standings(invitations)).toEqual([again, again, again, 'declined', 'none'])
  expect(moved).toMatchObject({ seatsTaken: 1, answers: { needsReconfirmation: 3 } })
  const after = await world.invitation(waiting)
  expect(after.waitlistedAt).toBe(before.waitlistedAt)
  expect(after.responses.at(-1)).toMatchObject({
    from: 'waitlisted',
    to: again,
    by: { kind: 'system' },
  })
  expect(after.lastDelivery?.kind).toBe('reschedule')
  expect((await world.invitation(silent)).lastDelivery).toBeNull()

  await world.answer(waiting, 'attending')
  expect(await world.invitation(waiting)).toMatchObject({
    answer: 'waitlisted',
    waitlistedAt: before.waitlistedAt,
  })
  expect(await world.answer(seated, 'attending')).toMatchObject({
    answer: 'attending',
    holdsSeat: true,
  })
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
})

test('other words keep the answers', async () => {
  const { session, invitations } = await world.meeting({ guests: 1 })
  await world.answer(invitations[0] ?? '', 'attending')
  await patch(session, { title: 'Ngopi Sore', description: 'Santai', agenda: [{ title: 'Buka' }] })
  expect(await world.standings(invitations)).toEqual(['attending'])
})

test('the capacity cannot go below the seats taken; a larger one lets the waiting in at once', async () => {
  const { session, invitations } = await world.meeting({ capacity: 2, guests: 4 })
  for (const id of invitations) await world.answer(id, 'attending')
  const { problem } = await problemOf(patch(session, { capacity: 1 }))
  expect(problem.code).toBe('full')
  expect(problem.title).toContain('kursi yang sudah terisi')
  await patch(session, { capacity: 3 })
  expect(await world.standings(invitations)).toEqual([
    'attending',
    'attending',
    'attending',
    'waitlisted',
  ])
  const current = await world.getSession(session.id)
  expect((await patch(current, { capacity: null })).answers.waitlisted).toBe(0)
})

test('revoking frees the seat for the first who waits', async () => {
  const { invitations } = await world.meeting({ capacity: 1, guests: 2 })
  const [first = '', second = ''] = invitations
  for (const id of invitations) await world.answer(id, 'attending')
  await call(server.app, invitationsApi.revoke, { params: { id: first } }, world.asOfficer)
  expect(await world.standings([second])).toEqual(['attending'])
  expect((await problemOf(world.invitation(first))).status).toBe(404)
  expect((await problemOf(world.answer(first, 'attending'))).status).toBe(404)
})

test('answers of guests close at the deadline, before publication, after cancelling and at the end; an officer records late ones', async () => {
  const [journalist] = await world.journalists(1)
  const invited = async (given: object) => {
    const session = await world.session(given)
    const [id = ''] = await world.invite(session.id, journalist ? [journalist] : [])
    return { session, id }
  }
  const draft = await invited({ publish: false })
  const late = await invited({ rsvpClosesAt: inHours(-1) })
  const begun = await invited({ startsAt: inHours(-1), endsAt: inHours(1) })
  const cancelled = await invited({})
  await call(
    server.app,
    sessionsApi.cancel,
    { params: { id: cancelled.session.id }, body: { reason: 'Ada kunjungan menteri' } },
    world.asOfficer,
  )
  for (const { id } of [draft, cancelled]) {
    const { status, problem } = await problemOf(world.answer(id, 'attending'))
    expect([status, problem.code]).toEqual([409, 'closed'])
  }
  for (const { id } of [draft, late, begun, cancelled]) {
    const reply = await world.post(await world.path(id), { answer: 'attending' })
    expect(reply.statusCode).toBe(409)
    expect(await world.standings([id])).toEqual(['none'])
  }
  for (const { id } of [late, begun]) {
    expect(await world.answer(id, 'attending')).toMatchObject({
      answer: 'attending',
      holdsSeat: true,
    })
    const { responses } = await world.invitation(id)
    expect(responses).toMatchObject([{ to: 'attending', afterDeadline: true }])
  }
  await call(
    server.app,
    sessionsApi.complete,
    { params: { id: begun.session.id } },
    world.asOfficer,
  )
  expect((await problemOf(world.answer(begun.id, 'declined'))).problem.code).toBe('closed')
})

test('an answer in time is none after the deadline; a late one frees and takes seats as any other', async () => {
  const { session, invitations } = await world.meeting({ capacity: 1, guests: 2 })
  const [first = '', second = ''] = invitations
  await world.answer(first, 'attending')
  await server.make.pool.query(
    `update sessions set rsvp_closes_at = now() - interval '1 hour' where id = $1`,
    [session.id],
  )
  expect(await world.answer(second, 'attending')).toMatchObject({ answer: 'waitlisted' })
  await world.answer(first, 'declined')
  expect(await world.standings([first, second])).toEqual(['declined', 'attending'])
  expect((await world.invitation(first)).responses.map((one) => one.afterDeadline)).toEqual([
    false,
    true,
  ])
})
