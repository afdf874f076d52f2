import { jobsApi } from '@ngopi/shared/jobs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { Mailbox } from '../../test/mailbox.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { queueJob } from '../platform/jobs.ts'
import { queueMail } from '../platform/mail.ts'
import { startWork } from '../work.ts'

let server: TestServer
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await startServer({ smtpUrl: mailbox.url })
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

const as = ({ token }: MadeUser) => ({ token })
const list = (user: MadeUser) => call(server.app, jobsApi.list, {}, as(user))

async function queuedMail(officeId: string, subject: string): Promise<string> {
  const mail = await server.deps.database.write([officeId], 'system:', (tx) =>
    queueMail(tx, {
      officeId,
      smtp: true,
      mail: { recipient: { name: 'Sri', address: 'sri@media.example' }, subject, text: 'x' },
    }),
  )
  return mail.id
}

const setJobs = (officeId: string, change: string) =>
  server.make.pool.query(
    `update graphile_worker._private_jobs set ${change} where payload ->> 'officeId' = $1`,
    [officeId],
  )

const stateOf = async (mailId: string) =>
  (await server.make.pool.query('select state, error from mails where id = $1', [mailId])).rows[0]

describe('background work', () => {
  it('is listed by what it is for, failed first, the own office’s alone', async () => {
    const admin = await server.make.user({ role: 'admin' })
    const other = await server.make.user({ role: 'admin' })
    await queuedMail(admin.officeId, 'Gagal')
    await setJobs(admin.officeId, `attempts = max_attempts, last_error = 'ditolak'`)
    await queuedMail(admin.officeId, 'Dicoba')
    await setJobs(
      admin.officeId,
      `attempts = case when attempts = 0 then 3 else attempts end, last_error = 'ditolak'`,
    )
    await server.deps.database.write([admin.officeId], 'system:', (tx) =>
      queueJob(tx, { name: 'something_else' }, {}),
    )
    await queuedMail(other.officeId, 'Rahasia')
    const { items, counts } = await list(admin)
    expect(items.map(({ task, state, about }) => ({ task, state, about }))).toEqual([
      { task: 'send_mail', state: 'failed', about: 'Gagal → Sri' },
      { task: 'send_mail', state: 'retrying', about: 'Dicoba → Sri' },
      { task: 'something_else', state: 'waiting', about: null },
    ])
    expect(counts).toEqual({ failed: 1, retrying: 1, waiting: 1 })
    expect(items[0]).toMatchObject({ attempts: 25, maxAttempts: 25, error: 'ditolak' })
    expect(items[0]?.runAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect((await list(other)).items.map(({ about }) => about)).toEqual(['Rahasia → Sri'])
  })

  it('that failed is tried again on demand, and done', async () => {
    const admin = await server.make.user({ role: 'admin' })
    const mailId = await queuedMail(admin.officeId, 'Lagi')
    await setJobs(
      admin.officeId,
      `attempts = max_attempts, last_error = 'ditolak', run_at = now() + interval '1 day'`,
    )
    const [failed] = (await list(admin)).items
    const params = { id: failed?.id ?? '' }
    const again = await call(server.app, jobsApi.retry, { params }, as(admin))
    expect(again).toMatchObject({ id: params.id, attempts: 0, state: 'retrying' })
    expect(Date.parse(again.runAt)).toBeLessThanOrEqual(Date.now() + 1_000)
    const worker = await startWork({
      ...server.deps,
      ownerUrl: server.ownerUrl,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    })
    await expect.poll(async () => (await stateOf(mailId)).state).toBe('sent')
    await worker.stop()
    expect((await list(admin)).items).toEqual([])
    expect(await problemOf(call(server.app, jobsApi.retry, { params }, as(admin)))).toMatchObject({
      status: 404,
    })
  })

  it('given up is gone for good, and its mail says so', async () => {
    const admin = await server.make.user({ role: 'admin' })
    const mailId = await queuedMail(admin.officeId, 'Henti')
    const [job] = (await list(admin)).items
    const params = { id: job?.id ?? '' }
    await call(server.app, jobsApi.discard, { params }, as(admin))
    expect((await list(admin)).items).toEqual([])
    expect(await stateOf(mailId)).toEqual({
      state: 'withdrawn',
      error: 'Pengiriman dihentikan oleh admin.',
    })
  })

  it('under way is left alone', async () => {
    const admin = await server.make.user({ role: 'admin' })
    const mailId = await queuedMail(admin.officeId, 'Berjalan')
    await setJobs(admin.officeId, `locked_at = now(), locked_by = 'another'`)
    const [job] = (await list(admin)).items
    expect(job?.state).toBe('running')
    const params = { id: job?.id ?? '' }
    for (const action of [jobsApi.retry, jobsApi.discard])
      expect(await problemOf(call(server.app, action, { params }, as(admin)))).toMatchObject({
        status: 409,
        problem: { code: 'in_progress' },
      })
    expect((await stateOf(mailId)).state).toBe('queued')
  })

  it('of another office, and of nobody, is not there', async () => {
    const admin = await server.make.user({ role: 'admin' })
    const stranger = await server.make.user({ role: 'admin' })
    const mailId = await queuedMail(admin.officeId, 'Lain')
    const [job] = (await list(admin)).items
    for (const id of [job?.id ?? '', '1', '999999999999999999'])
      for (const action of [jobsApi.retry, jobsApi.discard])
        expect(
          await problemOf(call(server.app, action, { params: { id } }, as(stranger))),
        ).toMatchObject({ status: 404 })
    expect((await list(admin)).items).toHaveLength(1)
    expect((await stateOf(mailId)).state).toBe('queued')
  })
})
