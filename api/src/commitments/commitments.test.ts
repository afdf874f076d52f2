import { commitmentsApi } from '@ngopi/shared/commitments'
import { questionsApi } from '@ngopi/shared/questions'
import { reportsApi } from '@ngopi/shared/reports'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { waitFor } from '../../test/wait-for.ts'
import { remindOwners } from './reminder-commands.ts'
import { remindOwnersDue } from './reminder-task.ts'

let server: TestServer
let officer: MadeUser
let manager: MadeUser
let region: MadeUser
let desk: MadeUser
let meeting: Meeting

beforeAll(async () => {
  server = await startServer()
  const parent = await server.make.office()
  const office = await server.make.office({ parentId: parent.id })
  officer = await server.make.user({ officeId: office.id })
  manager = await server.make.user({ officeId: office.id, role: 'manager' })
  desk = await server.make.user({ officeId: office.id, role: 'desk' })
  region = await server.make.user({ officeId: parent.id, role: 'manager' })
  meeting = new Meeting(server.make, office.id)
})
afterAll(() => server.close())

type NewCommitment = (typeof commitmentsApi.create.schema.body)['_input']

const as = (user: MadeUser) => ({ token: user.token })
const sql = (text: string, values: unknown[] = []) => server.make.pool.query(text, values)
const commitment = (body: Partial<NewCommitment> = {}, user = officer) =>
  call(
    server.app,
    commitmentsApi.create,
    { body: { text: 'Kirim data', dueOn: '2031-05-05', ...body } },
    as(user),
  )
const list = (query: object, user = officer) =>
  call(server.app, commitmentsApi.list, { query }, as(user))
const at = (id: string) => ({ params: { id } })
const settle = (id: string, version: number, user = officer, state: 'kept' | 'dropped' = 'kept') =>
  call(
    server.app,
    commitmentsApi.settle,
    { ...at(id), body: { version, state, outcome: 'Ini datanya.' } },
    as(user),
  )
const notify = (id: string, channel: 'email' | 'whatsapp' | 'phone' = 'email', user = officer) =>
  call(server.app, commitmentsApi.tell, { ...at(id), body: { channel } }, as(user))
const ask = async (more = {}) => {
  const sessionId = await meeting.session()
  const journalistId = await meeting.journalist('Laras (contoh)', { phone: '+6281200005555' })
  const body = { text: 'Berapa?', journalistId, ...more }
  const params = { id: sessionId }
  const question = await call(server.app, questionsApi.create, { params, body }, as(officer))
  return { sessionId, journalistId, question }
}

describe('a promise', () => {
  it('takes session and journalist of its question, and shows there', async () => {
    const { sessionId, journalistId, question } = await ask()
    const made = await commitment({ questionId: question.id, ownerId: manager.id })
    expect(made).toMatchObject({
      session: { id: sessionId },
      journalist: { id: journalistId },
      question: { id: question.id, text: 'Berapa?' },
      owner: { id: manager.id },
      state: 'open',
      overdue: false,
      offRecord: false,
    })
    const params = { id: sessionId }
    const shown = await call(server.app, questionsApi.list, { params, query: {} }, as(officer))
    expect(shown.items[0]?.commitments).toEqual([
      { id: made.id, text: 'Kirim data', dueOn: '2031-05-05', state: 'open' },
    ])
  })

  it('names own people, sessions and questions that belong together', async () => {
    const { question } = await ask()
    const stranger = await server.make.user()
    const elsewhere = new Meeting(server.make, stranger.officeId)
    const wrong = commitment({
      ownerId: stranger.id,
      sessionId: await elsewhere.session(),
      journalistId: await elsewhere.journalist('Asing'),
      questionId: question.id,
    })
    const refused = await problemOf(wrong)
    expect(refused.status).toBe(400)
    expect(refused.problem.fields?.map(({ path }) => path).sort()).toEqual([
      'journalistId',
      'ownerId',
      'questionId',
      'sessionId',
    ])
    expect((await problemOf(commitment({ ownerId: desk.id }))).status).toBe(400)
    const made = await commitment()
    const patch = (body: object) =>
      call(
        server.app,
        commitmentsApi.update,
        { ...at(made.id), body: { version: 1, ...body } },
        as(officer),
      )
    expect((await problemOf(patch({ ownerId: stranger.id }))).status).toBe(400)
    expect(await patch({ text: 'Lain', ownerId: manager.id })).toMatchObject({
      text: 'Lain',
      version: 2,
    })
    const stale = await problemOf(patch({ text: 'Telat' }))
    expect([stale.status, stale.problem.code]).toEqual([409, 'stale'])
  })

  it('is overdue by the day of its office, also in the list and on the first page', async () => {
    const east = await server.make.office()
    await sql(`update offices set time_zone = 'Pacific/Kiritimati' where id = $1`, [east.id])
    const west = await server.make.office()
    await sql(`update offices set time_zone = 'Pacific/Pago_Pago' where id = $1`, [west.id])
    // The two are 25 hours apart: what is yesterday in the east is today or later in the west.
    const { rows } = await sql(
      `select ((now() at time zone 'Pacific/Kiritimati')::date - 1)::text as day`,
    )
    const dueOn = rows[0].day
    const home = (user: MadeUser) => call(server.app, reportsApi.home, {}, as(user))
    for (const [officeId, overdue] of [
      [east.id, true],
      [west.id, false],
    ] as const) {
      const user = await server.make.user({ officeId })
      expect(await commitment({ dueOn }, user)).toMatchObject({ overdue })
      expect((await list({ overdue: 'true' }, user)).items).toHaveLength(overdue ? 1 : 0)
      expect((await home(user)).due).toMatchObject({
        overdueCommitments: overdue ? 1 : 0,
        openCommitments: overdue ? 0 : 1,
      })
    }
  })

  it('is listed next due first, page by page, and by filters', async () => {
    const office = await server.make.office()
    const user = await server.make.user({ officeId: office.id })
    const made = []
    for (const dueOn of ['2031-03-03', '2031-01-01', '2031-02-02'])
      made.push(await commitment({ dueOn, text: `Janji ${dueOn}` }, user))
    const days = async (query: object) => (await list(query, user)).items.map(({ dueOn }) => dueOn)
    const first = await list({ limit: 2, count: '1' }, user)
    expect([first.items.map(({ dueOn }) => dueOn), first.total]).toEqual([
      ['2031-01-01', '2031-02-02'],
      3,
    ])
    expect(await days({ limit: 2, cursor: first.nextCursor })).toEqual(['2031-03-03'])
    expect(await days({ sort: '-dueOn' })).toEqual(['2031-03-03', '2031-02-02', '2031-01-01'])
    const newest = await list({ sort: '-createdAt', limit: 1 }, user)
    expect(newest.items[0]?.dueOn).toBe('2031-02-02')
    expect(await days({ sort: '-createdAt', cursor: newest.nextCursor })).toEqual([
      '2031-01-01',
      '2031-03-03',
    ])
    expect(await days({ q: '01-01' })).toEqual(['2031-01-01'])
    expect(await days({ ownerId: manager.id })).toEqual([])
    await settle(made[0]?.id ?? '', 1, user)
    expect(await days({ state: 'kept' })).toEqual(['2031-03-03'])
    await call(server.app, commitmentsApi.archive, at(made[1]?.id ?? ''), as(user))
    expect(await days({ state: 'open' })).toEqual(['2031-02-02'])
    expect(await days({ archived: 'true' })).toEqual(['2031-01-01'])
    await call(server.app, commitmentsApi.restore, at(made[1]?.id ?? ''), as(user))
    expect(await days({ state: 'open' })).toEqual(['2031-01-01', '2031-02-02'])
  })

  it('is settled and reopened by officers and managers of its office, by nobody above or outside', async () => {
    const made = await commitment()
    expect((await problemOf(settle(made.id, 1, region))).status).toBe(403)
    expect((await problemOf(settle(made.id, 1, desk))).status).toBe(403)
    expect((await problemOf(settle(made.id, 1, await server.make.user()))).status).toBe(404)
    const stored = await settle(made.id, 1, manager)
    expect(stored).toMatchObject({ state: 'kept', outcome: 'Ini datanya.' })
    expect(stored.settledAt).not.toBeNull()
    expect((await problemOf(settle(made.id, 1))).status).toBe(409)
    const reopen = (user: MadeUser) =>
      call(server.app, commitmentsApi.reopen, at(made.id), as(user))
    expect((await problemOf(reopen(region))).status).toBe(403)
    expect(await reopen(manager)).toMatchObject({ state: 'open', outcome: null, settledAt: null })
    expect((await problemOf(commitment({}, manager))).status).toBe(403)
  })
})

it('owners are officers and managers of the office, not the desk', async () => {
  const { items } = await call(server.app, commitmentsApi.owners, {}, as(officer))
  expect(items.map(({ id }) => id).sort()).toEqual([officer.id, manager.id].sort())
})

describe('off the record', () => {
  it('follows the question, stays in the office, and is not undone while the question is', async () => {
    const { question } = await ask({ offRecord: true })
    const secret = await commitment({ questionId: question.id })
    expect(secret.offRecord).toBe(true)
    const open = await commitment({ questionId: (await ask()).question.id })
    const ids = async (user: MadeUser) =>
      (await list({ officeId: meeting.officeId, limit: 100 }, user)).items.map(({ id }) => id)
    expect(await ids(manager)).toEqual(expect.arrayContaining([secret.id, open.id]))
    expect(await ids(region)).toContain(open.id)
    expect(await ids(region)).not.toContain(secret.id)
    const get = call(server.app, commitmentsApi.get, at(secret.id), as(region))
    expect((await problemOf(get)).status).toBe(404)
    const body = { version: 1, offRecord: false }
    const undo = call(server.app, commitmentsApi.update, { ...at(secret.id), body }, as(officer))
    expect((await problemOf(undo)).problem.fields?.[0]?.path).toBe('offRecord')
    const before = (await call(server.app, reportsApi.home, {}, as(region))).due.openCommitments
    const change = { version: 1, offRecord: true }
    const params = { id: open.question?.id ?? '' }
    await call(server.app, questionsApi.update, { params, body: change }, as(officer))
    expect(await ids(region)).not.toContain(open.id)
    const after = (await call(server.app, reportsApi.home, {}, as(region))).due.openCommitments
    expect(after).toBe(before - 1)
  })
})

describe('telling', () => {
  it('queues a mail in the language of the journalist, once the promise is settled', async () => {
    const { question, journalistId } = await ask()
    const made = await commitment({ questionId: question.id })
    expect((await problemOf(notify(made.id))).problem.code).toBe('closed')
    await settle(made.id, 1)
    expect((await problemOf(notify(made.id))).status).toBe(422)
    await sql(`update journalists set email = 'laras@uji.example', language = 'en' where id = $1`, [
      journalistId,
    ])
    const shown = await notify(made.id)
    expect(shown.commitment).toMatchObject({ toldChannel: 'email' })
    expect(shown.message).toMatch(/^Dear Laras \(contoh\),[\s\S]*Ini datanya\./)
    const { rows } = await sql(`select body_text from mails where recipient = 'laras@uji.example'`)
    expect(rows.map(({ body_text }) => readable(server, body_text))).toEqual([shown.message])
    const byPhone = await notify(made.id, 'whatsapp')
    expect(byPhone.whatsappUrl).toContain('wa.me/6281200005555')
    expect(byPhone.commitment.toldChannel).toBe('whatsapp')
    expect((await sql(`select from mails where recipient = 'laras@uji.example'`)).rowCount).toBe(1)
    const opened = await call(server.app, commitmentsApi.reopen, at(made.id), as(officer))
    expect(opened).toMatchObject({ toldAt: null, toldChannel: null })
  })

  it('needs somebody to be told', async () => {
    const made = await commitment()
    await settle(made.id, 1)
    expect((await problemOf(notify(made.id, 'phone'))).problem.code).toBe('closed')
    expect((await problemOf(notify(made.id, 'phone', manager))).status).toBe(403)
  })
})

describe('owners', () => {
  it('are reminded from 07.00 of their office, once a day, of what is due', async () => {
    const office = await server.make.office()
    const owner = await server.make.user({ officeId: office.id })
    const gone = await server.make.user({ officeId: office.id })
    const due = await commitment({ dueOn: '2030-06-10', text: 'Data paspor' }, owner)
    await commitment({ dueOn: '2030-06-09', text: 'Bisikan', offRecord: true }, owner)
    await commitment({ dueOn: '2030-06-12', text: 'Masih lama' }, owner)
    await commitment({ dueOn: '2030-06-09', text: 'Tanpa pemilik', ownerId: gone.id }, owner)
    await sql('update users set disabled_at = now() where id = $1', [gone.id])
    const mails = async () =>
      (
        await sql('select body_text from mails where office_id = $1 order by id', [office.id])
      ).rows.map(({ body_text }) => readable(server, body_text))
    const remind = (now: string) =>
      remindOwnersDue({ ...server.deps, log: { error() {}, warn() {}, info() {} } }, now)
    await remind('2030-06-09T23:59:00Z') // 06.59 in Jakarta
    expect(await mails()).toHaveLength(0)
    await Promise.all([remind('2030-06-10T00:00:00Z'), remind('2030-06-10T00:00:00Z')])
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toContain('Data paspor: 10 Juni 2030')
    expect(mail).toContain('(tidak untuk dikutip): 9 Juni 2030, terlewat')
    expect(mail).not.toMatch(/Bisikan|Masih lama/)
    // Its owner left, so the officers of the office hear of it.
    expect(mail).toContain('Tanpa pemilik: 9 Juni 2030, terlewat (penanggung jawab')
    await commitment({ dueOn: '2030-06-10', text: 'Menyusul' }, owner)
    await remind('2030-06-10T05:00:00Z')
    expect(await mails()).toHaveLength(1)
    const get = await call(server.app, commitmentsApi.get, at(due.id), as(owner))
    expect(get.version).toBe(1)
    await remind('2030-06-11T00:00:00Z')
    expect((await mails())[1]).toContain('Menyusul')
  })

  it('who can no longer act leave what is due to the officers and admins of their office', async () => {
    const office = await server.make.office()
    const made = await server.make.user({ officeId: office.id })
    const admin = await server.make.user({ officeId: office.id, role: 'admin' })
    await server.make.user({ officeId: office.id, role: 'manager' })
    await server.make.user({ officeId: office.id, role: 'desk' })
    await commitment({ dueOn: '2030-08-01', text: 'Yatim' }, made)
    await sql('update users set disabled_at = now() where id = $1', [made.id])
    const asked = { officeId: office.id, today: '2030-08-01', smtp: false, publicUrl: '' }
    const remind = () =>
      server.deps.database.write([office.id], 'job:', (tx) => remindOwners(tx, asked))
    expect([await remind(), await remind()]).toEqual([1, 0])
    const { rows } = await sql('select recipient from mails where office_id = $1', [office.id])
    expect(rows).toEqual([{ recipient: admin.email }])
  })

  it('are written to once when two workers look at the same moment', async () => {
    const office = await server.make.office()
    const owner = await server.make.user({ officeId: office.id })
    await commitment({ dueOn: '2030-07-01' }, owner)
    const asked = { officeId: office.id, today: '2030-07-01', smtp: false, publicUrl: '' }
    const remind = (meanwhile?: () => Promise<void>) =>
      server.deps.database.write([office.id], 'job:', async (tx) => {
        const written = await remindOwners(tx, asked)
        await meanwhile?.()
        return written
      })
    let second: Promise<number> | undefined
    const first = await remind(async () => {
      second = remind()
      await waitFor(async () => {
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        return (await sql(waiting)).rowCount === 1
      })
    })
    expect([first, await second]).toEqual([1, 0])
  })
})
