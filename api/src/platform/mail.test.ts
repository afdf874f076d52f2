import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Mailbox } from '../../test/mailbox.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { type NewMail, queueMail } from './mail.ts'

let mailbox: Mailbox
let server: TestServer
let officeId: string

beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await startServer({ smtpUrl: mailbox.url, worker: true })
  officeId = (await server.make.office()).id
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

const send = (mail: NewMail) =>
  server.deps.database.write([officeId], 'system:', (tx) =>
    queueMail(tx, { officeId, smtp: true, mail }),
  )

async function stateOf(
  id: string,
): Promise<{ state: string; body_text: string; error: string | null }> {
  const { rows } = await server.make.pool.query(
    'select state, body_text, error from mails where id = $1',
    [id],
  )
  return rows[0]
}

describe('a queued mail', () => {
  it('arrives once, with the id of its record as Message-ID', async () => {
    const { id, state } = await send({
      recipient: { name: 'Sri Lestari', address: 'sri@media.example' },
      subject: 'Undangan Ngopi Bareng Humas',
      text: 'Yth. Sri Lestari',
    })
    expect(state).toBe('queued')
    await expect.poll(async () => (await stateOf(id)).state).toBe('sent')
    const mine = mailbox.received.filter(({ mail }) => mail.messageId?.includes(id))
    expect(mine).toHaveLength(1)
    expect(mine[0]?.recipients).toEqual(['sri@media.example'])
    expect(mine[0]?.mail.subject).toBe('Undangan Ngopi Bareng Humas')
  })

  it('is tried again when the server refuses for now, and says so meanwhile', async () => {
    mailbox.refusals = 1
    const { id } = await send({
      recipient: { address: 'nanti@media.example' },
      subject: 'Nanti',
      text: 'x',
    })
    await expect.poll(async () => (await stateOf(id)).error).toMatch(/later|451/)
    // The queue waits longer after each failure; a waiting job may be called earlier.
    await server.make.pool.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker._private_jobs`,
    )
    await expect.poll(async () => (await stateOf(id)).state).toBe('sent')
    expect(mailbox.received.filter(({ mail }) => mail.messageId?.includes(id))).toHaveLength(1)
  })

  it('is emptied once sent when it carried a secret', async () => {
    const { id } = await send({
      recipient: { address: 'baru@media.example' },
      subject: 'Kata sandi',
      text: 'https://ngopi.example/sandi/rahasia',
      confidential: true,
    })
    await expect.poll(async () => (await stateOf(id)).state).toBe('sent')
    expect((await stateOf(id)).body_text).toBe('')
  })

  it('is not queued when the write that caused it fails', async () => {
    const failing = server.deps.database.write([officeId], 'system:', async (tx) => {
      await queueMail(tx, {
        officeId,
        smtp: true,
        mail: { recipient: { address: 'batal@media.example' }, subject: 'Batal', text: 'x' },
      })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const { rows } = await server.make.pool.query(
      `select from mails where recipient = 'batal@media.example'`,
    )
    expect(rows).toEqual([])
  })
})

describe('without a mail server', () => {
  it('a mail is kept to be read', async () => {
    const stored = await server.deps.database.write([officeId], 'system:', (tx) =>
      queueMail(tx, {
        officeId,
        smtp: false,
        mail: { recipient: { address: 'a@media.example' }, subject: 'S', text: 'T' },
      }),
    )
    expect(stored.state).toBe('kept')
  })
})
