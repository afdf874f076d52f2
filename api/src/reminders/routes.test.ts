import { remindersApi } from '@ngopi/shared/reminders'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { Mailbox } from '../../test/mailbox.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { startWork } from '../work.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

let server: TestServer
let mailbox: Mailbox
let world: World

beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await startServer({ smtpUrl: mailbox.url })
  world = await World.open(server)
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

const list = (id: string, as = world.asOfficer) =>
  call(server.app, remindersApi.list, { params: { id } }, as)
const pause = (id: string, paused: boolean, step = '3-0900') =>
  call(server.app, remindersApi.pause, { params: { id, step }, body: { paused } }, world.asOfficer)
const sendNow = (id: string, step = '3-0900', as = world.asOfficer) =>
  call(server.app, remindersApi.sendNow, { params: { id, step } }, as)
const stateOf = ({ items }: Awaited<ReturnType<typeof list>>, step = '3-0900') =>
  items.find((one) => one.step === step)?.state

describe('the reminders of a session', () => {
  it('are paused and let go again, each said twice without harm', async () => {
    const { session } = await world.meeting()
    expect(stateOf(await list(session.id))).toBe('planned')
    expect(stateOf(await pause(session.id, true))).toBe('paused')
    expect(stateOf(await pause(session.id, true))).toBe('paused')
    expect((await list(session.id)).items[0]).toMatchObject({ step: '3-0900', version: 1 })
    expect(stateOf(await pause(session.id, false))).toBe('planned')
    expect(stateOf(await list(session.id), '1-0900')).toBe('planned')
  })

  it('are not paused where nothing is to go', async () => {
    const draft = await world.session({ publish: false })
    expect(stateOf(await list(draft.id))).toBe('off')
    expect((await problemOf(pause(draft.id, true))).problem.code).toBe('closed')
    expect((await problemOf(pause(draft.id, true, '9-0900'))).status).toBe(404)
  })

  it('go now when a person says so, once, also when paused; and nobody is asked before the session is open', async () => {
    const { session } = await world.meeting({ guests: 2, email: 'segera@media.example' })
    await pause(session.id, true)
    const sent = await sendNow(session.id)
    expect(sent.items[0]).toMatchObject({ state: 'sent', recipients: { silent: 2, byMail: 2 } })
    expect((await problemOf(sendNow(session.id))).problem.code).toBe('closed')
    expect((await problemOf(pause(session.id, true))).problem.code).toBe('closed')
    const draft = await world.session({ publish: false })
    expect((await problemOf(sendNow(draft.id))).problem.code).toBe('closed')
    const begun = await world.session()
    await server.make.pool.query(`update sessions set starts_at = now() where id = $1`, [begun.id])
    expect((await problemOf(sendNow(begun.id))).problem.code).toBe('closed')
    expect(stateOf(await list(begun.id), '0-0700')).toBe('missed')
  })

  it('name whom they would reach, with which words', async () => {
    const { session, invitations } = await world.meeting({ guests: 3, email: 'kata@media.example' })
    await world.answer(invitations[0] ?? '', 'attending')
    await world.answer(invitations[1] ?? '', 'declined')
    const { items } = await call(
      server.app,
      remindersApi.recipients,
      { params: { id: session.id, step: '1-0900' } },
      world.asOfficer,
    )
    expect(
      items.map(({ journalist, about, channel, outlet }) => [
        journalist.fullName,
        about,
        channel,
        outlet?.name,
      ]),
    ).toEqual([
      ['Tamu Uji 1', 'reminder_attending', 'email', 'Media Uji'],
      ['Tamu Uji 3', 'reminder_silent', 'email', 'Media Uji'],
    ])
  })

  it('are looked at by a manager and steered by editors of their own office alone', async () => {
    const { session } = await world.meeting()
    const { officeId } = world.officer
    const manager = await server.make.user({ officeId, role: 'manager' })
    const desk = await server.make.user({ officeId, role: 'desk' })
    const stranger = await server.make.user({ role: 'admin' })
    expect(stateOf(await list(session.id, manager))).toBe('planned')
    expect((await problemOf(sendNow(session.id, '3-0900', manager))).status).toBe(403)
    expect((await problemOf(list(session.id, desk))).status).toBe(403)
    expect((await problemOf(list(session.id, stranger))).status).toBe(404)
    expect((await problemOf(sendNow(session.id, '3-0900', stranger))).status).toBe(404)
    const region = await server.make.office({ name: 'Kanwil' })
    await server.make.pool.query('update offices set parent_id = $1 where id = $2', [
      region.id,
      officeId,
    ])
    const above = await server.make.user({ officeId: region.id, role: 'admin' })
    const regional = await server.make.user({ officeId: region.id, role: 'manager' })
    expect(stateOf(await list(session.id, regional))).toBe('planned')
    expect([403, 404]).toContain((await problemOf(sendNow(session.id, '3-0900', above))).status)
    await server.make.pool.query('update offices set parent_id = null where id = $1', [officeId])
  })
})

describe('the reminders of an office', () => {
  it('are listed for 60 days, soonest first, its own alone', async () => {
    const own = await World.open(server)
    const upcoming = async () =>
      (await call(server.app, remindersApi.upcoming, {}, own.asOfficer)).items
    expect(await upcoming()).toEqual([])
    // At 09.00 WIB, so that all three lie before it at whatever hour this runs.
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const session = await own.session({ startsAt: `${day}T02:00:00Z`, endsAt: `${day}T04:00:00Z` })
    await own.invite(session.id, await own.journalists(2, { email: 'enam@media.example' }))
    const far = new Date(Date.now() + 62.5 * 86_400_000)
    await own.session({
      title: 'Nanti',
      startsAt: far.toISOString(),
      endsAt: new Date(far.getTime() + 3_600_000).toISOString(),
    })
    await own.session({ publish: false })
    const items = await upcoming()
    expect(items.map((one) => [one.session.title, one.step]).slice(0, 4)).toEqual([
      ['Ngopi Bareng Humas', '3-0900'],
      ['Ngopi Bareng Humas', '1-0900'],
      ['Ngopi Bareng Humas', '0-0700'],
      ['Nanti', '3-0900'],
    ])
    expect(items).toHaveLength(4)
    expect(items[0]).toMatchObject({
      recipients: { silent: 2, byMail: 2 },
      session: { id: session.id },
    })
  })
})

describe('a reminder that waits for the mail server', () => {
  it('speaks to each guest as the guest stands when it goes', async () => {
    const own = await World.open(server)
    const session = await own.session()
    const guests = []
    for (const name of ['diam', 'batal', 'hadir'])
      guests.push(...(await own.journalists(1, { email: `${name}@tunggu.example` })))
    const invitations = await own.invite(session.id, guests)
    await call(
      server.app,
      remindersApi.sendNow,
      { params: { id: session.id, step: '3-0900' } },
      own.asOfficer,
    )
    const work = () => startWork({ ...server.deps, ownerUrl: server.ownerUrl, log })
    const rows = async () =>
      (
        await server.make.pool.query<{ recipient: string; state: string }>(
          `select recipient, state from mails where office_id = $1 order by recipient`,
          [own.officer.officeId],
        )
      ).rows
    // The server takes nothing yet; the mails wait.
    mailbox.refusals = 1_000
    const first = await work()
    await expect.poll(async () => (await rows()).length).toBe(3)
    await first.stop()
    expect(mailbox.received).toEqual([])
    await own.answer(invitations[1] ?? '', 'declined')
    await own.answer(invitations[2] ?? '', 'attending')
    mailbox.refusals = 0
    await server.make.pool.query(
      `update graphile_worker._private_jobs set run_at = now(), locked_at = null, locked_by = null`,
    )
    const second = await work()
    await expect
      .poll(async () => (await rows()).map(({ state }) => state))
      .toEqual(['withdrawn', 'sent', 'sent'])
    await second.stop()
    expect(mailbox.to('batal@tunggu.example')).toEqual([])
    const { rows: sent } = await server.make.pool.query<{
      recipient: string
      subject: string
      body: string
    }>(`select recipient, subject, body_text as body from mails where office_id = $1`, [
      own.officer.officeId,
    ])
    const bodyOf = (name: string) =>
      readable(server, sent.find(({ recipient }) => recipient.startsWith(name))?.body ?? '')
    expect(mailbox.to('diam@tunggu.example')[0]?.text?.trim()).toBe(bodyOf('diam').trim())
    const attending = mailbox.to('hadir@tunggu.example')
    expect(attending).toHaveLength(1)
    expect(attending[0]?.text?.trim()).toBe(bodyOf('hadir').trim())
    const withoutNames = (text: string) => text.replace(/^Yth.*|https?:\S+/gm, '')
    expect(withoutNames(bodyOf('hadir'))).not.toBe(withoutNames(bodyOf('diam')))
    // A cancelled session reminds nobody, whatever waits.
    await call(
      server.app,
      sessionsApi.cancel,
      { params: { id: session.id }, body: { reason: 'Hujan' } },
      own.asOfficer,
    )
    expect((await list(session.id, own.asOfficer)).items.map(({ state }) => state)).toEqual([
      'sent',
      'off',
      'off',
    ])
  })
})
