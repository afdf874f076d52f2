import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { type NewMail, queueMail } from './mail.ts'
import { startWorker } from './worker.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

interface Received {
  recipients: string[]
  mail: Email
}

const received: Received[] = []
/** How many deliveries are still refused before the server takes mail. */
let refusals = 0

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, done) {
    if (refusals > 0) {
      refusals -= 1
      done(Object.assign(new Error('later'), { responseCode: 451 }))
      return
    }
    done()
  },
  async onData(stream, session, done) {
    const mail = await PostalMime.parse(Buffer.concat(await stream.toArray()))
    received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), mail })
    done()
  },
})

let server: TestServer
let officeId: string
let worker: { stop(): Promise<void> }

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  const { port } = smtp.server.address() as AddressInfo
  server = await startServer({ smtpUrl: `smtp://127.0.0.1:${port}` })
  officeId = (await server.make.office()).id
  worker = await startWorker({ ...server.deps, ownerUrl: server.ownerUrl, log: quiet })
})
afterAll(async () => {
  await worker.stop()
  await server.close()
  await new Promise<void>((done) => smtp.close(done))
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
    await expect.poll(async () => (await stateOf(id)).state, { timeout: 15_000 }).toBe('sent')
    const mine = received.filter(({ mail }) => mail.messageId?.includes(id))
    expect(mine).toHaveLength(1)
    expect(mine[0]?.recipients).toEqual(['sri@media.example'])
    expect(mine[0]?.mail.subject).toBe('Undangan Ngopi Bareng Humas')
  })

  it('is tried again when the server refuses for now, and says so meanwhile', async () => {
    refusals = 1
    const { id } = await send({
      recipient: { address: 'nanti@media.example' },
      subject: 'Nanti',
      text: 'x',
    })
    await expect
      .poll(async () => (await stateOf(id)).error, { timeout: 15_000 })
      .toMatch(/later|451/)
    // The queue waits longer after each failure; a waiting job may be called earlier.
    await server.make.pool.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker._private_jobs`,
    )
    await expect.poll(async () => (await stateOf(id)).state, { timeout: 15_000 }).toBe('sent')
    expect(received.filter(({ mail }) => mail.messageId?.includes(id))).toHaveLength(1)
  })

  it('reaches exactly one recipient, whatever name and subject say', async () => {
    const hostile = [
      'Budi\r\nBcc: semua@media.example',
      'Budi" <lain@media.example>, "x',
      'Budi, lain@media.example',
      'Budi (komentar) \u202e',
      '=?utf-8?q?Budi?=',
    ]
    for (const name of hostile) {
      const { id } = await send({
        recipient: { name, address: 'budi@media.example' },
        subject: name,
        text: name,
      })
      await expect.poll(async () => (await stateOf(id)).state, { timeout: 15_000 }).toBe('sent')
      const mine = received.filter(({ mail }) => mail.messageId?.includes(id))
      expect(
        mine.map(({ recipients }) => recipients),
        name,
      ).toEqual([['budi@media.example']])
      expect(mine[0]?.mail.headers.filter(({ key }) => key === 'bcc' || key === 'cc')).toEqual([])
      expect(mine[0]?.mail.to).toHaveLength(1)
    }
  })

  it('is emptied once sent when it carried a secret', async () => {
    const { id } = await send({
      recipient: { address: 'baru@media.example' },
      subject: 'Kata sandi',
      text: 'https://ngopi.example/sandi/rahasia',
      confidential: true,
    })
    await expect.poll(async () => (await stateOf(id)).state, { timeout: 15_000 }).toBe('sent')
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
    const kept = await server.deps.database.write([officeId], 'system:', (tx) =>
      queueMail(tx, {
        officeId,
        smtp: false,
        mail: { recipient: { address: 'a@media.example' }, subject: 'S', text: 'T' },
      }),
    )
    expect(kept.state).toBe('kept')
  })
})
