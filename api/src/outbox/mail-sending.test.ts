import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MailServer } from '../../test/mail-server.ts'
import { Mailbox } from '../../test/mailbox.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { mailOfBounceAddress } from '../platform/bounce-address.ts'
import { queueJob, type Task } from '../platform/jobs.ts'
import { mailJob, type NewMail, queueMail } from '../platform/mail.ts'
import { startWorker } from '../worker/worker.ts'

const bounceAddress = 'pantul@humas.example'
const log = { info: () => {}, warn: () => {}, error: () => {} }

let mailbox: Mailbox
let server: TestServer
let officeId: string
let worker: { stop(): Promise<void> } | undefined
const badAddresses: string[] = []

beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await startServer({
    smtpUrl: mailbox.url,
    publicUrl: 'https://humas.example',
    env: { BOUNCE_ADDRESS: bounceAddress },
  })
  officeId = (await server.make.office()).id
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  mailbox.refusals = 0
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

/** Works without features: only what the platform itself does to a mail. */
async function work(
  refreshMail: Parameters<typeof startWorker>[0]['refreshMail'] = async () => undefined,
  smtpUrl = mailbox.url,
  tasks: Parameters<typeof startWorker>[1]['tasks'] = [],
  config: { senderAddress?: string } = {},
) {
  worker = await startWorker(
    {
      ...server.deps,
      config: { ...server.deps.config, smtpUrl, ...config },
      ownerUrl: server.ownerUrl,
      log,
      refreshMail,
      reportBadAddress: async (_tx, mailId) => void badAddresses.push(mailId),
    },
    { tasks, longTasks: [], byTheClock: [] },
  )
}

const queue = async (mail: Partial<NewMail> = {}, of = officeId): Promise<string> => {
  const { id } = await server.deps.database.write([of], 'system:', (tx) =>
    queueMail(tx, {
      officeId: of,
      smtp: true,
      mail: { recipient: { address: 'sri@media.example' }, subject: 'S', text: 'T', ...mail },
    }),
  )
  return id
}

const rowOf = async (id: string) =>
  (await server.make.pool.query('select * from mails where id = $1', [id])).rows[0]

const until = (id: string, state: string) =>
  expect.poll(async () => (await rowOf(id)).state).toBe(state)

const receivedOf = (id: string) =>
  mailbox.received.filter(({ mail }) => mail.messageId?.includes(id))

const jobsLeft = async (): Promise<number> =>
  (await server.make.pool.query('select count(*)::int as n from graphile_worker.jobs')).rows[0].n

describe('a mail on the wire', () => {
  it('has text and HTML, how to stop such mails with one POST, and where it comes back to', async () => {
    await work()
    const id = await queue({
      html: '<p>Halo</p>',
      unsubscribeUrl: 'https://humas.example/u/abc/opt-out',
    })
    await until(id, 'sent')
    const [received] = receivedOf(id)
    expect(received?.mail.text?.trim()).toBe('T')
    expect(received?.mail.html?.trim()).toBe('<p>Halo</p>')
    const header = (name: string) =>
      received?.mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
    expect(header('list-unsubscribe')).toEqual(['<https://humas.example/u/abc/opt-out>'])
    expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
    expect(received?.mail.messageId).toBe(`<${id}@humas.example>`)
    expect(received?.mail.from).toMatchObject({
      name: 'Kantor Uji',
      address: 'ngopi@humas.example',
    })
    expect(received?.mail.replyTo).toBeUndefined()
    expect(
      mailOfBounceAddress(bounceAddress, server.deps.keys.bounce, received?.sender ?? ''),
    ).toBe(id)
    expect(await rowOf(id)).toMatchObject({ attempts: 1, error: null })
  })

  it('is answered to whoever reads it: the press contact, else the officer there longest', async () => {
    const office = await server.make.office()
    const replyTo = async (change: Partial<NewMail> = {}) => {
      const id = await queue(change, office.id)
      await until(id, 'sent')
      return receivedOf(id)[0]?.mail.replyTo?.map(({ address }) => address)
    }
    await work()
    const admin = await server.make.user({ officeId: office.id, role: 'admin' })
    await server.make.user({ officeId: office.id, role: 'manager' })
    expect(await replyTo()).toEqual([admin.email])
    const officer = await server.make.user({ officeId: office.id, role: 'officer' })
    expect(await replyTo()).toEqual([officer.email])
    await server.make.pool.query(
      `update offices set contact_name = 'Humas', contact_phone = '+6281200000000',
              contact_email = 'humas@kantor.example' where id = $1`,
      [office.id],
    )
    expect(await replyTo()).toEqual(['humas@kantor.example'])
    expect(await replyTo({ replyTo: 'sri@media.example' })).toEqual(['sri@media.example'])
  })

  it('comes from the address that was set up', async () => {
    await work(undefined, undefined, undefined, { senderAddress: 'humas@imigrasi.example' })
    const id = await queue()
    await until(id, 'sent')
    const [received] = receivedOf(id)
    expect(received?.mail.from?.address).toBe('humas@imigrasi.example')
    expect(received?.mail.messageId).toBe(`<${id}@humas.example>`)
  })

  it('says what is true when its turn comes, with what goes with it, made while no connection is held, and is kept so', async () => {
    const { pool } = server.deps.database
    let found: number | undefined
    await work(async () => ({
      recipient: { name: 'Sri Baru', address: 'sri.baru@media.example' },
      subject: 'Kini',
      text: 'Kini lain',
      attach: [
        async () => {
          found = pool.totalCount - pool.idleCount
          const content = Buffer.from('%PDF-')
          return { filename: 'surat.pdf', contentType: 'application/pdf', content }
        },
      ],
    }))
    const id = await queue({ subject: 'Dulu', text: 'Dulu' })
    await until(id, 'sent')
    const [received] = receivedOf(id)
    expect(received?.recipients).toEqual(['sri.baru@media.example'])
    expect(found).toBe(0)
    expect(received?.mail.subject).toBe('Kini')
    expect(received?.mail.attachments).toMatchObject([
      { filename: 'surat.pdf', mimeType: 'application/pdf' },
    ])
    expect(await rowOf(id)).toMatchObject({
      recipient: 'sri.baru@media.example',
      recipient_name: 'Sri Baru',
      subject: 'Kini',
    })
    expect(readable(server, (await rowOf(id)).body_text)).toBe('Kini lain')
  })

  it('is withdrawn where it is no longer true, and says why', async () => {
    await work(async () => ({ withdrawn: 'Pertemuan dibatalkan.' }))
    const id = await queue()
    await until(id, 'withdrawn')
    expect((await rowOf(id)).error).toBe('Pertemuan dibatalkan.')
    expect(receivedOf(id)).toEqual([])
    await expect.poll(jobsLeft).toBe(0)
  })

  it('that is to wait goes back into the queue until then, once, and no try is counted', async () => {
    const notBefore = new Date(Date.now() + 3_600_000).toISOString()
    await work(async () => ({ notBefore }))
    const id = await queue()
    const jobs = async () =>
      (
        await server.make.pool.query<{ key: string | null; runAt: Date }>(
          'select key, run_at as "runAt" from graphile_worker.jobs',
        )
      ).rows
    const waiting = async () =>
      (await jobs()).map(({ key, runAt }) => (key === null ? 'the first' : runAt.toISOString()))
    await expect.poll(waiting).toEqual([notBefore])
    // A second job for the same mail, as a killed process leaves it, decides the same.
    await server.deps.database.write([officeId], 'system:', (tx) =>
      queueJob(tx, { name: mailJob }, { mailId: id }),
    )
    await expect.poll(waiting).toEqual([notBefore])
    expect(receivedOf(id)).toEqual([])
    expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 0 })
    await server.make.pool.query(
      'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
    )
  })

  it('that cannot be made is shown as failed, with why, and tried again like any other', async () => {
    let printer = 'kertas habis'
    await work(async () => {
      if (printer) throw new Error(`Surat tidak dapat dicetak: ${printer}`)
      return undefined
    })
    const id = await queue()
    await until(id, 'failed')
    expect(await rowOf(id)).toMatchObject({
      error: 'Surat tidak dapat dicetak: kertas habis',
      attempts: 1,
    })
    expect(receivedOf(id)).toEqual([])
    printer = ''
    await until(id, 'sent')
    expect(await rowOf(id)).toMatchObject({ error: null, attempts: 2 })
  })

  it('refused for good is not tried again; a mailbox that is not there is told', async () => {
    mailbox.refusals = 1
    mailbox.refusal = { code: 550, text: '5.1.1 no such user' }
    await work()
    const id = await queue({ recipient: { address: 'tiada@media.example' } })
    await until(id, 'bounced')
    expect(await rowOf(id)).toMatchObject({
      error: expect.stringContaining('no such user'),
      attempts: 1,
      bounced_at: expect.anything(),
    })
    expect(badAddresses).toContain(id)
    await expect.poll(jobsLeft).toBe(0)
  })

  it('reaches nobody when its address means several people, or none', async () => {
    await work()
    const hostile = [
      'a@media.example, b@media.example',
      '"a" <b@media.example>, c@media.example',
      'a b@media.example',
      'a@media.example\r\nRCPT TO:<b@media.example>',
      'a@media.example>\r\nDATA',
      '"a,b"@media.example',
      'a@b@media.example',
      `${'a'.repeat(300)}@media.example`,
      'tanpa-alamat',
      '',
    ]
    const before = mailbox.received.length
    for (const address of hostile) {
      const id = await queue({ recipient: { name: 'Budi', address } })
      await until(id, 'bounced')
      expect(badAddresses, address).toContain(id)
    }
    expect(mailbox.received.length).toBe(before)
  })

  it('reaches its one recipient, whatever the name is made of', async () => {
    await work()
    const names = [
      'Budi\r\nBcc: semua@media.example',
      'Budi\nRCPT TO:<semua@media.example>',
      '"a" <b@c.example>, d@e.example',
      'Budi, S.Sos., M.I.Kom.',
      'Budi "Sang \\ Raja"',
      '=?utf-8?q?Budi?= <x@y.example>',
      'بودي 小明 \u202e idub',
      'Budi;Grup: a@b.example;',
      'N'.repeat(5_000),
    ]
    for (const name of names) {
      const id = await queue({ recipient: { name, address: 'budi@media.example' }, subject: name })
      await until(id, 'sent')
      const [received, ...more] = receivedOf(id)
      expect(more, name).toEqual([])
      expect(received?.recipients, name).toEqual(['budi@media.example'])
      expect(received?.mail.to, name).toHaveLength(1)
      expect(received?.mail.to?.[0]?.address, name).toBe('budi@media.example')
      const keys = received?.mail.headers.map(({ key }) => key) ?? []
      expect(keys.filter((key) => ['bcc', 'cc', 'rcpt to'].includes(key))).toEqual([])
    }
  })
})

describe('a mail server that cannot be reached', () => {
  it('is waited for, not run into with every mail; then all go, also those that had waited long', async () => {
    const mailServer = await MailServer.prepare()
    let knocks = 0
    const dropper = createServer((socket) => {
      knocks += 1
      socket.destroy()
    }).listen(mailServer.port, '127.0.0.1')
    await once(dropper, 'listening')
    const ids = await Promise.all(Array.from({ length: 20 }, () => queue()))
    // After so many tries the queue would wait the better part of an hour.
    await server.make.pool.query('update graphile_worker._private_jobs set attempts = 8')
    await work(undefined, mailServer.url)
    // One mail with two tries; what is more comes from looking whether the server is back.
    await expect.poll(() => knocks).toBeGreaterThanOrEqual(4)
    dropper.close()
    await once(dropper, 'close')
    await mailServer.up()
    const all = async () =>
      (
        await server.make.pool.query<{ state: string; attempts: number }>(
          'select state, attempts from mails where id = any ($1)',
          [ids],
        )
      ).rows
    await expect
      .poll(async () => (await all()).filter(({ state }) => state === 'sent').length)
      .toBe(ids.length)
    expect((await all()).filter(({ attempts }) => attempts > 1).length).toBeLessThanOrEqual(1)
    expect(mailServer.count).toBe(ids.length)
    await worker?.stop()
    worker = undefined
    await mailServer.down()
  })
})

describe('a mail server that takes the connection and keeps silent', () => {
  it('holds up the mails and nothing else', async () => {
    const sockets = new Set<Socket>()
    const silent = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
    }).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const done: number[] = []
    const other: Task<number, unknown> = {
      name: 'other_work',
      run: async (_deps, { data }) => void done.push(data),
    }
    const first = await queue()
    for (let more = 0; more < 4; more++) await queue()
    await work(undefined, `smtp://127.0.0.1:${port}`, [other])
    await expect.poll(() => sockets.size).toBe(1)
    await server.deps.database.write([officeId], 'system:', async (tx) => {
      for (const n of [1, 2, 3]) await queueJob(tx, other, n)
    })
    await expect.poll(() => done.toSorted()).toEqual([1, 2, 3])
    // It was the silence that the mail waited in, all the while.
    expect((await rowOf(first)).state).toBe('queued')
    silent.close()
    for (const socket of sockets) socket.destroy()
    await until(first, 'failed')
    await worker?.stop()
    worker = undefined
    await server.make.pool.query(
      'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
    )
  })
})

describe('one mail at a time', () => {
  it('is with the server and not yet recorded: the next waits for that', async () => {
    const [first, second] = [await queue(), await queue()]
    const holder = await server.make.pool.connect()
    try {
      await holder.query('begin; select from mails for update')
      await work()
      const taken = () => [first, second].filter((id) => receivedOf(id).length > 0)
      await expect.poll(taken).toHaveLength(1)
      // One job is in hand, and the record of it waits for the row.
      await expect
        .poll(async () => {
          const { rows } = await holder.query(
            `select (select count(*)::int from graphile_worker.jobs where locked_at is not null) as jobs,
                    (select count(*)::int from pg_stat_activity
                      where wait_event_type = 'Lock' and datname = current_database()) as waiting`,
          )
          return rows[0]
        })
        .toEqual({ jobs: 1, waiting: 1 })
      expect(taken()).toHaveLength(1)
    } finally {
      await holder.query('rollback')
      holder.release()
    }
    await until(first, 'sent')
    await until(second, 'sent')
    expect(receivedOf(first)).toHaveLength(1)
    expect(receivedOf(second)).toHaveLength(1)
  })
})

describe('a worker that is gone', () => {
  it('loses its jobs to the living, who keep theirs', async () => {
    await work()
    const heldBy = async (holder: string): Promise<number> =>
      (
        await server.make.pool.query(
          'select count(*)::int as n from graphile_worker.jobs where locked_by = $1',
          [holder],
        )
      ).rows[0].n
    const [dead, living] = [`pool-${randomUUID()}`, `pool-${randomUUID()}`]
    const alive = await server.make.pool.connect()
    try {
      await alive.query('select pg_advisory_lock($1, hashtext($2))', [0x6e67, living])
      await alive.query(`select graphile_worker.add_job('other'), graphile_worker.add_job('other')`)
      const ids = (
        await alive.query<{ id: string }>(
          `select id from graphile_worker.jobs where task_identifier = 'other' order by id`,
        )
      ).rows.map(({ id }) => id)
      await alive.query(
        'update graphile_worker._private_jobs set locked_at = now(), locked_by = case id when $1 then $2 else $3 end where id in ($1, $4)',
        [ids[0], dead, living, ids[1]],
      )
      await expect.poll(() => heldBy(dead)).toBe(0)
      expect(await heldBy(living)).toBe(1)
    } finally {
      await alive.query('select pg_advisory_unlock_all()')
      alive.release()
    }
    // Now it is gone too.
    await expect.poll(() => heldBy(living)).toBe(0)
  })

  it('is not one whose connection broke: it shows again that it is alive, and goes on', async () => {
    await work()
    const provedBy = async (): Promise<number | undefined> =>
      (
        await server.make.pool.query<{ pid: number }>(
          `select l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.classid = $1 and a.datname = current_database()`,
          [0x6e67],
        )
      ).rows[0]?.pid
    await expect.poll(provedBy).toBeDefined()
    const before = await provedBy()
    await server.make.pool.query('select pg_terminate_backend($1)', [before])
    await expect.poll(provedBy).not.toBe(before)
    const id = await queue()
    await until(id, 'sent')
    expect(await provedBy()).toBeDefined()
  })
})
