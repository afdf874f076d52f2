import { questionsApi } from '@ngopi/shared/questions'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let officer: MadeUser
let meeting: Meeting

beforeAll(async () => {
  server = await startServer()
  const office = await server.make.office()
  officer = await server.make.user({ officeId: office.id })
  meeting = new Meeting(server.make, office.id)
})
afterAll(() => server.close())

type Change = (typeof questionsApi.update.schema.body)['_input']

const as = () => ({ token: officer.token })
const ask = (sessionId: string, text: string, more = {}) =>
  call(
    server.app,
    questionsApi.create,
    { params: { id: sessionId }, body: { text, ...more } },
    as(),
  )
const list = (sessionId: string, query = {}) =>
  call(server.app, questionsApi.list, { params: { id: sessionId }, query }, as())
const shown = async (sessionId: string) =>
  (await list(sessionId)).items.map(({ text, state }) => `${text} ${state}`)
const change = (id: string, body: Change) =>
  call(server.app, questionsApi.update, { params: { id }, body }, as())
const order = (sessionId: string, questionIds: string[], user = officer) =>
  call(
    server.app,
    questionsApi.order,
    { params: { id: sessionId }, body: { questionIds } },
    { token: user.token },
  )

const three = async () => {
  const sessionId = await meeting.session()
  const a = await ask(sessionId, 'A')
  const b = await ask(sessionId, 'B')
  const c = await ask(sessionId, 'C')
  return { sessionId, a, b, c }
}

it('who waits goes in the order set by hand, then as asked; page by page in the same order', async () => {
  const { sessionId, a, b, c } = await three()
  const d = await ask(sessionId, 'D')
  const { items } = await order(sessionId, [c.id, b.id])
  expect(items.map(({ text, place: position }) => [text, position])).toEqual([
    ['C', 1],
    ['B', 2],
    ['A', null],
    ['D', null],
  ])
  await change(d.id, { version: 1, state: 'set_aside' })
  await change(a.id, { version: 1, answerText: 'Ya.' })
  await ask(sessionId, 'E', { answerText: 'Sudah.' })
  await change(b.id, { version: 1, state: 'live' })
  const whole = ['B live', 'C waiting', 'D set_aside', 'A answered', 'E answered']
  expect(await shown(sessionId)).toEqual(whole)
  const paged: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page = await list(sessionId, { limit: 1, ...(cursor && { cursor }) })
    paged.push(...page.items.map(({ text, state }) => `${text} ${state}`))
    cursor = page.nextCursor
  }
  expect(paged).toEqual(whole)
})

it('an order keeps the versions, so whoever writes an answer meanwhile is not refused', async () => {
  const { sessionId, a, b } = await three()
  await order(sessionId, [b.id, a.id])
  expect(await change(b.id, { version: 1, answerText: 'Ya.' })).toMatchObject({ version: 2 })
})

it('an order names questions of the session alone', async () => {
  const { sessionId, a } = await three()
  const other = await three()
  const refused = await problemOf(order(sessionId, [a.id, other.b.id]))
  expect([refused.status, refused.problem.fields?.[0]?.path]).toEqual([400, 'questionIds'])
  const stranger = await server.make.user()
  expect((await problemOf(order(sessionId, [a.id], stranger))).status).toBe(404)
})

it('a turn ends the turn before it: answered with an answer, else waiting at the top', async () => {
  const { sessionId, a, b, c } = await three()
  const live = await change(b.id, { version: 1, state: 'live' })
  expect(live.askedAt).not.toBeNull()
  await change(c.id, { version: 1, state: 'live' })
  expect(await shown(sessionId)).toEqual(['C live', 'B waiting', 'A waiting'])
  await change(c.id, { version: 2, answerText: 'Ya.', state: 'live' })
  await change(a.id, { version: 1, state: 'live' })
  expect(await shown(sessionId)).toEqual(['A live', 'B waiting', 'C answered'])
  const { items } = await list(sessionId)
  expect(items[2]?.answeredAt).not.toBeNull()
})

it('two turns given at once leave one', async () => {
  const { sessionId, a, b, c } = await three()
  await Promise.all([a, b, c].map(({ id }) => change(id, { version: 1, state: 'live' })))
  const { items } = await list(sessionId)
  expect(items.map(({ state }) => state)).toEqual(['live', 'waiting', 'waiting'])
})

it('an answer answers, taking it away does not, and other changes move nobody', async () => {
  const { sessionId, a } = await three()
  const answered = await change(a.id, { version: 1, answerText: 'Ya.', answeredBy: 'Kepala' })
  expect(answered.state).toBe('answered')
  const renamed = await change(a.id, { version: 2, answerText: 'Ya.', topic: 'Paspor' })
  expect(renamed).toMatchObject({ state: 'answered', answeredAt: answered.answeredAt })
  const aside = await change(a.id, { version: 3, state: 'set_aside' })
  expect(aside.answeredAt).toBeNull()
  expect((await change(a.id, { version: 4, answerText: 'Ya.' })).state).toBe('set_aside')
  const again = await change(a.id, { version: 5, answerText: 'Bukan.' })
  expect(again.state).toBe('answered')
  expect(await change(a.id, { version: 6, answerText: null })).toMatchObject({
    state: 'waiting',
    answeredAt: null,
  })
  expect((await ask(sessionId, 'X', { askerName: 'Ibu di belakang' })).askerName).toBe(
    'Ibu di belakang',
  )
})

it('a question tells what was published of it, but not what was dismissed', async () => {
  const { sessionId, a } = await three()
  const outletId = await meeting.outlet('Harian Uji')
  for (const [title, state] of [
    ['Terbit', 'accepted'],
    ['Ditolak', 'dismissed'],
  ])
    await server.make.pool.query(
      `insert into coverage (office_id, outlet_id, session_id, question_id, kind, title, published_at, state)
       values ($1, $2, $3, $4, 'print', $5, now(), $6)`,
      [meeting.officeId, outletId, sessionId, a.id, title, state],
    )
  const [first] = (await list(sessionId)).items
  expect(first?.coverage.map(({ title }) => title)).toEqual(['Terbit'])
})
