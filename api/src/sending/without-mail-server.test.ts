import { invitationsApi } from '@ngopi/shared/invitations'
import { remindersApi } from '@ngopi/shared/reminders'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import { sendNotices } from '../../test/notices.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import { candidatesFor } from '../messaging/whom-queries.ts'
import { remindGuests } from '../reminders/reminder-tasks.ts'
import { notifyGuests } from './notice-commands.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const email = 'tamu@uji.example'
const phone = '+6281200001111'

/** A session with a guest for each of these ways to reach them. */
async function meeting(...ways: { email?: string | null; phone?: string | null }[]) {
  const session = await world.session()
  const groups = await Promise.all(ways.map((way) => world.journalists(1, way)))
  const invitations = await world.invite(session.id, groups.flat())
  return { id: session.id, invitations }
}

const params = (id: string) => ({ params: { id } })
const sendMany = (id: string, kind: DeliveryKind = 'invitation') =>
  call(
    server.app,
    whatsappApi.sendMany,
    { ...params(id), body: { channel: 'email', kind, attachLetter: false } },
    world.asOfficer,
  )
const progress = async (id: string, kind: DeliveryKind = 'invitation') => {
  const all = await call(server.app, whatsappApi.progress, params(id), world.asOfficer)
  return { mailServer: all.mailServer, ...all.kinds.find((one) => one.kind === kind) }
}
const claim = (id: string, kind: DeliveryKind = 'invitation') =>
  call(server.app, whatsappApi.claim, { ...params(id), body: { kind } }, world.asOfficer)
const channelsOf = async (id: string) =>
  (await world.invitation(id)).deliveries.map(({ channel, state }) => [channel, state])

describe('a mail that is only kept', () => {
  test('is told as kept, not as sent, and is made once', async () => {
    const { id, invitations } = await meeting({ email, phone }, { phone })
    expect(await progress(id)).toMatchObject({
      mailServer: false,
      byMail: {
        guests: 1,
        leftOut: [{ invitationId: invitations[1], reason: 'no_channel' }],
      },
    })
    expect(await sendMany(id)).toMatchObject({
      sent: 0,
      kept: 1,
      skipped: [{ invitationId: invitations[1], reason: 'no_channel' }],
    })
    expect(await sendMany(id)).toMatchObject({ sent: 0, kept: 0 })
    expect(await channelsOf(invitations[0] ?? '')).toEqual([['email', 'kept']])
  })

  test('has written to nobody: the guest can be put into the WhatsApp queue, and stays there', async () => {
    const { id, invitations } = await meeting({ email, phone })
    const fill = { ...params(id), body: { kind: 'invitation' as const } }
    await sendMany(id)
    expect((await progress(id)).eligible).toBe(1)
    expect((await call(server.app, whatsappApi.fill, fill, world.asOfficer)).added).toBe(1)
    const deliver = { params: { id: invitations[0] ?? '' }, body: { channel: 'email' as const } }
    await call(server.app, invitationsApi.deliver, deliver, world.asOfficer)
    expect((await claim(id)).item?.invitationId).toBe(invitations[0])
  })

  test('can be sent as soon as there is a mail server', async () => {
    const { id, invitations } = await meeting({ email })
    await sendMany(id)
    const seen = async (mailServer: boolean) =>
      (
        await server.deps.database.read([world.officer.officeId], (db) =>
          candidatesFor(db, {
            sessionId: id,
            kinds: ['invitation'],
            invitationIds: invitations,
            mailServer,
          }),
        )
      ).map(({ written, mailed }) => ({ written, mailed }))
    expect(await seen(false)).toEqual([{ written: false, mailed: true }])
    expect(await seen(true)).toEqual([{ written: false, mailed: false }])
  })
})

describe('what the system tells by itself', () => {
  test('goes to the WhatsApp queue where there is a number, and is kept in the app for the others', async () => {
    const { id, invitations } = await meeting({ email, phone }, { email })
    await server.deps.database.write([world.officer.officeId], 'system:', (tx) =>
      notifyGuests(tx, { sessionId: id, invitationIds: invitations, kind: 'invitation' }),
    )
    await sendNotices(server)
    expect(await channelsOf(invitations[0] ?? '')).toEqual([])
    expect((await claim(id)).item?.invitationId).toBe(invitations[0])
    expect(await channelsOf(invitations[1] ?? '')).toEqual([['email', 'kept']])
  })

  test('reminds by WhatsApp alone, and says who cannot be reminded', async () => {
    const { id, invitations } = await meeting({ email, phone }, { email })
    const list = await call(server.app, remindersApi.list, params(id), world.asOfficer)
    const step = list.items.find(({ state }) => state === 'planned')
    expect(step?.recipients).toMatchObject({ byMail: 0, byWhatsapp: 1, unreachable: 1 })
    const sending = { params: { id, step: step?.step ?? '' } }
    await call(server.app, remindersApi.sendNow, sending, world.asOfficer)
    const { rows } = await server.make.pool.query<{ day: string }>(
      'select sent_for::text as day from reminder_steps where session_id = $1',
      [id],
    )
    await remindGuests(
      { ...server.deps, log: { info: () => {}, warn: () => {}, error: () => {} } },
      {
        offices: [world.officer.officeId],
        actor: 'job:',
        data: { sessionId: id, step: step?.step ?? '', day: rows[0]?.day ?? '', byUserId: null },
      },
      new Date().toISOString(),
    )
    const after = await call(server.app, remindersApi.list, params(id), world.asOfficer)
    expect(after.items.find((one) => one.step === step?.step)).toMatchObject({
      state: 'sent',
      recipients: { byMail: 0, byWhatsapp: 1, unreachable: 1 },
    })
    expect(await channelsOf(invitations[1] ?? '')).toEqual([])
    expect((await claim(id, 'reminder')).item?.invitationId).toBe(invitations[0])
  })
})
