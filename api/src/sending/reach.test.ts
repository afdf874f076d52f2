import { invitationsApi } from '@ngopi/shared/invitations'
import { type Reminded, whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { refreshGuestMail } from '../messaging/mail-at-send-time.ts'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import { withdrawals } from '../messaging/withdrawal-rules.ts'
import { remindGuest } from '../reminders/guest-reminder-commands.ts'
import { dayOfSession } from '../reminders/step-rules.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  // Nothing is sent in these tests: no worker runs.
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:9' })
  world = await World.open(server)
})
afterAll(() => server.close())

const run = (sql: string, values: unknown[]) => server.make.pool.query(sql, values)

interface Contact {
  email?: string
  phone?: string
  prefers?: 'whatsapp'
  badPhone?: boolean
  optedOut?: boolean
}
const email = 'tamu@uji.example'
const phone = '+6281200001111'

/** A session whose guests can be reached so, each told by a letter on paper unless `notified` is false. */
async function meeting(contacts: readonly Contact[], { told: notified = true } = {}) {
  const { id } = await world.session()
  const journalists = await world.journalists(contacts.length)
  const invitations = await world.invite(id, journalists)
  for (const [position, contact] of contacts.entries()) {
    const { id: guest } = journalists[position] ?? { id: '' }
    await run(
      `update journalists set email = $2, phone = $3, preferred_channel = $4 where id = $1`,
      [guest, contact.email ?? null, contact.phone ?? null, contact.prefers ?? null],
    )
    if (contact.badPhone)
      await run('update journalists set phone_problem_at = now() where id = $1', [guest])
    if (contact.optedOut)
      await run('update journalists set opted_out_at = now() where id = $1', [guest])
  }
  if (notified)
    await run(
      `insert into deliveries (office_id, invitation_id, channel, kind, about, link_version)
       select office_id, id, 'letter', 'invitation', 'invitation', link_version from invitations where id = any ($1)`,
      [invitations],
    )
  const params = { id }
  return {
    id,
    invitations,
    names: journalists.map(({ fullName }) => fullName),
    reach: (kind: DeliveryKind, reminds?: Reminded) =>
      call(
        server.app,
        whatsappApi.reach,
        { params, query: { kind, ...(reminds ? { reminds } : {}) } },
        world.asOfficer,
      ),
    send: (
      kind: DeliveryKind,
      more: { reminds?: Reminded; channel?: 'email'; invitationIds?: string[] } = {},
    ) =>
      call(
        server.app,
        whatsappApi.sendMany,
        { params, body: { kind, attachLetter: false, ...more } },
        world.asOfficer,
      ),
    fill: (kind: DeliveryKind) =>
      call(server.app, whatsappApi.fill, { params, body: { kind } }, world.asOfficer),
    claim: (kind: DeliveryKind, reminds?: Reminded) =>
      call(server.app, whatsappApi.claim, { params, body: { kind, reminds } }, world.asOfficer),
  }
}

/** Who got a message, but for the letter on paper, or waits in the queue for one, and by which way. */
async function reachedOf(invitations: readonly string[]): Promise<string[]> {
  const { rows } = await run(
    `select array_position($1, d.invitation_id) as place, d.channel, d.about from deliveries d
      where d.invitation_id = any ($1) and d.channel <> 'letter'
     union all
     select array_position($1, q.invitation_id), 'queue', coalesce(q.reminds, q.kind) from whatsapp_queue q
      where q.invitation_id = any ($1) and q.state = 'waiting' order by 1`,
    [invitations],
  )
  return rows.map(({ place: position, channel, about }) => `${position} ${channel} ${about}`)
}

const everyWay: readonly Contact[] = [
  { email },
  { phone },
  { email, phone },
  { email, phone, prefers: 'whatsapp' },
  { phone, badPhone: true },
  {},
  { email, optedOut: true },
]

describe.each(['invitation', 'reminder'] as const)('sending to many: %s', (kind) => {
  test('reaches each by the way that works, names the others, and says so before', async () => {
    const one = await meeting(everyWay, { told: kind === 'reminder' })
    const leftOut = [
      { invitationId: one.invitations[4], fullName: one.names[4], reason: 'no_channel' },
      { invitationId: one.invitations[5], fullName: one.names[5], reason: 'no_channel' },
      { invitationId: one.invitations[6], fullName: one.names[6], reason: 'opted_out' },
    ]
    expect(await one.reach(kind)).toEqual({
      byMail: 2,
      byService: 0,
      byOfficer: 2,
      waiting: 0,
      already: 0,
      leftOut,
    })
    expect(await one.send(kind)).toEqual({ sent: 2, kept: 0, queued: 2, left: 0, skipped: leftOut })
    const [mail, queue] =
      kind === 'reminder' ? ['reminder_silent', 'silent'] : ['invitation', 'invitation']
    const expected = [`1 email ${mail}`, `2 queue ${queue}`, `3 email ${mail}`, `4 queue ${queue}`]
    expect(await reachedOf(one.invitations)).toEqual(expected)
    expect(await one.reach(kind)).toMatchObject({
      byMail: 0,
      byOfficer: 2,
      waiting: 2,
      already: 2,
      leftOut,
    })
    expect(await one.send(kind)).toMatchObject({ sent: 0, queued: 0 })
    expect(await reachedOf(one.invitations)).toEqual(expected)
  })
})

describe('without a mail server', () => {
  test('whom only a mail would reach is named, and nothing is kept as if it went', async () => {
    const silent = await startServer()
    const there = await World.open(silent)
    const { id } = await there.session()
    const journalists = [
      ...(await there.journalists(1, { email })),
      ...(await there.journalists(1, { email, phone })),
    ]
    const [mailOnly] = await there.invite(id, journalists)
    const params = { id }
    const body = { kind: 'invitation' as const, attachLetter: false }
    const sent = await call(silent.app, whatsappApi.sendMany, { params, body }, there.asOfficer)
    await silent.close()
    expect(sent).toEqual({
      sent: 0,
      kept: 0,
      queued: 1,
      left: 0,
      skipped: [{ invitationId: mailOnly, fullName: 'Tamu Uji 1', reason: 'no_mail_server' }],
    })
  })
})

test('writes to 100 in one call, says how many are left, and to those in the next', async () => {
  const one = await meeting([{}])
  await run(
    `with guest as (
       insert into journalists (office_id, full_name, email)
       select $1, 'Tamu ' || n, 'tamu' || n || '@uji.example' from generate_series(1, 103) n returning id)
     insert into invitations (office_id, session_id, journalist_id) select $1, $2, id from guest`,
    [world.officer.officeId, one.id],
  )
  expect(await one.send('invitation')).toMatchObject({ sent: 100, left: 3 })
  expect(await one.send('invitation')).toMatchObject({ sent: 3, left: 0 })
})

describe('a reminder by hand', () => {
  /** One guest for each standing, by mail and, the same once more, by WhatsApp alone. */
  async function standings() {
    const one = await meeting([
      ...Array.from({ length: 6 }, () => ({ email })),
      ...Array.from({ length: 6 }, () => ({ phone })),
    ])
    for (const from of [0, 6]) {
      const [, yes = '', maybe = '', no = '', again = '', gone = ''] = one.invitations.slice(from)
      await world.answer(yes, 'attending')
      await world.answer(maybe, 'maybe')
      await world.answer(no, 'declined')
      await run(
        `update invitations set answer = 'needs_reconfirmation', responded_at = now() where id = $1`,
        [again],
      )
      await call(server.app, invitationsApi.revoke, { params: { id: gone } }, world.asOfficer)
    }
    return one
  }

  test('reaches who never answered, unless others are named; nobody answered, declined or revoked', async () => {
    const one = await standings()
    await one.send('reminder')
    expect(await reachedOf(one.invitations)).toEqual(['1 email reminder_silent', '7 queue silent'])
    await one.send('reminder', { reminds: 'attending' })
    await one.send('reminder', { reminds: 'maybe' })
    await one.send('reminder', { reminds: 'unconfirmed' })
    expect(await reachedOf(one.invitations)).toEqual([
      '1 email reminder_silent',
      '2 email reminder_attending',
      '3 email reminder_maybe',
      '5 email reminder_silent',
      '7 queue silent',
      '8 queue attending',
      '9 queue maybe',
      '11 queue unconfirmed',
    ])
  })

  test('by mail alone or from the queue alone means the same guests, also where others are asked for by name', async () => {
    const one = await standings()
    const byName = await one.send('reminder', { channel: 'email', invitationIds: one.invitations })
    expect(byName.sent).toBe(1)
    expect(byName.skipped.filter(({ reason }) => reason === 'unknown')).toHaveLength(10)
    expect((await one.fill('reminder')).added).toBe(1)
    expect(await reachedOf(one.invitations)).toEqual(['1 email reminder_silent', '7 queue silent'])
  })

  test('is handed out of the queue by group, and to nobody who has answered meanwhile', async () => {
    const one = await meeting([{ phone }, { phone }, { phone }])
    const [first = '', second, third = ''] = one.invitations
    await world.answer(third, 'attending')
    await one.send('reminder', { reminds: 'attending' })
    await one.send('reminder')
    await world.answer(first, 'attending')
    const claimed = await one.claim('reminder', 'silent')
    expect(claimed.item?.invitationId).toBe(second)
    expect(claimed.progress).toMatchObject({ total: 2, waiting: 1, withdrawn: 1 })
    expect((await one.claim('reminder', 'attending')).item?.invitationId).toBe(third)
  })

  test('waits for an answer that came between the preview and the sending, or before the mail left', async () => {
    const one = await meeting([{ email }, { email }, { email }])
    const [before = '', after = '', undecided = ''] = one.invitations
    expect((await one.reach('reminder')).byMail).toBe(3)
    await world.answer(before, 'attending')
    expect((await one.send('reminder')).sent).toBe(2)
    await world.answer(after, 'attending')
    await world.answer(undecided, 'maybe')
    const { rows } = await run(
      `select mail_id as id from deliveries where invitation_id = any ($1) and mail_id is not null`,
      [one.invitations],
    )
    for (const { id } of rows)
      expect(
        await server.deps.database.read([world.officer.officeId], (db) =>
          refreshGuestMail(server.deps)(db, id),
        ),
      ).toEqual({ withdrawn: withdrawals.needsNoReminder.id })
    expect(rows).toHaveLength(2)
  })

  test('is owed to nobody whom no invitation was sent, who is named, nor to anybody once answers are closed', async () => {
    const one = await meeting([{ email }, { phone }], { told: false })
    const leftOut = one.invitations.map((invitationId, position) => ({
      invitationId,
      fullName: one.names[position],
      reason: 'not_invited',
    }))
    expect(await one.reach('reminder')).toMatchObject({ byMail: 0, byOfficer: 0, leftOut })
    expect(await one.send('reminder')).toEqual({
      sent: 0,
      kept: 0,
      queued: 0,
      left: 0,
      skipped: leftOut,
    })
    const notified = await meeting([{ email }])
    await run(`update sessions set rsvp_closes_at = now() - interval '1 minute' where id = $1`, [
      notified.id,
    ])
    expect(await notified.reach('reminder')).toMatchObject({ byMail: 0, leftOut: [] })
  })

  test('to one guest is refused where none is meant for them', async () => {
    const one = await meeting([{ email }])
    const id = one.invitations[0] ?? ''
    await world.answer(id, 'declined')
    const body = { channel: 'email' as const, kind: 'reminder' as const }
    const refused = call(
      server.app,
      invitationsApi.deliver,
      { params: { id }, body },
      world.asOfficer,
    )
    expect(await problemOf(refused)).toMatchObject({
      status: 400,
      problem: { fields: [{ path: 'kind' }] },
    })
  })
})

test('the step of the clock takes over whom an officer was to remind, whatever they answer then', async () => {
  const one = await meeting([{ phone }])
  const [id = ''] = one.invitations
  await one.send('reminder')
  const { officeId } = world.officer
  const day = dayOfSession(await world.getSession(one.id))
  const job = { sessionId: one.id, step: '1-0900', day, byUserId: null }
  await server.deps.database.write([officeId], 'job:', (tx) =>
    remindGuest(tx, server.deps, { invitationId: id, job, now: new Date().toISOString() }),
  )
  await world.answer(id, 'attending')
  expect((await one.claim('reminder')).item?.invitationId).toBe(id)
})

test('whom a sending reaches is for officers of the office to ask', async () => {
  const one = await meeting([{ email }])
  const { officeId } = world.officer
  const query = { kind: 'invitation' as const }
  const asked = (token: string) =>
    problemOf(call(server.app, whatsappApi.reach, { params: { id: one.id }, query }, { token }))
  expect((await asked((await server.make.user({ officeId, role: 'desk' })).token)).status).toBe(403)
  expect((await asked((await server.make.user()).token)).status).toBe(404)
})
