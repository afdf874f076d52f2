import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { sendNotices } from '../../test/notices.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import { reachByWhatsapp } from './queue-commands.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer({ publicUrl: 'https://ngopi.example' })
  world = await World.open(server)
})
afterAll(() => server.close())

async function meeting(count: number) {
  const session = await world.session()
  const journalists = await world.journalists(count, { phone: '+6281200001111' })
  const invitations = count > 0 ? await world.invite(session.id, journalists) : []
  return { id: session.id, journalists, invitations }
}

const fill = (id: string, kind: DeliveryKind = 'invitation', invitationIds?: string[]) =>
  call(
    server.app,
    whatsappApi.fill,
    { params: { id }, body: { kind, invitationIds } },
    world.asOfficer,
  )
const claim = (id: string, kind: DeliveryKind = 'invitation', as = world.asOfficer) =>
  call(server.app, whatsappApi.claim, { params: { id }, body: { kind } }, as)
const settle = (
  id: string,
  outcome: 'sent' | 'skipped' | 'problem',
  { as = world.asOfficer, note }: { as?: { token: string }; note?: string } = {},
) => call(server.app, whatsappApi.settle, { params: { id }, body: { outcome, note } }, as)
const unsettle = (id: string, as = world.asOfficer) =>
  call(server.app, whatsappApi.unsettle, { params: { id } }, as)
const mark = (id: string, kind: DeliveryKind = 'invitation') =>
  call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel: 'phone', kind } },
    world.asOfficer,
  )
const run = (sql: string, values: unknown[]) => server.make.pool.query(sql, values)
const colleague = async () => ({
  token: (await server.make.user({ officeId: world.officer.officeId })).token,
})
const inProgress = async (id: string, kind: DeliveryKind) => {
  const { kinds } = await call(
    server.app,
    whatsappApi.progress,
    { params: { id } },
    world.asOfficer,
  )
  return kinds.find((one) => one.kind === kind)
}

describe('filling', () => {
  test('takes who has a number that works and was not written to, once', async () => {
    const { id, journalists, invitations } = await meeting(6)
    const [plain, written, optedOut, wrong, declined] = invitations
    const silent = await world.invite(id, await world.journalists(1))
    await mark(written ?? '')
    await run('update journalists set opted_out_at = now() where id = $1', [journalists[2]?.id])
    await run('update journalists set phone_problem_at = now() where id = $1', [journalists[3]?.id])
    await world.answer(declined ?? '', 'declined')
    expect((await inProgress(id, 'invitation'))?.eligible).toBe(2)
    expect(await fill(id)).toMatchObject({ added: 2, progress: { total: 2, waiting: 2 } })
    expect(await fill(id)).toMatchObject({ added: 0 })
    const { rows } = await run(
      'select invitation_id from whatsapp_queue where invitation_id = any ($1)',
      [[...invitations, ...silent]],
    )
    expect(rows.map((row) => row.invitation_id)).toEqual([plain, invitations[5]])
    expect([optedOut, wrong]).not.toContain(undefined)
  })

  test('of some invitations takes those alone, and none of another session', async () => {
    const { id, invitations } = await meeting(3)
    const other = await meeting(1)
    const asked = [invitations[2] ?? '', ...other.invitations]
    expect(await fill(id, 'invitation', asked)).toMatchObject({ added: 1 })
    expect((await claim(id)).item?.invitationId).toBe(invitations[2])
  })

  test('reminds who was invited and has not answered, again in the evening but not within six hours', async () => {
    const { id, invitations } = await meeting(4)
    for (const one of invitations.slice(0, 3)) await mark(one)
    await world.answer(invitations[1] ?? '', 'declined')
    await world.answer(invitations[2] ?? '', 'attending')
    expect((await inProgress(id, 'reminder'))?.eligible).toBe(1)
    await mark(invitations[0] ?? '', 'reminder')
    expect((await inProgress(id, 'reminder'))?.eligible).toBe(0)
    await run(`update deliveries set at = at - interval '7 hours' where invitation_id = $1`, [
      invitations[0],
    ])
    expect((await inProgress(id, 'reminder'))?.eligible).toBe(1)
  })

  test('tells of every move anew those who have to confirm again', async () => {
    const { id, invitations } = await meeting(2)
    await world.answer(invitations[0] ?? '', 'attending')
    const move = async (venue: string) => {
      const { version } = await world.getSession(id)
      const body = { version, venue }
      await call(server.app, sessionsApi.update, { params: { id }, body }, world.asOfficer)
      await sendNotices(server)
    }
    await move('Aula Lantai 3')
    expect((await inProgress(id, 'reschedule'))?.progress.waiting).toBe(1)
    const first = await claim(id, 'reschedule')
    expect(first.item?.message).toContain('Aula Lantai 3')
    await settle(first.item?.id ?? '', 'sent')
    expect((await inProgress(id, 'reschedule'))?.eligible).toBe(0)
    await world.answer(invitations[0] ?? '', 'attending')
    await move('Aula Lantai 4')
    expect((await claim(id, 'reschedule')).item?.message).toContain('Aula Lantai 4')
  })

  test('tells of a cancellation who knew of the session, opted out or not, and thanks who was there', async () => {
    const { id, invitations, journalists } = await meeting(4)
    for (const one of invitations.slice(0, 3)) await mark(one)
    await world.answer(invitations[1] ?? '', 'declined')
    await run('update journalists set opted_out_at = now() where id = $1', [journalists[0]?.id])
    const body = { reason: 'Hujan' }
    await call(server.app, sessionsApi.cancel, { params: { id }, body }, world.asOfficer)
    expect((await inProgress(id, 'cancel'))?.eligible).toBe(2)
    expect((await inProgress(id, 'invitation'))?.eligible).toBe(0)

    const over = await meeting(2)
    expect((await inProgress(over.id, 'thanks'))?.eligible).toBe(0)
    await run(
      `insert into attendances (office_id, session_id, journalist_id, invitation_id, status)
       values ($1, $2, $3, $4, 'present')`,
      [world.officer.officeId, over.id, over.journalists[0]?.id, over.invitations[0]],
    )
    await run(`update sessions set starts_at = now() - interval '3 hours' where id = $1`, [over.id])
    expect((await inProgress(over.id, 'thanks'))?.eligible).toBe(1)
  })
})

describe('claiming', () => {
  test('hands the text ready, the first in first out, the same guest again after a reload', async () => {
    const { id, invitations } = await meeting(2)
    await fill(id)
    const { item, progress } = await claim(id)
    expect(item).toMatchObject({
      invitationId: invitations[0],
      phone: '+6281200001111',
      outlet: { name: 'Media Uji' },
      lastContact: null,
    })
    expect(item?.message).toContain('https://ngopi.example/u/')
    expect(item?.whatsappUrl).toMatch(/^https:\/\/wa\.me\/6281200001111\?text=/)
    expect(progress).toMatchObject({ waiting: 2, inHand: 0 })
    expect((await claim(id)).item?.id).toBe(item?.id)
    const other = await colleague()
    const second = await claim(id, 'invitation', other)
    expect(second).toMatchObject({
      item: { invitationId: invitations[1] },
      progress: { inHand: 1 },
    })
    expect((await claim(id, 'invitation', await colleague())).item).toBeNull()
  })

  test('twenty officers at once with sixty guests get sixty different ones, and none is lost', async () => {
    const { id, invitations } = await meeting(60)
    await fill(id)
    const officers = await Promise.all(Array.from({ length: 20 }, colleague))
    const handed: string[] = []
    await Promise.all(
      officers.map(async (as) => {
        for (;;) {
          const { item } = await claim(id, 'invitation', as)
          if (!item) return
          handed.push(item.invitationId)
          await settle(item.id, 'sent', { as })
        }
      }),
    )
    expect(handed.toSorted()).toEqual(invitations.toSorted())
    expect(await claim(id)).toMatchObject({ item: null, progress: { sent: 60, waiting: 0 } })
  })

  test('a claim that ran out comes back to others; who held it settles nothing any more', async () => {
    const { id } = await meeting(1)
    await fill(id)
    const { item } = await claim(id)
    const other = await colleague()
    expect((await claim(id, 'invitation', other)).item).toBeNull()
    await run(
      `update whatsapp_queue set claimed_until = now() - interval '1 second' where id = $1`,
      [item?.id],
    )
    expect((await claim(id, 'invitation', other)).item?.id).toBe(item?.id)
    expect((await problemOf(settle(item?.id ?? '', 'sent'))).problem.code).toBe('closed')
  })

  test('a guest given back is for anybody at once', async () => {
    const { id } = await meeting(1)
    await fill(id)
    const itemId = (await claim(id)).item?.id ?? ''
    const other = await colleague()
    const release = (as: { token: string }) =>
      call(server.app, whatsappApi.release, { params: { id: itemId } }, as)
    expect((await problemOf(release(other))).problem.code).toBe('closed')
    await release(world.asOfficer)
    expect((await claim(id, 'invitation', other)).item?.id).toBe(itemId)
  })

  test('passes over whoever need not be written to any more', async () => {
    const { id, invitations, journalists } = await meeting(8)
    await fill(id)
    await claim(id)
    await world.answer(invitations[0] ?? '', 'attending')
    await world.answer(invitations[1] ?? '', 'declined')
    const params = { id: invitations[2] ?? '' }
    await call(server.app, invitationsApi.revoke, { params }, world.asOfficer)
    await run('update journalists set opted_out_at = now() where id = $1', [journalists[3]?.id])
    await run('update journalists set phone = null where id = $1', [journalists[4]?.id])
    await run('update journalists set phone_problem_at = now() where id = $1', [journalists[5]?.id])
    await mark(invitations[6] ?? '')
    expect(await claim(id)).toMatchObject({
      item: { invitationId: invitations[7] },
      progress: { withdrawn: 7, waiting: 1 },
    })
  })

  test('a cancelled session has nobody left to invite or remind', async () => {
    const { id } = await meeting(2)
    await fill(id)
    const body = { reason: 'Hujan' }
    await call(server.app, sessionsApi.cancel, { params: { id }, body }, world.asOfficer)
    expect(await claim(id)).toMatchObject({ item: null, progress: { withdrawn: 2 } })
  })

  test('a reminder of the clock is worded by where the guest stands when the turn comes; news of a seat says so', async () => {
    const { id, invitations } = await meeting(2)
    for (const one of invitations) await mark(one)
    await server.deps.database.write([world.officer.officeId], 'job:', (tx) =>
      reachByWhatsapp(tx, server.deps, {
        invitationIds: invitations,
        kind: 'reminder',
        reminderStep: '3-0900@2030-01-01',
      }),
    )
    await world.answer(invitations[0] ?? '', 'attending')
    const reminded = await claim(id, 'reminder')
    await settle(reminded.item?.id ?? '', 'sent')
    const abouts = await run('select about from deliveries where invitation_id = $1 order by id', [
      invitations[0],
    ])
    expect(abouts.rows.map((row) => row.about)).toEqual(['invitation', 'reminder_attending'])

    await run(`update invitations set holds_seat = true where id = $1`, [invitations[0]])
    await server.deps.database.write([world.officer.officeId], 'system:', (tx) =>
      reachByWhatsapp(tx, server.deps, {
        invitationIds: invitations,
        kind: 'invitation',
        templateKind: 'seat',
      }),
    )
    const shown = await claim(id)
    expect(shown.item?.invitationId).toBe(invitations[0])
    expect(shown.item?.message).toMatch(/kursi/)
    await settle(shown.item?.id ?? '', 'sent')
    expect((await claim(id)).item).toBeNull()
  })
})

describe('settling', () => {
  test('records who sent it and when; the same again changes nothing, another outcome is refused', async () => {
    const { id, invitations } = await meeting(1)
    await fill(id)
    const itemId = (await claim(id)).item?.id ?? ''
    const first = await settle(itemId, 'sent')
    expect(first.progress).toMatchObject({ sent: 1, waiting: 0 })
    expect(await settle(itemId, 'sent')).toEqual(first)
    expect((await problemOf(settle(itemId, 'skipped'))).problem.code).toBe('closed')
    const { deliveries } = await world.invitation(invitations[0] ?? '')
    expect(deliveries).toMatchObject([
      { channel: 'whatsapp', kind: 'invitation', state: 'marked', by: { id: world.officer.id } },
    ])
  })

  test('needs the guest in hand', async () => {
    const { id } = await meeting(2)
    await fill(id)
    const { item } = await claim(id)
    const other = await colleague()
    expect((await problemOf(settle(item?.id ?? '', 'sent', { as: other }))).problem.code).toBe(
      'closed',
    )
    const { rows } = await run(
      `select q.id from whatsapp_queue q join invitations i on i.id = q.invitation_id
        where i.session_id = $1 and q.claimed_by is null`,
      [id],
    )
    expect((await problemOf(settle(rows[0].id, 'sent'))).problem.code).toBe('closed')
  })

  test('a skipped guest is set aside until the queue is filled again, then comes last', async () => {
    const { id, invitations } = await meeting(2)
    await fill(id)
    await settle((await claim(id)).item?.id ?? '', 'skipped')
    const second = await claim(id)
    expect(second.item?.invitationId).toBe(invitations[1])
    expect(await fill(id)).toMatchObject({ added: 1, progress: { total: 2, waiting: 2 } })
    await settle(second.item?.id ?? '', 'sent')
    expect((await claim(id)).item?.invitationId).toBe(invitations[0])
  })

  test('a number that does not work is left alone until it is changed', async () => {
    const { id, journalists } = await meeting(1)
    await fill(id)
    const itemId = (await claim(id)).item?.id ?? ''
    expect(
      (await settle(itemId, 'problem', { note: 'Tidak ada di WhatsApp' })).progress,
    ).toMatchObject({ problems: 1 })
    expect(await fill(id)).toMatchObject({ added: 0 })
    const other = await meeting(0)
    await world.invite(other.id, journalists)
    expect(await fill(other.id)).toMatchObject({ added: 0 })
    await run(`update journalists set phone = '+6281299998888' where id = $1`, [journalists[0]?.id])
    expect(await fill(other.id)).toMatchObject({ added: 1 })
  })

  test('a mark taken back hands the guest again and leaves no trace in what was sent', async () => {
    const { id, invitations, journalists } = await meeting(3)
    await fill(id)
    const itemId = (await claim(id)).item?.id ?? ''
    await settle(itemId, 'sent')
    const next = await claim(id)
    expect(await unsettle(itemId)).toMatchObject({
      item: { id: itemId, invitationId: invitations[0] },
      progress: { sent: 0, waiting: 3 },
    })
    expect((await world.invitation(invitations[0] ?? '')).deliveries).toEqual([])
    await settle(itemId, 'problem')
    await unsettle(itemId)
    const { rows } = await run('select phone_problem_at from journalists where id = $1', [
      journalists[0]?.id,
    ])
    expect(rows).toEqual([{ phone_problem_at: null }])
    await settle(itemId, 'skipped')
    expect((await claim(id)).item?.id).toBe(next.item?.id)
    await fill(id)
    expect((await problemOf(unsettle(itemId))).problem.code).toBe('closed')
  })

  test('taking back a mark of somebody who answered meanwhile hands nobody', async () => {
    const { id, invitations } = await meeting(1)
    await fill(id)
    const itemId = (await claim(id)).item?.id ?? ''
    await settle(itemId, 'sent')
    await world.answer(invitations[0] ?? '', 'attending')
    expect(await unsettle(itemId)).toMatchObject({ item: null, progress: { withdrawn: 1 } })
  })
})

describe('others', () => {
  test('who may not send is refused, another office sees nothing', async () => {
    const { id } = await meeting(1)
    await fill(id)
    const itemId = (await claim(id)).item?.id ?? ''
    const { officeId } = world.officer
    for (const role of ['desk', 'manager'] as const) {
      const as = { token: (await server.make.user({ officeId, role })).token }
      for (const ask of [
        () => claim(id, 'invitation', as),
        () => settle(itemId, 'sent', { as }),
        () => unsettle(itemId, as),
      ])
        expect((await problemOf(ask())).status).toBe(403)
    }
    const stranger = { token: (await server.make.user()).token }
    for (const ask of [
      () => claim(id, 'invitation', stranger),
      () => settle(itemId, 'sent', { as: stranger }),
      () => unsettle(itemId, stranger),
      () => call(server.app, whatsappApi.progress, { params: { id } }, stranger),
      () => call(server.app, whatsappApi.release, { params: { id: itemId } }, stranger),
    ])
      expect((await problemOf(ask())).status).toBe(404)
  })

  test('the office above sees how far it is and does nothing', async () => {
    const region = await server.make.office({ name: 'Kanwil' })
    const below = await server.make.office({ name: 'Bawahan', parentId: region.id })
    const there = new World(server, await server.make.user({ officeId: below.id, role: 'officer' }))
    const session = await there.session()
    await there.invite(session.id, await there.journalists(1, { phone: '+6281200002222' }))
    const params = { id: session.id }
    const body = { kind: 'invitation' as const }
    await call(server.app, whatsappApi.fill, { params, body }, there.asOfficer)
    const { item } = await call(server.app, whatsappApi.claim, { params, body }, there.asOfficer)
    const above = {
      token: (await server.make.user({ officeId: region.id, role: 'manager' })).token,
    }
    const seen = await call(server.app, whatsappApi.progress, { params }, above)
    expect(seen.kinds[0]?.progress).toMatchObject({ total: 1, inHand: 1 })
    for (const ask of [
      () => call(server.app, whatsappApi.fill, { params, body }, above),
      () => claim(session.id, 'invitation', above),
      () => settle(item?.id ?? '', 'sent', { as: above }),
    ])
      expect((await problemOf(ask())).status).toBe(403)
  })
})
