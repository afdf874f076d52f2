import { questionsApi } from '@ngopi/shared/questions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { askInAdvance } from './commands.ts'

let server: TestServer
let officer: MadeUser
let manager: MadeUser
let region: MadeUser
let meeting: Meeting

beforeAll(async () => {
  server = await startServer()
  const parent = await server.make.office()
  const office = await server.make.office({ parentId: parent.id })
  officer = await server.make.user({ officeId: office.id })
  manager = await server.make.user({ officeId: office.id, role: 'manager' })
  region = await server.make.user({ officeId: parent.id, role: 'manager' })
  meeting = new Meeting(server.make, office.id)
})
afterAll(() => server.close())

type NewQuestion = (typeof questionsApi.create.schema.body)['_input']

const as = (user: MadeUser) => ({ token: user.token })
const ask = (sessionId: string, body: NewQuestion, user = officer) =>
  call(server.app, questionsApi.create, { params: { id: sessionId }, body }, as(user))
const list = (sessionId: string, user = officer, query = {}) =>
  call(server.app, questionsApi.list, { params: { id: sessionId }, query }, as(user))
const texts = async (sessionId: string, user = officer) =>
  (await list(sessionId, user)).items.map(({ text }) => text)
const change = (
  id: string,
  body: (typeof questionsApi.update.schema.body)['_input'],
  user = officer,
) => call(server.app, questionsApi.update, { params: { id }, body }, as(user))

describe('questions of a session', () => {
  it('are told first asked first, those sent ahead among them, page by page', async () => {
    const sessionId = await meeting.session()
    const outletId = await meeting.outlet('Harian Bahari')
    const journalistId = await meeting.journalist('Laras')
    const invitationId = await meeting.invite(sessionId, journalistId, { outletId })
    const ahead = { sessionId, invitationId, journalistId, outletId, text: 'Apa temanya?' }
    await server.deps.database.write([meeting.officeId], `invitation:${invitationId}`, (tx) =>
      askInAdvance(tx, ahead),
    )
    const floor = await ask(sessionId, { text: 'Berapa?', journalistId, topic: 'Paspor' })
    expect(floor).toMatchObject({
      origin: 'floor',
      topic: 'Paspor',
      journalist: { id: journalistId, fullName: 'Laras' },
      outlet: { id: outletId, name: 'Harian Bahari' },
      offRecord: false,
      answerText: null,
      version: 1,
    })
    await ask(sessionId, { text: 'Siapa?' })
    const first = await list(sessionId, officer, { limit: 2 })
    expect(first.items.map(({ text, origin }) => [text, origin])).toEqual([
      ['Apa temanya?', 'advance'],
      ['Berapa?', 'floor'],
    ])
    const rest = await list(sessionId, officer, { limit: 2, cursor: first.nextCursor })
    expect(rest.items.map(({ text }) => text)).toEqual(['Siapa?'])
    expect(rest.nextCursor).toBeNull()
  })

  it('name people and outlets of the own office alone', async () => {
    const stranger = new Meeting(server.make, (await server.make.office()).id)
    const body = {
      text: 'Apa?',
      journalistId: await stranger.journalist('Asing'),
      outletId: await stranger.outlet('Asing'),
    }
    const problem = await problemOf(ask(await meeting.session(), body))
    expect(problem.status).toBe(400)
    expect(problem.problem.fields?.map(({ path }) => path)).toEqual(['journalistId', 'outletId'])
  })

  it('off the record stay in the office, and are absent for everybody else', async () => {
    const sessionId = await meeting.session()
    await ask(sessionId, { text: 'Terbuka?' })
    const secret = await ask(sessionId, { text: 'Antara kita?', offRecord: true })
    expect(await texts(sessionId)).toEqual(['Terbuka?', 'Antara kita?'])
    expect(await texts(sessionId, manager)).toEqual(['Terbuka?', 'Antara kita?'])
    expect(await texts(sessionId, region)).toEqual(['Terbuka?'])
    const desk = await server.make.user({ officeId: meeting.officeId, role: 'desk' })
    expect((await problemOf(list(sessionId, desk))).status).toBe(403)
    const regionAdmin = await server.make.user({ officeId: region.officeId, role: 'admin' })
    const steal = change(secret.id, { version: 1, text: 'Curi' }, regionAdmin)
    expect((await problemOf(steal)).status).toBe(404)
    const opened = await change(secret.id, { version: 1, offRecord: false })
    expect(opened).toMatchObject({ offRecord: false, version: 2 })
    expect(await texts(sessionId, region)).toEqual(['Terbuka?', 'Antara kita?'])
  })

  it('take an answer, and refuse a change of what somebody else changed', async () => {
    const question = await ask(await meeting.session(), { text: 'Kapan?' })
    const answered = await change(question.id, {
      version: 1,
      answerText: 'Besok.',
      answeredBy: 'Kepala Kantor',
    })
    expect(answered).toMatchObject({ text: 'Kapan?', answerText: 'Besok.', version: 2 })
    const stale = await problemOf(change(question.id, { version: 1, answerText: 'Lusa.' }))
    expect([stale.status, stale.problem.code]).toEqual([409, 'stale'])
    expect(stale.problem.current).toMatchObject({ answerText: 'Besok.', version: 2 })
    expect(await change(question.id, { version: 2, answerText: '' })).toMatchObject({
      answerText: null,
    })
  })

  it('are out of reach of another office', async () => {
    const sessionId = await meeting.session()
    const question = await ask(sessionId, { text: 'Rahasia?' })
    const stranger = await server.make.user()
    for (const tried of [
      () => list(sessionId, stranger),
      () => ask(sessionId, { text: 'X' }, stranger),
      () => change(question.id, { version: 1, text: 'X' }, stranger),
    ]) {
      expect((await problemOf(tried())).status).toBe(404)
    }
  })
})
