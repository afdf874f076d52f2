import { remindersApi } from '@ngopi/shared/reminders'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeOffice } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { openDatabase } from '../platform/database.ts'
import { Sealing } from '../platform/sealing.ts'
import { remindGuests, sendRemindersDue } from './reminder-tasks.ts'
import type { StepToSend } from './step-commands.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

let server: TestServer
let office: MadeOffice
let meeting: Meeting
let token: string

beforeAll(async () => {
  // A mail server that is never asked: no worker runs, so what is queued stays to be counted.
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:9' })
  office = await server.make.office()
  meeting = new Meeting(server.make, office.id)
  token = (await server.make.user({ officeId: office.id })).token
})
afterAll(() => server.close())
// A run is one for all sessions of all offices: none of another test may be among them.
afterEach(() => sql(`update sessions set status = 'done'`))

const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await server.make.pool.query<Row>(text, values)).rows

/** Wednesday 25 November 2037, 09.00 WIB; its first reminder goes three days before at 09.00. */
const startsAt = new Date('2037-11-25T02:00:00Z')
const h3 = '2037-11-22T02:00:00.000Z'
const h1 = '2037-11-24T02:00:00.000Z'

interface Guest {
  email?: string
  phone?: string
  prefers?: string
  answer?: string
  revoked?: boolean
  optedOut?: boolean
  badEmail?: boolean
}

let made = 0

async function invite(
  sessionId: string,
  { email, phone, prefers, answer = 'none', revoked = false, optedOut, badEmail }: Guest,
  where = meeting,
): Promise<string> {
  const journalist = await where.journalist(`Tamu ${++made}`)
  await sql('update journalists set email = $2, phone = $3, preferred_channel = $4 where id = $1', [
    journalist,
    email ?? null,
    phone ?? null,
    prefers ?? null,
  ])
  if (optedOut) await sql('update journalists set opted_out_at = now() where id = $1', [journalist])
  if (badEmail)
    await sql('update journalists set email_problem_at = now() where id = $1', [journalist])
  const seated = ['waitlisted', 'offered'].includes(answer) ? 'none' : answer
  const id = await where.invite(sessionId, journalist, { answer: seated, revoked })
  if (answer === 'waitlisted')
    await sql(`update invitations set answer = 'waitlisted', waitlisted_at = now() where id = $1`, [
      id,
    ])
  if (answer === 'offered')
    await sql(
      `update invitations set answer = 'offered', holds_seat = true, offer_expires_at = now() + interval '1 day' where id = $1`,
      [id],
    )
  return id
}

const mail = () => `tamu${++made}@media.example`
const phone = () => `+62812${String(10_000_000 + ++made)}`

/** What waits of the job that writes to guests, taken off the queue as a worker would. */
async function writeToGuests(now: string, deps = server.deps): Promise<StepToSend[]> {
  const jobs = await sql<{ payload: { officeId: string; actor: never; data: StepToSend } }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'send_reminders' returning j.payload`,
  )
  for (const { payload } of jobs)
    await remindGuests(
      { ...deps, log },
      { offices: [payload.officeId], actor: payload.actor, data: payload.data },
      now,
    )
  return jobs.map(({ payload }) => payload.data)
}

async function run(now: string): Promise<number> {
  const sent = await sendRemindersDue({ ...server.deps, log }, now)
  await writeToGuests(now)
  return sent
}

interface Told {
  id: string
  about: string
  channel: string
  step: string
}

/** Who was told what of a session, in the order they were invited. */
const notified = (sessionId: string): Promise<Told[]> =>
  sql(
    `select i.id, d.about, d.channel, d.reminder_step as step from deliveries d join invitations i on i.id = d.invitation_id
      where i.session_id = $1
     union all
     select i.id, 'reminder', 'queue', q.reminder_step from whatsapp_queue q join invitations i on i.id = q.invitation_id
      where i.session_id = $1
     order by 1, 4`,
    [sessionId],
  )

const session = (more: Parameters<Meeting['session']>[0] = {}) =>
  meeting.session({ startsAt, ...more })

const stepsOf = async (id: string) =>
  (await call(server.app, remindersApi.list, { params: { id } }, { token })).items

describe('a run of reminders', () => {
  it('reaches of 200 guests exactly those it should, in the words and by the way of each', async () => {
    const id = await session()
    const kinds: [Guest & { reach?: string; by?: string }, number][] = [
      [{ email: 'x', reach: 'reminder_silent', by: 'email' }, 60],
      [{ email: 'x', phone: 'x', answer: 'maybe', reach: 'reminder_maybe', by: 'email' }, 20],
      [{ email: 'x', answer: 'attending', reach: 'reminder_attending', by: 'email' }, 30],
      [{ email: 'x', answer: 'needs_reconfirmation', reach: 'reminder_silent', by: 'email' }, 10],
      [{ phone: 'x', reach: 'reminder', by: 'queue' }, 15],
      [{ email: 'x', phone: 'x', prefers: 'whatsapp', reach: 'reminder', by: 'queue' }, 10],
      [{ email: 'x', prefers: 'whatsapp', reach: 'reminder_silent', by: 'email' }, 3],
      [{ email: 'x', badEmail: true, phone: 'x', reach: 'reminder', by: 'queue' }, 2],
      [{ email: 'x', badEmail: true }, 5],
      [{}, 5],
      [{ email: 'x', answer: 'declined' }, 15],
      [{ email: 'x', answer: 'waitlisted' }, 5],
      [{ email: 'x', answer: 'offered' }, 5],
      [{ email: 'x', answer: 'substituted' }, 5],
      [{ email: 'x', optedOut: true }, 5],
      [{ email: 'x', revoked: true }, 5],
    ]
    const expected: Told[] = []
    for (const [{ reach, by, ...guest }, count] of kinds)
      for (let i = 0; i < count; i++) {
        const invitation = await invite(id, {
          ...guest,
          ...(guest.email && { email: mail() }),
          ...(guest.phone && { phone: phone() }),
        })
        if (reach && by)
          expected.push({ id: invitation, about: reach, channel: by, step: '3-0900@2037-11-25' })
      }
    const before = (await stepsOf(id)).find(({ step }) => step === '3-0900')
    expect(before?.recipients).toEqual({
      silent: 110,
      maybe: 20,
      attending: 30,
      byMail: 123,
      byWhatsapp: 27,
      unreachable: 10,
    })
    expect(made).toBeGreaterThan(200)
    expect(await run('2037-11-22T01:59:00.000Z')).toBe(0)
    expect(await run(h3)).toBe(1)
    const result = await notified(id)
    expect(result).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)))
    expect(result).toHaveLength(150)
    expect(await run(h3)).toBe(0)
    expect(await notified(id)).toHaveLength(150)
    expect((await stepsOf(id)).find(({ step }) => step === '3-0900')).toMatchObject({
      state: 'sent',
      sentAt: h3,
      recipients: before?.recipients,
    })
    const { items } = await call(
      server.app,
      remindersApi.recipients,
      { params: { id, step: '3-0900' } },
      { token },
    )
    expect(items).toHaveLength(150)
  })

  it('is done once by two machines at once, and again where one was killed half way', async () => {
    const id = await session()
    for (let i = 0; i < 20; i++) await invite(id, { email: mail() })
    const other = openDatabase({
      ownerUrl: server.ownerUrl,
      poolSize: 3,
      sealing: new Sealing(server.deps.keys.storedText),
      log,
    })
    const sent = await Promise.all([
      sendRemindersDue({ ...server.deps, log }, h3),
      sendRemindersDue({ ...server.deps, database: other, log }, h3),
    ])
    expect(sent.sort()).toEqual([0, 1])
    const data = { sessionId: id, step: '3-0900', day: '2037-11-25', byUserId: null }
    const job = { offices: [office.id], actor: 'job:' as const, data }
    await Promise.all([
      remindGuests({ ...server.deps, log }, job, h3),
      remindGuests({ ...server.deps, database: other, log }, job, h3),
    ])
    await other.close()
    expect(await notified(id)).toHaveLength(20)
    // The rest of the queue: the same job once more finds nobody left.
    expect(await writeToGuests(h3)).toHaveLength(1)
    expect(await notified(id)).toHaveLength(20)
    expect((await stepsOf(id))[0]?.recipients).toMatchObject({ byMail: 20, byWhatsapp: 0 })
  })

  it('goes on when one guest fails, and comes back for that one', async () => {
    const id = await session()
    const ids = []
    for (let i = 0; i < 5; i++) ids.push(await invite(id, { email: mail() }))
    await sendRemindersDue({ ...server.deps, log }, h3)
    const [broken] = ids
    const constraint = `check (invitation_id <> '${broken}') not valid`
    await sql(`alter table deliveries add constraint broken ${constraint}`)
    const data = { sessionId: id, step: '3-0900', day: '2037-11-25', byUserId: null }
    const job = { offices: [office.id], actor: 'job:' as const, data }
    await expect(remindGuests({ ...server.deps, log }, job, h3)).rejects.toThrow('1 of 5')
    expect((await notified(id)).map((one) => one.id)).toEqual(ids.slice(1).sort())
    expect((await stepsOf(id))[0]).toMatchObject({ state: 'failed', recipients: { byMail: 4 } })
    await sql('alter table deliveries drop constraint broken')
    await writeToGuests(h3)
    expect(await notified(id)).toHaveLength(5)
    expect((await stepsOf(id))[0]).toMatchObject({ state: 'sent', recipients: { byMail: 5 } })
  })

  it('given up is shown as failed, and a person can send it again to who is left', async () => {
    const id = await session()
    const ids = []
    for (let i = 0; i < 3; i++) ids.push(await invite(id, { email: mail() }))
    await sendRemindersDue({ ...server.deps, log }, h3)
    const [broken] = ids
    await sql(
      `alter table deliveries add constraint broken check (invitation_id <> '${broken}') not valid`,
    )
    await expect(writeToGuests(h3)).rejects.toThrow('1 of 3')
    const [step] = await stepsOf(id)
    expect(step).toMatchObject({ state: 'failed', recipients: { byMail: 2 } })
    const sending = { params: { id, step: step?.step ?? '' } }
    const left = await call(server.app, remindersApi.recipients, sending, { token })
    expect(left.items.map(({ invitationId }) => invitationId)).toEqual([broken])

    // The job is gone, and nothing will try by itself any more.
    await sql('alter table deliveries drop constraint broken')
    expect(await run(h3)).toBe(0)
    expect((await stepsOf(id))[0]?.state).toBe('failed')
    await call(server.app, remindersApi.sendNow, sending, { token })
    expect(await writeToGuests(h3)).toHaveLength(1)
    expect(await notified(id)).toHaveLength(3)
    expect((await stepsOf(id))[0]).toMatchObject({ state: 'sent', recipients: { byMail: 3 } })
    const again = await problemOf(call(server.app, remindersApi.sendNow, sending, { token }))
    expect(again.problem.code).toBe('closed')
  })

  it('that failed before it came to any guest claims to have reached nobody', async () => {
    const id = await session()
    await invite(id, { email: mail() })
    await sendRemindersDue({ ...server.deps, log }, h3)
    const failing: typeof server.deps.database = Object.create(server.deps.database, {
      read: { value: () => Promise.reject(new Error('the database is away')) },
      write: { value: server.deps.database.write.bind(server.deps.database) },
    })
    await expect(writeToGuests(h3, { ...server.deps, database: failing })).rejects.toThrow('away')
    expect((await stepsOf(id))[0]).toMatchObject({ state: 'failed', recipients: { byMail: 0 } })
  })

  it('keeps the quiet hours, also when its work is late', async () => {
    const quiet = await server.make.office()
    await sql(`update offices set quiet_from = '20:00', quiet_until = '07:00' where id = $1`, [
      quiet.id,
    ])
    const there = new Meeting(server.make, quiet.id)
    const id = await there.session({ startsAt })
    await sql(
      `update sessions set reminders = '[{"daysBefore": 1, "at": "21:00"}]' where id = $1`,
      [id],
    )
    await invite(id, { email: mail() }, there)
    expect(await run('2037-11-24T14:00:00.000Z')).toBe(0)
    expect(await sendRemindersDue({ ...server.deps, log }, '2037-11-25T00:00:00.000Z')).toBe(1)
    expect(await notified(id)).toEqual([])
    await writeToGuests('2037-11-24T20:00:00.000Z')
    const [waiting] = await sql<{ run_at: Date }>(
      `select j.run_at from graphile_worker.jobs j
        where j.task_identifier = 'send_mail' order by j.run_at desc limit 1`,
    )
    expect(waiting?.run_at.toISOString()).toBe('2037-11-25T00:00:00.000Z')
  })

  it('goes out for no session that is cancelled, done, archived or a draft, before and after it was taken', async () => {
    for (const state of ['draft', 'cancelled', 'done']) {
      const id = await session({ status: state })
      await invite(id, { email: mail() })
      expect(await run(h3)).toBe(0)
    }
    const archived = await session()
    await invite(archived, { email: mail() })
    await sql('update sessions set archived_at = now() where id = $1', [archived])
    expect(await run(h3)).toBe(0)
    const id = await session()
    await invite(id, { email: mail() })
    expect(await sendRemindersDue({ ...server.deps, log }, h3)).toBe(1)
    await call(
      server.app,
      sessionsApi.cancel,
      { params: { id }, body: { reason: 'Hujan' } },
      { token },
    )
    await sql(
      `delete from deliveries where invitation_id in (select id from invitations where session_id = $1)`,
      [id],
    )
    await writeToGuests(h3)
    expect((await notified(id)).filter(({ step }) => step !== null)).toEqual([])
  })

  it('has missed what was due before a session was published or moved nearer', async () => {
    const id = await session()
    await invite(id, { email: mail() })
    await sql('update sessions set reminders_since = $2 where id = $1', [
      id,
      '2037-11-22T02:01:00Z',
    ])
    expect(await run('2037-11-22T02:02:00.000Z')).toBe(0)
    expect(await run(h1)).toBe(1)
  })

  it('counts from each change of status, time or offsets, and from none of its words', async () => {
    const id = await session()
    const restarts = async (change: string) => {
      await sql(`update sessions set reminders_since = '2020-01-01' where id = $1`, [id])
      await sql(`update sessions set ${change} where id = $1`, [id])
      const rows = await sql<{ restarted: boolean }>(
        `select reminders_since > '2020-01-01' as restarted from sessions where id = $1`,
        [id],
      )
      return rows[0]?.restarted
    }
    expect(await restarts(`title = 'Lain', venue = 'Lain'`)).toBe(false)
    expect(await restarts(`status = 'draft'`)).toBe(true)
    expect(await restarts(`starts_at = starts_at - interval '1 day'`)).toBe(true)
    expect(await restarts(`reminders = '[{"daysBefore": 2, "at": "09:00"}]'`)).toBe(true)
  })

  it('reminds anew of another day, once a day', async () => {
    const id = await session()
    await invite(id, { email: mail() })
    await run(h3)
    const moved = async (to: string) =>
      sql(
        'update sessions set starts_at = $2, ends_at = $2::timestamptz + interval $$2 hours$$ where id = $1',
        [id, to],
      )
    await moved('2037-11-25T05:00:00Z')
    expect(await run(h3)).toBe(0)
    await moved('2037-12-02T02:00:00Z')
    expect(await run('2037-11-29T02:00:00.000Z')).toBe(1)
    expect((await notified(id)).map(({ step }) => step)).toEqual([
      '3-0900@2037-11-25',
      '3-0900@2037-12-02',
    ])
    await moved('2037-11-25T02:00:00Z')
    await run(h3)
    expect(await notified(id)).toHaveLength(2)
  })

  it('renews the place of who still waits for WhatsApp, instead of a second', async () => {
    const id = await session()
    await invite(id, { phone: phone() })
    await run(h3)
    await run(h1)
    expect(await notified(id)).toMatchObject([{ channel: 'queue', step: '1-0900@2037-11-25' }])
  })

  it('takes the offsets of the session before those of its series and its office', async () => {
    const [series] = await sql<{ id: string }>(
      `insert into series (office_id, title, rrule, starts_on, start_time, duration_minutes, time_zone, venue, reminders)
       values ($1, 'Rangkaian', 'FREQ=MONTHLY', '2037-11-25', '09:00', 120, 'Asia/Jakarta', 'Aula',
               '[{"daysBefore": 2, "at": "08:00"}]') returning id`,
      [office.id],
    )
    const id = await session()
    const source = async () => {
      const list = await call(server.app, remindersApi.list, { params: { id } }, { token })
      return [list.source, list.items.map(({ step }) => step)]
    }
    expect(await source()).toEqual(['office', ['3-0900', '1-0900', '0-0700']])
    await sql('update sessions set series_id = $2 where id = $1', [id, series?.id])
    expect(await source()).toEqual(['series', ['2-0800']])
    expect(await run('2037-11-23T01:00:00.000Z')).toBe(1)
    await sql(`update sessions set reminders = '[]' where id = $1`, [id])
    expect(await source()).toEqual(['session', ['2-0800']])
    expect(await run(h1)).toBe(0)
  })
})
