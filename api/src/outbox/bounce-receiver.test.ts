import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryReport } from '../../test/delivery-report.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { findGuestMessages } from '../messaging/guest-message-queries.ts'
import { queueGuestMail, reportBadAddress } from '../messaging/mail-commands.ts'
import { bounceAddressFor } from '../platform/bounce-address.ts'
import { deriveKeys } from '../platform/keys.ts'
import { openBounceReceiver } from './bounce-receiver.ts'

const bounceAddress = 'pantul@humas.example'
let server: TestServer
let receiver: { port: number; close(): Promise<void> }
let world: World

beforeAll(async () => {
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:1' })
  receiver = await openBounceReceiver({
    config: { host: '127.0.0.1', bouncePort: 0, bounceAddress, smtpUrl: 'smtp://127.0.0.1:1' },
    keys: server.deps.keys,
    database: server.deps.database,
    reportBadAddress,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  world = await World.open(server)
})
afterAll(async () => {
  await receiver.close()
  await server.close()
})

/** A mail to a guest that was sent. */
async function sentMail(email: string): Promise<{ mailId: string; journalistId: string }> {
  const { invitations, journalists } = await world.meeting({ email })
  const { officeId } = world.officer
  await server.deps.database.write([officeId], 'system:', async (tx) => {
    const [letter] = await findGuestMessages(tx, server.deps, invitations)
    if (!letter) throw new Error('no letter')
    await queueGuestMail(tx, server.deps, {
      letter,
      address: email,
      templateKind: 'invitation',
      byUserId: null,
    })
  })
  const { rows } = await server.make.pool.query<{ id: string }>(
    `update mails set state = 'sent' where recipient = $1 and state = 'queued' returning id`,
    [email],
  )
  return { mailId: rows[0]?.id ?? '', journalistId: journalists[0]?.id ?? '' }
}

const deliver = (to: string, raw: string, from = ''): Promise<unknown> => {
  const client = nodemailer.createTransport({ host: '127.0.0.1', port: receiver.port })
  return client.sendMail({ envelope: { from, to }, raw })
}

const to = (mailId: string) => bounceAddressFor(bounceAddress, server.deps.keys.bounce, mailId)

const stateOf = async (mailId: string) =>
  (
    await server.make.pool.query('select state, error, bounced_at from mails where id = $1', [
      mailId,
    ])
  ).rows[0]

const problemAt = async (journalistId: string): Promise<string | null> =>
  (
    await server.make.pool.query('select email_problem_at from journalists where id = $1', [
      journalistId,
    ])
  ).rows[0].email_problem_at

describe('the receiver of returned mails', () => {
  it('marks the mail with what was said, and the address of the guest', async () => {
    const { mailId, journalistId } = await sentMail('pergi@media.example')
    await deliver(to(mailId), deliveryReport())
    expect(await stateOf(mailId)).toMatchObject({
      state: 'bounced',
      error: expect.stringContaining('550 5.1.1'),
      bounced_at: expect.anything(),
    })
    expect(await problemAt(journalistId)).not.toBeNull()
  })

  it('leaves an address alone that was changed meanwhile, or is only full', async () => {
    const moved = await sentMail('lama@media.example')
    await server.make.pool.query(
      `update journalists set email = 'baru@media.example' where id = $1`,
      [moved.journalistId],
    )
    await deliver(to(moved.mailId), deliveryReport())
    expect((await stateOf(moved.mailId)).state).toBe('bounced')
    expect(await problemAt(moved.journalistId)).toBeNull()

    const full = await sentMail('penuh@media.example')
    await deliver(to(full.mailId), deliveryReport({ status: 'Status: 5.2.2' }))
    expect((await stateOf(full.mailId)).state).toBe('bounced')
    expect(await problemAt(full.journalistId)).toBeNull()
  })

  it('takes delays and absence notes without a consequence', async () => {
    const { mailId, journalistId } = await sentMail('cuti@media.example')
    await deliver(
      to(mailId),
      deliveryReport({ status: 'Status: 4.4.1', action: 'Action: delayed' }),
    )
    await deliver(to(mailId), 'Subject: Cuti\r\nAuto-Submitted: auto-replied\r\n\r\nSaya cuti.')
    await deliver(to(mailId), 'Subject: Cuti\r\n\r\nSaya cuti sampai Senin, hubungi rekan saya.')
    expect((await stateOf(mailId)).state).toBe('sent')
    expect(await problemAt(journalistId)).toBeNull()
  })

  it('passes on to the office what a person wrote, and answers reach that person', async () => {
    const { mailId } = await sentMail('menjawab@media.example')
    const letter = (to: string) =>
      `From: Sri Wahyuni <sri@media.example>\r\nTo: ${to}\r\nSubject: Re: Undangan\r\n\r\nApakah boleh membawa kamerawan?`
    await deliver(to(mailId), letter(to(mailId)), 'sri@media.example')
    const passedOn = async () =>
      (
        await server.make.pool.query(
          `select recipient, reply_to, subject, body_text, state from mails where reply_to is not null and office_id = $1`,
          [world.officer.officeId],
        )
      ).rows
    const [mail, ...more] = await passedOn()
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      recipient: world.officer.email,
      reply_to: 'sri@media.example',
      subject: 'Re: Undangan',
      state: 'queued',
    })
    expect(readable(server, mail.body_text)).toMatch(
      /Sri Wahyuni <sri@media\.example>[\s\S]*menjawab@media\.example[\s\S]*Apakah boleh membawa kamerawan\?/,
    )
    expect((await stateOf(mailId)).state).toBe('sent')

    for (const header of [
      'Auto-Submitted: auto-replied',
      'Auto-Submitted: auto-generated',
      'Precedence: bulk',
      'X-Autoreply: yes',
      'List-Id: <daftar.media.example>',
    ])
      await deliver(to(mailId), `${header}\r\n${letter(to(mailId))}`, 'sri@media.example')
    await deliver(to(mailId), letter(to(mailId)), '')
    await deliver(
      to(mailId),
      letter(to(mailId)).replace('sri@media.example', world.officer.email),
      world.officer.email,
    )
    expect(await passedOn()).toHaveLength(1)
  })

  it('passes on no flood', async () => {
    const { mailId } = await sentMail('banjir@media.example')
    const send = () =>
      deliver(to(mailId), 'From: a@media.example\r\nSubject: x\r\n\r\ny', 'a@media.example')
    for (let i = 0; i < 20; i++) await send()
    await expect(send()).rejects.toThrow(/450 4\.7\.1/)
  })

  it('takes nothing for anybody else, for forged addresses, or for mails that never were', async () => {
    const { mailId } = await sentMail('aman@media.example')
    const forged = bounceAddressFor(bounceAddress, deriveKeys(['lain']).bounce, mailId)
    for (const recipient of [forged, bounceAddress, 'siapa@luar.example', to(randomUUID())])
      await expect(deliver(recipient, deliveryReport()), recipient).rejects.toThrow(/550 5\.1\.1/)
    expect((await stateOf(mailId)).state).toBe('sent')
  })

  it('refuses what is too large, and what is no mail changes nothing', async () => {
    const { mailId } = await sentMail('besar@media.example')
    await expect(deliver(to(mailId), `${deliveryReport()}${'x'.repeat(300_000)}`)).rejects.toThrow(
      /552/,
    )
    expect((await stateOf(mailId)).state).toBe('sent')
  })
})
