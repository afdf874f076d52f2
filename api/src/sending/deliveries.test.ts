import { invitationsApi } from '@ngopi/shared/invitations'
import { lettersApi } from '@ngopi/shared/letters'
import { type Reminded, whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import type { DeliveryKind } from '../messaging/message-rules.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  // Nothing is sent in these tests: no worker runs.
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:9' })
  world = await World.open(server)
})
afterAll(() => server.close())

const run = (sql: string, values: unknown[]) => server.make.pool.query(sql, values)

async function meeting(count: number) {
  const session = await world.session()
  const journalists = await world.journalists(count, {
    phone: '+6281200001111',
    email: 'tamu@uji.example',
  })
  const invitations = await world.invite(session.id, journalists)
  return { id: session.id, journalists, invitations }
}

const sendMany = (
  id: string,
  {
    kind = 'invitation',
    ...more
  }: {
    kind?: DeliveryKind
    reminds?: Reminded
    invitationIds?: string[]
    attachLetter?: boolean
  } = {},
  as = world.asOfficer,
) =>
  call(
    server.app,
    whatsappApi.sendMany,
    { params: { id }, body: { channel: 'email', kind, ...more } },
    as,
  )
const deliver = (id: string, channel: 'whatsapp' | 'email' | 'letter') =>
  call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel, kind: 'invitation' } },
    world.asOfficer,
  )
const takeBack = (id: string, as = world.asOfficer) =>
  call(server.app, invitationsApi.takeBack, { params: { id } }, as)
const queue = (id: string) => ({ params: { id }, body: { kind: 'invitation' as const } })
const claim = (id: string) => call(server.app, whatsappApi.claim, queue(id), world.asOfficer)

const mailsTo = async (invitationIds: readonly string[]) => {
  const { rows } = await run(
    `select d.invitation_id as id, m.attach_letter as letter, d.about from deliveries d join mails m on m.id = d.mail_id
      where d.invitation_id = any ($1) order by d.kind, d.invitation_id`,
    [invitationIds],
  )
  return rows as { id: string; letter: boolean; about: string }[]
}

const saveLetter = (id: string) =>
  call(
    server.app,
    lettersApi.save,
    {
      params: { id },
      body: {
        number: 'B-1/2026',
        nature: 'Biasa',
        attachment: '-',
        subject: 'Undangan',
        place: 'Pemalang',
        datedOn: '2026-01-05',
        copiesTo: [],
        version: 0,
      },
    },
    world.asOfficer,
  )

describe('a letter that goes with a mail', () => {
  test('has to be saved before anything is queued, to one or to many', async () => {
    const { id, invitations } = await meeting(2)
    const one = call(
      server.app,
      invitationsApi.deliver,
      { params: { id: invitations[0] ?? '' }, body: { channel: 'email', attachLetter: true } },
      world.asOfficer,
    )
    for (const refused of [
      await problemOf(one),
      await problemOf(sendMany(id, { attachLetter: true })),
    ])
      expect(refused).toMatchObject({
        status: 400,
        problem: { code: 'invalid', fields: [{ path: 'attachLetter' }] },
      })
    expect(await mailsTo(invitations)).toEqual([])
    await saveLetter(id)
    expect(await sendMany(id, { attachLetter: true })).toMatchObject({ sent: 2 })
  })
})

describe('mail to many', () => {
  test('goes to all who were not written to, with the letter where it is wanted; a second time to nobody', async () => {
    const { id, invitations } = await meeting(4)
    await deliver(invitations[1] ?? '', 'letter')
    await world.answer(invitations[2] ?? '', 'declined')
    await saveLetter(id)
    const none = { kept: 0, queued: 0, left: 0, skipped: [] }
    expect(await sendMany(id, { attachLetter: true })).toEqual({ sent: 2, ...none })
    expect(await sendMany(id)).toEqual({ sent: 0, ...none })
    expect(await mailsTo(invitations)).toEqual([
      { id: invitations[0], letter: true, about: 'invitation' },
      { id: invitations[3], letter: true, about: 'invitation' },
    ])
  })

  test('names who is left out, and why', async () => {
    const { id, invitations, journalists } = await meeting(4)
    const other = await meeting(1)
    await run('update journalists set email = null where id = $1', [journalists[0]?.id])
    await run('update journalists set email_problem_at = now() where id = $1', [journalists[1]?.id])
    await run('update journalists set opted_out_at = now() where id = $1', [journalists[2]?.id])
    const asked = [...invitations, ...other.invitations]
    const { sent, skipped } = await sendMany(id, { invitationIds: asked })
    expect(sent).toBe(1)
    expect(skipped.map(({ invitationId, reason }) => [invitationId, reason])).toEqual(
      expect.arrayContaining([
        [invitations[0], 'no_channel'],
        [invitations[1], 'no_channel'],
        [invitations[2], 'opted_out'],
        [other.invitations[0], 'unknown'],
      ]),
    )
  })

  test('is sent once when two press the button together, and not again while a refused mail is tried', async () => {
    const { id, invitations } = await meeting(5)
    const both = await Promise.all([sendMany(id), sendMany(id)])
    expect(both.map(({ sent }) => sent).toSorted()).toEqual([0, 5])
    await run(
      `update mails set state = 'failed' where id in (select mail_id from deliveries where invitation_id = any ($1))`,
      [invitations],
    )
    expect((await sendMany(id)).sent).toBe(0)
    await run(
      `update mails set state = 'bounced' where id in (select mail_id from deliveries where invitation_id = $1)`,
      [invitations[0]],
    )
    expect((await sendMany(id)).sent).toBe(1)
  })

  test('reminds each by where they stand', async () => {
    const { id, invitations } = await meeting(3)
    await sendMany(id)
    await world.answer(invitations[0] ?? '', 'attending')
    await world.answer(invitations[1] ?? '', 'maybe')
    for (const reminds of ['silent', 'maybe', 'attending'] as const)
      expect((await sendMany(id, { kind: 'reminder', reminds })).sent).toBe(1)
    const abouts = (await mailsTo(invitations)).slice(3).map(({ about }) => about)
    expect(abouts).toEqual(['reminder_attending', 'reminder_maybe', 'reminder_silent'])
  })

  test('takes officers of the office alone', async () => {
    const { id } = await meeting(1)
    const { officeId } = world.officer
    const desk = { token: (await server.make.user({ officeId, role: 'desk' })).token }
    expect((await problemOf(sendMany(id, {}, desk))).status).toBe(403)
    const stranger = { token: (await server.make.user()).token }
    expect((await problemOf(sendMany(id, {}, stranger))).status).toBe(404)
  })

  test('sends to 100 in a call, says how many are left, and reaches them by the next', async () => {
    const large = await meeting(110)
    expect(await sendMany(large.id)).toMatchObject({ sent: 100, left: 10 })
    expect(await sendMany(large.id)).toMatchObject({ sent: 10, left: 0 })
  })
})

describe('a mark by hand', () => {
  test('of a WhatsApp takes the guest out of the queue, whoever had it in hand', async () => {
    const { id, invitations } = await meeting(2)
    await call(server.app, whatsappApi.fill, queue(id), world.asOfficer)
    const found = await claim(id)
    await deliver(invitations[0] ?? '', 'whatsapp')
    expect(await claim(id)).toMatchObject({
      item: { invitationId: invitations[1] },
      progress: { sent: 1, waiting: 1 },
    })
    const outcome = { params: { id: found.item?.id ?? '' }, body: { outcome: 'sent' as const } }
    await call(server.app, whatsappApi.settle, outcome, world.asOfficer)
    expect((await world.invitation(invitations[0] ?? '')).deliveries).toHaveLength(1)
  })

  test('can be taken back, which puts the guest into the queue again', async () => {
    const { id, invitations } = await meeting(1)
    const invitation = invitations[0] ?? ''
    await call(server.app, whatsappApi.fill, queue(id), world.asOfficer)
    const delivery = await deliver(invitation, 'whatsapp')
    expect((await claim(id)).item).toBeNull()
    await takeBack(delivery.id)
    await takeBack(delivery.id)
    expect((await world.invitation(invitation)).deliveries).toEqual([])
    expect((await claim(id)).item?.invitationId).toBe(invitation)
  })

  test('cannot be taken back where it really went out, nor by others', async () => {
    const { invitations } = await meeting(1)
    const mailed = await deliver(invitations[0] ?? '', 'email')
    expect((await problemOf(takeBack(mailed.id))).problem.code).toBe('closed')
    const marked = await deliver(invitations[0] ?? '', 'letter')
    const stranger = { token: (await server.make.user()).token }
    expect((await problemOf(takeBack(marked.id, stranger))).status).toBe(404)
    const { officeId } = world.officer
    const desk = { token: (await server.make.user({ officeId, role: 'desk' })).token }
    expect((await problemOf(takeBack(marked.id, desk))).status).toBe(403)
  })
})
