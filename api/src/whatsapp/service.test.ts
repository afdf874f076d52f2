import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import { type MessageKind, templatesApi } from '@ngopi/shared/templates'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { waitFor } from '../../test/wait-for.ts'
import { FakeWhatsapp } from '../../test/whatsapp-service.ts'
import { World } from '../../test/world.ts'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import type { Actor } from '../platform/database.ts'
import { reachByWhatsapp } from './queue-commands.ts'
import { sendWhatsappTask } from './send-whatsapp-task.ts'

let service: FakeWhatsapp
let server: TestServer
let world: World

beforeAll(async () => {
  service = await FakeWhatsapp.open()
  server = await startServer({ publicUrl: 'https://ngopi.example', env: service.env })
  world = await World.open(server)
  await approveTemplate('invitation', 'undangan_ngopi')
})
beforeEach(() => {
  service.asked.length = 0
  service.refusals.length = 0
})
afterAll(async () => {
  await server.close()
  await service.close()
})

const run = (sql: string, values: unknown[]) => server.make.pool.query(sql, values)

const approveTemplate = (kind: MessageKind, serviceTemplate: string, by = world) =>
  call(
    by.server.app,
    templatesApi.save,
    {
      params: { kind, language: 'id' },
      body: {
        version: 0,
        subject: 'X',
        body: 'Yth. {nama}, {tautan}',
        serviceTemplate,
        serviceParameters: ['nama', 'acara', 'peta', 'tautan'],
      },
    },
    by.asOfficer,
  )

let numbers = 0
async function meeting(count = 1) {
  const session = await world.session()
  numbers += 1
  const phone = `+62812000${String(numbers).padStart(5, '0')}`
  const journalists = await world.journalists(count, { phone })
  const invitations = await world.invite(session.id, journalists)
  return { id: session.id, journalists, invitations, phone, invitation: invitations[0] ?? '' }
}

const sendMany = (id: string, kind: DeliveryKind = 'invitation', invitationIds?: string[]) =>
  call(
    server.app,
    whatsappApi.sendMany,
    { params: { id }, body: { channel: 'whatsapp', kind, invitationIds } },
    world.asOfficer,
  )

/** Does what a worker would with the messages that wait, one try each. */
async function work(
  invitationIds: readonly string[],
  by = world,
): Promise<PromiseSettledResult<void>[]> {
  const { rows } = await run(
    `select w.id from whatsapp_messages w join deliveries d on d.whatsapp_message_id = w.id
      where d.invitation_id = any ($1) order by w.id`,
    [invitationIds],
  )
  const offices = [by.officer.officeId]
  const actor: Actor = 'job:'
  return Promise.allSettled(
    rows.map(({ id }) =>
      sendWhatsappTask.run(server.deps, { offices, actor, data: { messageId: id } }),
    ),
  )
}

const messageOf = async (invitationId: string) => {
  const { rows } = await run(
    `select w.* from whatsapp_messages w join deliveries d on d.whatsapp_message_id = w.id where d.invitation_id = $1`,
    [invitationId],
  )
  return rows[0]
}
const lastState = async (id: string) => (await world.invitation(id)).lastDelivery?.state

const report = (statuses: readonly unknown[], headers: Record<string, string> = {}) => {
  const notice = service.notice(statuses)
  return server.app.inject({
    method: 'POST',
    url: '/hooks/whatsapp',
    payload: notice.payload,
    headers: { ...notice.headers, ...headers },
  })
}
const status = (id: string, state: string, more: object = {}) => ({
  id,
  status: state,
  timestamp: '1790000000',
  recipient_id: '62812',
  ...more,
})

describe('sending', () => {
  test('by whatever way works hands to the service what it has words for, the rest to an officer', async () => {
    const { id, invitation, invitations } = await meeting()
    const params = { id }
    const toAll = (kind: DeliveryKind) =>
      call(
        server.app,
        whatsappApi.sendMany,
        { params, body: { kind, attachLetter: false } },
        world.asOfficer,
      )
    const reach = (kind: DeliveryKind) =>
      call(server.app, whatsappApi.reach, { params, query: { kind } }, world.asOfficer)
    expect(await reach('invitation')).toMatchObject({ byService: 1, byOfficer: 0 })
    expect(await toAll('invitation')).toMatchObject({ sent: 1, queued: 0 })
    expect(await lastState(invitation)).toBe('queued')
    await work(invitations)
    expect(await reach('reminder')).toMatchObject({ byService: 0, byOfficer: 1 })
    expect(await toAll('reminder')).toMatchObject({ sent: 0, queued: 1 })
  })

  test('a reminder by hand is not sent to who has answered before its turn', async () => {
    const there = await World.open(server)
    for (const kind of ['invitation', 'reminder_silent', 'reminder_attending'] as const)
      await approveTemplate(kind, `lain_${kind}`, there)
    const { id } = await there.session()
    const phone = '+6281300000001'
    const [invitation = ''] = await there.invite(id, await there.journalists(1, { phone }))
    const send = (kind: DeliveryKind) =>
      call(
        server.app,
        whatsappApi.sendMany,
        { params: { id }, body: { channel: 'whatsapp', kind, attachLetter: false } },
        there.asOfficer,
      )
    await send('invitation')
    await send('reminder')
    await there.answer(invitation, 'attending')
    await work([invitation], there)
    const { deliveries } = await there.invitation(invitation)
    expect(deliveries.map(({ about, state }) => [about, state])).toEqual([
      ['invitation', 'sent'],
      ['reminder_silent', 'withdrawn'],
    ])
  })

  test('the approved template goes with our words in its places, once, and is recorded with its id', async () => {
    const { id, invitation, phone, invitations } = await meeting()
    const none = { kept: 0, queued: 0, left: 0, skipped: [] }
    expect(await sendMany(id)).toEqual({ sent: 1, ...none })
    expect(await sendMany(id)).toEqual({ sent: 0, ...none })
    expect(await lastState(invitation)).toBe('queued')
    await work(invitations)
    expect(service.asked).toHaveLength(1)
    const [asked] = service.asked
    expect(asked).toMatchObject({
      path: '/v23.0/106540352242922/messages',
      authorization: 'Bearer token-akses',
      body: {
        messaging_product: 'whatsapp',
        to: phone.slice(1),
        type: 'template',
        template: { name: 'undangan_ngopi', language: { code: 'id' } },
      },
    })
    const texts = asked?.body.template.components[0]?.parameters.map(({ text }) => text)
    expect(texts).toEqual([
      'Tamu Uji 1',
      'Ngopi Bareng Humas',
      '-',
      expect.stringContaining('https://ngopi.example/u/'),
    ])
    expect(await messageOf(invitation)).toMatchObject({
      state: 'sent',
      provider_id: expect.stringMatching(/^wamid\.1\./),
    })
    expect(await lastState(invitation)).toBe('sent')
    await work(invitations)
    expect(service.asked).toHaveLength(1)
  })

  test('who has no number, wants none, or has no template is named; a stranger to the session too', async () => {
    const { id, invitations, journalists } = await meeting(3)
    const other = await meeting()
    await run('update journalists set phone = null where id = $1', [journalists[0]?.id])
    await run('update journalists set opted_out_at = now() where id = $1', [journalists[1]?.id])
    await run(`update journalists set language = 'en' where id = $1`, [journalists[2]?.id])
    const { sent, skipped } = await sendMany(id, 'invitation', [...invitations, other.invitation])
    expect(sent).toBe(0)
    expect(new Map(skipped.map((one) => [one.invitationId, one.reason]))).toEqual(
      new Map([
        [invitations[0], 'no_channel'],
        [invitations[1], 'opted_out'],
        [invitations[2], 'no_template'],
        [other.invitation, 'unknown'],
      ]),
    )
  })

  test('what passes is tried again; the reason is kept meanwhile', async () => {
    const { id, invitation, invitations } = await meeting()
    await sendMany(id)
    service.refusals.push(503, { status: 400, code: 130429, message: 'Rate limit hit' })
    for (let tries = 0; tries < 2; tries += 1)
      expect((await work(invitations))[0]?.status).toBe('rejected')
    expect(await messageOf(invitation)).toMatchObject({ state: 'queued', error: 'Rate limit hit' })
    expect((await work(invitations))[0]?.status).toBe('fulfilled')
    expect(await messageOf(invitation)).toMatchObject({ state: 'sent', error: null })
  })

  test('what is refused for good is not tried again, and the guest may be reached otherwise', async () => {
    const { id, invitation, invitations } = await meeting()
    await sendMany(id)
    service.refusals.push({ status: 404, code: 132001, message: 'Template does not exist' })
    expect((await work(invitations))[0]?.status).toBe('fulfilled')
    await work(invitations)
    expect(service.asked).toHaveLength(1)
    expect(await lastState(invitation)).toBe('failed')
    const params = { id }
    const body = { kind: 'invitation' as const }
    expect(
      await call(server.app, whatsappApi.fill, { params, body }, world.asOfficer),
    ).toMatchObject({
      added: 1,
    })
  })

  test('a number without WhatsApp is noted, unless the guest has another one by now', async () => {
    const [first, second] = [await meeting(), await meeting()]
    const problem = async ({ journalists }: typeof first) =>
      (await run('select phone_problem_at from journalists where id = $1', [journalists[0]?.id]))
        .rows[0].phone_problem_at
    for (const one of [first, second]) {
      await sendMany(one.id)
      service.refusals.push({ status: 400, code: 131026, message: 'Message undeliverable' })
    }
    await work(first.invitations)
    expect(await problem(first)).not.toBeNull()
    service.refusals.length = 0
    await work(second.invitations)
    await run(`update journalists set phone = '+6281999999999' where id = $1`, [
      second.journalists[0]?.id,
    ])
    const { provider_id } = await messageOf(second.invitation)
    await report([status(provider_id, 'failed', { errors: [{ code: 131026, title: 'X' }] })])
    expect(await lastState(second.invitation)).toBe('failed')
    expect(await problem(second)).toBeNull()
  })

  test('the state at sending counts: answered, revoked, opted out, moved, renumbered', async () => {
    const meetings = await Promise.all([meeting(), meeting(), meeting(), meeting(), meeting()])
    const [declined, revoked, optedOut, renumbered, cancelled] = meetings
    for (const one of meetings) await sendMany(one.id)
    await world.answer(declined.invitation, 'declined')
    const params = { id: revoked.invitation }
    await call(server.app, invitationsApi.revoke, { params }, world.asOfficer)
    await run('update journalists set opted_out_at = now() where id = $1', [
      optedOut.journalists[0]?.id,
    ])
    await run(`update journalists set phone = '+6281777777777' where id = $1`, [
      renumbered.journalists[0]?.id,
    ])
    const body = { reason: 'Hujan' }
    await call(
      server.app,
      sessionsApi.cancel,
      { params: { id: cancelled.id }, body },
      world.asOfficer,
    )
    await work(meetings.flatMap(({ invitations }) => invitations))
    expect(service.asked.map((asked) => asked.body.to)).toEqual(['6281777777777'])
    const reasons = [
      [declined, 'Jawaban tamu sudah berubah.'],
      [revoked, 'Undangan sudah dicabut.'],
      [optedOut, 'Tamu tidak ingin menerima undangan lagi.'],
      [cancelled, 'Pertemuan dibatalkan.'],
    ] as const
    for (const [one, error] of reasons)
      expect(await messageOf(one.invitation)).toMatchObject({ state: 'withdrawn', error })
  })

  test('the system reaches guests by the service where a template says it, else through the queue', async () => {
    const { invitation, invitations } = await meeting()
    const reach = (kind: DeliveryKind, reminderStep?: string) =>
      server.deps.database.write([world.officer.officeId], 'system:', (tx) =>
        reachByWhatsapp(tx, server.deps, { invitationIds: invitations, kind, reminderStep }),
      )
    expect(await reach('reminder')).toEqual([invitation])
    expect(await messageOf(invitation)).toBeUndefined()
    await approveTemplate('reminder_silent', 'pengingat_ngopi')
    expect(await reach('reminder', '3-0900')).toEqual([invitation])
    await reach('reminder', '3-0900')
    await work(invitations)
    expect(service.asked.map(({ body }) => body.template.name)).toEqual(['pengingat_ngopi'])
  })

  test('a worker takes the job that sending leaves', async () => {
    const working = await startServer({ env: service.env, worker: true })
    const there = await World.open(working)
    await approveTemplate('invitation', 'undangan_ngopi', there)
    const session = await there.session()
    await there.invite(session.id, await there.journalists(1, { phone: '+6281234567890' }))
    const body = { channel: 'whatsapp' as const, kind: 'invitation' as const }
    const params = { id: session.id }
    await call(working.app, whatsappApi.sendMany, { params, body }, there.asOfficer)
    await waitFor(async () => {
      const { rows } = await working.make.pool.query('select state from whatsapp_messages')
      return rows.length === 1 && rows[0].state === 'sent'
    })
    expect(service.asked.map((asked) => asked.body.to)).toEqual(['6281234567890'])
    await working.close()
  })

  test('without the service nobody is written to through it', async () => {
    const plain = await startServer()
    const there = await World.open(plain)
    const { session } = await there.meeting()
    const body = { channel: 'whatsapp' as const, kind: 'invitation' as const }
    const params = { id: session.id }
    const { status: refused, problem } = await problemOf(
      call(plain.app, whatsappApi.sendMany, { params, body }, there.asOfficer),
    )
    expect(refused).toBe(400)
    expect(problem.fields?.[0]?.path).toBe('channel')
    const { payload, headers } = service.notice([])
    const hook = await plain.app.inject({
      method: 'POST',
      url: '/hooks/whatsapp',
      payload,
      headers,
    })
    expect(hook.statusCode).toBe(404)
    await plain.close()
  })
})

describe('what the service reports', () => {
  async function sentMessage() {
    const { id, invitation, invitations } = await meeting()
    await sendMany(id)
    await work(invitations)
    const { provider_id: providerId } = await messageOf(invitation)
    return { invitation, providerId: String(providerId) }
  }

  test('moves a message forward and never back, however often and in whatever order it comes', async () => {
    const { invitation, providerId } = await sentMessage()
    for (const state of ['delivered', 'delivered', 'sent', 'failed'])
      expect((await report([status(providerId, state)])).statusCode).toBe(200)
    const message = await messageOf(invitation)
    expect(message).toMatchObject({ state: 'delivered', error: null })
    expect(message.delivered_at.toISOString()).toBe('2026-09-21T14:13:20.000Z')
  })

  test('that it was read says that it was delivered, and nothing more', async () => {
    const { invitation, providerId } = await sentMessage()
    await report([status(providerId, 'read')])
    const message = await messageOf(invitation)
    expect(message.state).toBe('delivered')
    expect(JSON.stringify(message)).not.toContain('read')
  })

  test('finds a message whose answer was lost by the id we gave, so that it is not sent again', async () => {
    const { id, invitation, invitations } = await meeting()
    await sendMany(id)
    const { id: ours } = await messageOf(invitation)
    await report([status('wamid.hilang', 'sent', { biz_opaque_callback_data: ours })])
    expect(await messageOf(invitation)).toMatchObject({
      state: 'sent',
      provider_id: 'wamid.hilang',
    })
    await work(invitations)
    expect(service.asked).toHaveLength(0)
  })

  test('of strangers, of other things and of nonsense changes nothing', async () => {
    const { invitation, providerId } = await sentMessage()
    const before = await messageOf(invitation)
    const answers = await Promise.all([
      report([status('wamid.asing', 'delivered')]),
      report([status(providerId, 'dimakan'), { id: providerId }, 'x']),
      report([]),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(await messageOf(invitation)).toEqual(before)
  })

  test('counts only when signed, over the bytes as they came', async () => {
    const { invitation, providerId } = await sentMessage()
    const { payload, headers } = service.notice([status(providerId, 'delivered')])
    const signature = headers['x-hub-signature-256'] ?? ''
    const post = (body: string, given: Record<string, string>) =>
      server.app.inject({
        method: 'POST',
        url: '/hooks/whatsapp',
        payload: body,
        headers: { 'content-type': 'application/json', ...given },
      })
    const wrong = [
      post(payload, {}),
      post(payload, { 'x-hub-signature-256': 'sha256=' }),
      post(payload, { 'x-hub-signature-256': signature.replace(/.$/, '') }),
      post(payload, { 'x-hub-signature-256': signature.replace('sha256', 'sha1') }),
      post(payload, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }),
      post(payload.replace('{', '{ '), { 'x-hub-signature-256': signature }),
    ]
    for (const answer of await Promise.all(wrong)) expect(answer.statusCode).toBe(401)
    expect(await messageOf(invitation)).toMatchObject({ state: 'sent' })
    expect((await post(payload, { 'x-hub-signature-256': signature })).statusCode).toBe(200)
    expect(await messageOf(invitation)).toMatchObject({ state: 'delivered' })
  })

  test('is subscribed to with the word agreed upon', async () => {
    const ask = (query: Record<string, string>) =>
      server.app.inject({ method: 'GET', url: '/hooks/whatsapp', query })
    const right = {
      'hub.mode': 'subscribe',
      'hub.verify_token': service.verifyToken,
      'hub.challenge': '1158201444',
    }
    const answer = await ask(right)
    expect([answer.statusCode, answer.body]).toEqual([200, '1158201444'])
    expect(answer.headers['content-type']).toContain('text/plain')
    for (const part of [
      { 'hub.verify_token': 'salah' },
      { 'hub.verify_token': '' },
      { 'hub.mode': 'unsubscribe' },
    ])
      expect((await ask({ ...right, ...part })).statusCode).toBe(403)
  })
})

describe('after the session', () => {
  test('thanks who was there and brings the materials to who was not, as it is known when the turn comes', async () => {
    await approveTemplate('thanks', 'terima_kasih')
    await approveTemplate('materials', 'materi_ngopi')
    const { id, invitations } = await meeting(3)
    await run(
      `update sessions set status = 'done', starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour',
              rsvp_closes_at = null where id = $1`,
      [id],
    )
    await run(
      `insert into attendances (office_id, session_id, journalist_id, status)
       select office_id, session_id, journalist_id, 'present' from invitations where id = any ($1)`,
      [invitations.slice(0, 2)],
    )
    expect((await sendMany(id, 'thanks')).sent).toBe(2)
    await run(
      `insert into materials (office_id, session_id, title, url)
       select office_id, id, 'Siaran pers', 'https://kantor.example/siaran' from sessions where id = $1`,
      [id],
    )
    expect((await sendMany(id, 'thanks')).sent).toBe(1)
    await run(
      `update attendances a set status = 'absent' from invitations i where i.journalist_id = a.journalist_id and i.id = $1`,
      [invitations[1]],
    )
    await work(invitations)
    const templates = await Promise.all(invitations.map(messageOf))
    expect(templates.map(({ state, template }) => [state, template])).toEqual([
      ['sent', 'terima_kasih'],
      ['sent', 'materi_ngopi'],
      ['sent', 'materi_ngopi'],
    ])
  })
})
