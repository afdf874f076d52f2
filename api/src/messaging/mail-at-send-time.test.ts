import { invitationsApi } from '@ngopi/shared/invitations'
import { journalistsApi } from '@ngopi/shared/journalists'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../../test/client.ts'
import { Mailbox } from '../../test/mailbox.ts'
import { sendNotices } from '../../test/notices.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { notifyGuests } from '../sending/notice-commands.ts'
import { startWork } from '../work.ts'
import { refreshGuestMail } from './mail-at-send-time.ts'
import { withdrawals } from './withdrawal-rules.ts'

let mailbox: Mailbox
let server: TestServer

// No worker: what was queued waits until a test has changed what it speaks of.
beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await startServer({ smtpUrl: mailbox.url })
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

let guests = 0

async function queued(kind: 'invitation' | 'reminder' | 'reschedule' | 'thanks' = 'invitation') {
  const world = await World.open(server)
  const address = `giliran${++guests}@media.example`
  const { session, journalists, invitations } = await world.meeting({ email: address })
  const id = invitations[0] ?? ''
  // Only who was there is thanked.
  if (kind === 'thanks')
    await server.make.pool.query(
      `insert into attendances (office_id, session_id, journalist_id, status)
       select office_id, session_id, journalist_id, 'present' from invitations where id = $1`,
      [id],
    )
  await call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel: 'email', kind } },
    world.asOfficer,
  )
  const { rows } = await server.make.pool.query<{ id: string }>(
    'select id from mails where recipient = $1',
    [address],
  )
  const mailId = rows[0]?.id ?? ''
  return {
    world,
    session,
    id,
    mailId,
    journalistId: journalists[0]?.id ?? '',
    address,
    now: () =>
      server.deps.database.read([world.officer.officeId], (db) =>
        refreshGuestMail(server.deps)(db, mailId),
      ),
  }
}

describe('a queued mail to a guest, when its turn comes', () => {
  it('goes to the address of now, with the session of now', async () => {
    const { world, session, journalistId, now } = await queued()
    await call(
      server.app,
      journalistsApi.update,
      { params: { id: journalistId }, body: { version: 1, email: 'kini@media.example' } },
      world.asOfficer,
    )
    await call(
      server.app,
      sessionsApi.update,
      { params: { id: session.id }, body: { version: session.version, title: 'Ngopi Pindah' } },
      world.asOfficer,
    )
    expect(await now()).toMatchObject({
      recipient: { address: 'kini@media.example' },
      subject: expect.stringContaining('Ngopi Pindah'),
      text: expect.stringContaining('Ngopi Pindah'),
      calendar: { method: 'REQUEST', body: expect.stringContaining('kini@media.example') },
    })
  })

  it('of the clock reminds by the answer of now; one by hand only whom it was meant for', async () => {
    const silent = await queued('reminder')
    const byHand = await queued('reminder')
    await server.make.pool.query(
      `update deliveries set reminder_step = '3-0900@2030-01-01', by_user_id = null where invitation_id = $1`,
      [silent.id],
    )
    await byHand.world.answer(byHand.id, 'maybe')
    expect(await byHand.now()).toEqual({ withdrawn: withdrawals.needsNoReminder.id })
    const text = async ({ now }: typeof silent) => {
      const fresh = await now()
      return fresh && 'text' in fresh ? fresh.subject : fresh
    }
    expect(await text(silent)).toMatch(/Ngopi Bareng Humas/)
    await silent.world.answer(silent.id, 'declined')
    expect(await text(silent)).toEqual({ withdrawn: withdrawals.needsNoReminder.id })
    await silent.world.answer(silent.id, 'maybe')
    expect(await text(silent)).toMatch(/Ngopi Bareng Humas/)
  })

  it('is withdrawn when the invitation is revoked', async () => {
    const { world, id, now } = await queued()
    await call(server.app, invitationsApi.revoke, { params: { id } }, world.asOfficer)
    expect(await now()).toEqual({ withdrawn: withdrawals.revoked.id })
  })

  it('is withdrawn when the session is cancelled', async () => {
    const { world, session, now } = await queued()
    const body = { reason: 'Hujan' }
    await call(
      server.app,
      sessionsApi.cancel,
      { params: { id: session.id }, body },
      world.asOfficer,
    )
    expect(await now()).toEqual({ withdrawn: withdrawals.cancelled.id })
  })

  it('is withdrawn when the guest opts out, unless the session moves', async () => {
    const [invited, moved] = [await queued(), await queued('reschedule')]
    await server.make.pool.query(
      'update journalists set opted_out_at = now() where id = any ($1)',
      [[invited.journalistId, moved.journalistId]],
    )
    expect(await invited.now()).toEqual({ withdrawn: withdrawals.optedOut.id })
    expect(await moved.now()).toMatchObject({ recipient: { address: moved.address } })
  })

  it('is withdrawn when its address is known not to work, or gone', async () => {
    const { journalistId, now } = await queued()
    await server.make.pool.query('update journalists set email_problem_at = now() where id = $1', [
      journalistId,
    ])
    expect(await now()).toEqual({ withdrawn: withdrawals.noAddress.id })
    await server.make.pool.query('update journalists set email = null where id = $1', [
      journalistId,
    ])
    expect(await now()).toEqual({ withdrawn: withdrawals.noAddress.id })
  })

  it('is withdrawn when the session has begun; thanks come after it', async () => {
    const [invited, thanks] = [await queued(), await queued('thanks')]
    await server.make.pool.query(
      `update sessions set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = any ($1)`,
      [[invited.session.id, thanks.session.id]],
    )
    expect(await invited.now()).toEqual({ withdrawn: withdrawals.over.id })
    expect(await thanks.now()).toMatchObject({ recipient: { address: thanks.address } })
  })

  it('thanks who was there, and brings the materials to who was not, as it is known by then', async () => {
    const { world, session, id, now } = await queued('thanks')
    const { officeId } = world.officer
    const subject = async () => {
      const fresh = await now()
      return fresh && 'subject' in fresh ? fresh.subject : fresh
    }
    expect(await subject()).toMatch(/^Terima kasih/)
    const { pool } = server.make
    await pool.query(
      `update attendances set status = 'absent', marked_status = 'absent' where session_id = $1`,
      [session.id],
    )
    expect(await subject()).toEqual({ withdrawn: withdrawals.nothingToSay.id })
    await pool.query(
      `insert into materials (office_id, session_id, title, url, audience, embargo_until)
       values ($1, $2, 'Siaran pers', 'https://kantor.example/siaran', 'attending', now() + interval '1 day')`,
      [officeId, session.id],
    )
    expect(await subject()).toEqual({ withdrawn: withdrawals.nothingToSay.id })
    await pool.query(`update materials set audience = 'invited' where session_id = $1`, [
      session.id,
    ])
    expect(await subject()).toMatch(/^Materi/)
    await pool.query(
      'update journalists set opted_out_at = now() from invitations i where i.journalist_id = journalists.id and i.id = $1',
      [id],
    )
    expect(await subject()).toEqual({ withdrawn: withdrawals.optedOut.id })
  })

  it('waits for the end of the quiet hours where no person sent it, also when it was refused before', async () => {
    const { world, session, id, mailId, now } = await queued()
    const { officeId } = world.officer
    // An hour on either side of this moment, whatever hour it is.
    const { rows } = await server.make.pool.query<{ until: string }>(
      `update offices set quiet_from = ((now() at time zone time_zone) - interval '1 hour')::time(0),
                          quiet_until = ((now() at time zone time_zone) + interval '1 hour')::time(0)
        where id = $1 returning quiet_until as until`,
      [officeId],
    )
    expect(rows).toHaveLength(1)
    expect(await now()).toMatchObject({ subject: expect.any(String) })

    await server.deps.database.write([officeId], 'system:', (tx) =>
      notifyGuests(tx, { sessionId: session.id, invitationIds: [id], kind: 'invitation' }),
    )
    await sendNotices(server)
    const automatic = (
      await server.make.pool.query<{ id: string }>(
        'select mail_id as id from deliveries where invitation_id = $1 and by_user_id is null',
        [id],
      )
    ).rows[0]?.id
    await server.make.pool.query(`update mails set state = 'failed' where id = any ($1)`, [
      [automatic, mailId],
    ])
    const refreshed = await server.deps.database.read([officeId], (db) =>
      refreshGuestMail(server.deps)(db, automatic ?? ''),
    )
    if (!refreshed || !('notBefore' in refreshed)) throw new Error('it does not wait')
    const minutes = (Date.parse(refreshed.notBefore) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(55)
    expect(minutes).toBeLessThan(61)
    expect(await now()).toMatchObject({ subject: expect.any(String) })
  })

  it('is seen by the office as it was really sent, or with why it was not', async () => {
    const [sent, cancelled, unknown] = [await queued(), await queued(), await queued()]
    await server.make.pool.query(`update sessions set venue = 'Aula Baru' where id = $1`, [
      sent.session.id,
    ])
    await server.make.pool.query(`update sessions set status = 'cancelled' where id = $1`, [
      cancelled.session.id,
    ])
    mailbox.refusals = 1
    mailbox.refusal = { code: 550, text: '5.1.1 no such user' }
    await server.make.pool.query(
      `update graphile_worker._private_jobs set run_at = now() - interval '1 hour'
        where payload -> 'data' ->> 'mailId' = $1`,
      [unknown.mailId],
    )
    const worker = await startWork({
      ...server.deps,
      ownerUrl: server.ownerUrl,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    })
    const rowOf = async ({ mailId }: typeof sent) =>
      (await server.make.pool.query('select * from mails where id = $1', [mailId])).rows[0]
    await expect.poll(async () => (await rowOf(sent)).state).toBe('sent')
    await expect.poll(async () => (await rowOf(cancelled)).state).toBe('withdrawn')
    await expect.poll(async () => (await rowOf(unknown)).state).toBe('bounced')
    await worker.stop()
    expect(readable(server, (await rowOf(sent)).body_text)).toContain('Aula Baru')
    expect(mailbox.to(sent.address)[0]?.text).toContain('Aula Baru')
    expect((await rowOf(cancelled)).error).toBe(withdrawals.cancelled.id)
    expect(mailbox.to(cancelled.address)).toEqual([])
    // The guest is known to have no working address from here on.
    const { emailProblemAt } = await call(
      server.app,
      journalistsApi.get,
      { params: { id: unknown.journalistId } },
      unknown.world.asOfficer,
    )
    expect(emailProblemAt).not.toBeNull()
  })
})
