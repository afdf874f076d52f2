import { coverageApi } from '@ngopi/shared/coverage'
import { questionsApi } from '@ngopi/shared/questions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let officer: MadeUser
let manager: MadeUser
let region: MadeUser
let meeting: Meeting
let outletId: string

beforeAll(async () => {
  server = await startServer()
  const parent = await server.make.office()
  const office = await server.make.office({ parentId: parent.id })
  officer = await server.make.user({ officeId: office.id })
  manager = await server.make.user({ officeId: office.id, role: 'manager' })
  region = await server.make.user({ officeId: parent.id, role: 'manager' })
  meeting = new Meeting(server.make, office.id)
  outletId = await meeting.outlet('Mata Pantura', {
    website: 'https://www.matapantura.example',
    domain: 'matapantura.example',
  })
})
afterAll(() => server.close())

type NewCoverage = (typeof coverageApi.create.schema.body)['_input']
type Changes = (typeof coverageApi.update.schema.body)['_input']
type Judgement = (typeof coverageApi.review.schema.body)['_input']
type Query = (typeof coverageApi.list.schema.querystring)['_input']

const as = (user: MadeUser) => ({ token: user.token })
let articles = 0
const article = (given: Partial<NewCoverage> = {}): NewCoverage => ({
  kind: 'online',
  url: `https://matapantura.example/berita/${++articles}`,
  title: `Berita ${articles}`,
  publishedAt: '2025-10-29T05:00:00.000Z',
  outletId,
  ...given,
})
const record = (given: Partial<NewCoverage> = {}, user = officer) =>
  call(server.app, coverageApi.create, { body: article(given) }, as(user))
const get = (id: string, user = officer) =>
  call(server.app, coverageApi.get, { params: { id } }, as(user))
const change = (id: string, body: Changes) =>
  call(server.app, coverageApi.update, { params: { id }, body }, as(officer))
const archive = (id: string, user = officer) =>
  call(server.app, coverageApi.archive, { params: { id } }, as(user))
const restore = (id: string) =>
  call(server.app, coverageApi.restore, { params: { id } }, as(officer))
const review = (id: string, body: Judgement, user: MadeUser) =>
  call(server.app, coverageApi.review, { params: { id }, body }, as(user))
const titles = async (query: Query, user = officer) =>
  (await call(server.app, coverageApi.list, { query }, as(user))).items.map(({ title }) => title)

describe('a placement', () => {
  it('recorded by hand is accepted and waits for its review', async () => {
    const sessionId = await meeting.session({ title: 'Ngopi' })
    const journalistId = await meeting.journalist('Maya')
    const url = 'http://www.matapantura.example/lengkap/amp/?utm_source=wa'
    expect(await record({ sessionId, journalistId, url, excerpt: '' })).toMatchObject({
      state: 'accepted',
      origin: 'manual',
      reviewedAt: null,
      reviews: [],
      url,
      canonicalUrl: 'https://matapantura.example/lengkap',
      excerpt: null,
      outlet: { id: outletId, name: 'Mata Pantura' },
      journalist: { id: journalistId, fullName: 'Maya' },
      session: { id: sessionId, title: 'Ngopi' },
      version: 1,
    })
  })

  it('tells the question it came of, and the question tells it, where both are in sight', async () => {
    const sessionId = await meeting.session()
    const ask = (offRecord: boolean) =>
      call(
        server.app,
        questionsApi.create,
        { params: { id: sessionId }, body: { text: 'Berapa paspor?', offRecord } },
        as(officer),
      )
    const asked = { open: await ask(false), secret: await ask(true) }
    const shown = await record({ sessionId, questionId: asked.open.id })
    expect(shown).toMatchObject({
      questionId: asked.open.id,
      question: { id: asked.open.id, text: 'Berapa paspor?' },
    })
    const list = await call(
      server.app,
      questionsApi.list,
      { params: { id: sessionId }, query: {} },
      as(officer),
    )
    const open = list.items.find(({ id }) => id === asked.open.id)
    expect(open?.coverage).toEqual([{ id: shown.id, title: shown.title }])
    const hidden = await record({ sessionId, questionId: asked.secret.id })
    expect(hidden.question?.id).toBe(asked.secret.id)
    const seenAbove = await get(hidden.id, region)
    expect(seenAbove).toMatchObject({ questionId: null, question: null })
  })

  it('is refused with every reference that leads out of the office', async () => {
    const other = new Meeting(server.make, (await server.make.office()).id)
    const foreign = {
      outletId: await other.outlet('Asing'),
      journalistId: await other.journalist('Asing'),
      sessionId: await other.session(),
      questionId: '01928374-5566-7788-99aa-bbccddeeff00',
    }
    const problem = await problemOf(record(foreign))
    expect(problem.status).toBe(400)
    expect(problem.problem.fields?.map(({ path }) => path)).toEqual(Object.keys(foreign))
  })

  it('in print or on air needs no address, and two of one title are two', async () => {
    for (const kind of ['print', 'broadcast'] as const) {
      const given = { kind, url: null, title: 'Halaman muka', placement: 'Hal. 1' }
      const made = [await record(given), await record(given)]
      expect(made[0]).toMatchObject({ kind, url: null, canonicalUrl: null, placement: 'Hal. 1' })
    }
    expect((await problemOf(record({ url: null }))).problem.fields?.[0]?.path).toBe('url')
  })

  it('of the same article is a duplicate in one outlet and another placement in the next', async () => {
    const first = await record({ url: 'https://matapantura.example/sama' })
    const again = await problemOf(record({ url: 'http://m.matapantura.example/sama/?fbclid=1#x' }))
    expect([again.status, again.problem.code]).toEqual([409, 'duplicate'])
    expect(again.problem.current).toMatchObject({ id: first.id })
    const elsewhere = await meeting.outlet('Sumber Lain')
    expect((await record({ url: first.url, outletId: elsewhere })).id).not.toBe(first.id)
  })

  it('sent by two at once is recorded once', async () => {
    const url = 'https://matapantura.example/serentak'
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => record({ url })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ status: 409, problem: { current: { url } } })
    }
  })

  it('is changed by whoever saw its version, and stays one of a kind', async () => {
    const one = await record()
    const two = await record()
    const changed = await change(one.id, {
      version: 1,
      title: 'Baru',
      depth: 'main',
      author: 'Maya',
    })
    expect(changed).toMatchObject({ title: 'Baru', depth: 'main', version: 2, url: one.url })
    const stale = await problemOf(change(one.id, { version: 1, title: 'Lama' }))
    expect(stale.problem).toMatchObject({ code: 'stale', current: { version: 2 } })
    const same = await problemOf(change(one.id, { version: 2, url: `${two.url}?utm_x=1` }))
    expect(same.problem).toMatchObject({ code: 'duplicate', current: { id: two.id } })
    const bare = await problemOf(change(one.id, { version: 2, url: null }))
    expect(bare.problem.fields?.[0]?.path).toBe('url')
    const printed = await change(one.id, { version: 2, url: null, kind: 'print' })
    expect(printed).toMatchObject({ url: null, canonicalUrl: null, version: 3 })
  })

  it('is archived, makes room for another, and comes back only while there is none', async () => {
    const one = await record()
    expect(await archive(one.id)).toBeUndefined()
    await archive(one.id)
    expect((await get(one.id)).archivedAt).not.toBeNull()
    const successor = await record({ url: one.url })
    const problem = await problemOf(restore(one.id))
    expect(problem.problem).toMatchObject({ code: 'duplicate', current: { id: successor.id } })
    await archive(successor.id)
    expect((await restore(one.id)).archivedAt).toBeNull()
    expect((await restore(one.id)).archivedAt).toBeNull()
  })
})

describe('judgements', () => {
  it('stand beside each other, the latest deciding', async () => {
    const { id } = await record()
    await review(
      id,
      { decision: 'accepted', headlineTone: 'negative', bodyTone: 'neutral' },
      officer,
    )
    const second = await review(id, { decision: 'dismissed', note: 'Bukan tentang kita' }, manager)
    expect(second.state).toBe('dismissed')
    expect(second.reviewedAt).not.toBeNull()
    expect(second.reviews).toMatchObject([
      {
        decision: 'dismissed',
        headlineTone: null,
        note: 'Bukan tentang kita',
        by: { id: manager.id },
      },
      {
        decision: 'accepted',
        headlineTone: 'negative',
        bodyTone: 'neutral',
        by: { id: officer.id },
      },
    ])
    const [listed] = (
      await call(server.app, coverageApi.list, { query: {} }, as(officer))
    ).items.filter((item) => item.id === id)
    expect(listed?.latestReview).toMatchObject({ decision: 'dismissed' })
  })

  it('are not for a regional manager, who reads, nor for strangers and desks', async () => {
    const { id } = await record()
    expect((await get(id, region)).id).toBe(id)
    expect((await problemOf(review(id, { decision: 'dismissed' }, region))).status).toBe(403)
    const desk = await server.make.user({ officeId: meeting.officeId, role: 'desk' })
    expect((await problemOf(review(id, { decision: 'dismissed' }, desk))).status).toBe(403)
    const stranger = await server.make.user()
    expect((await problemOf(review(id, { decision: 'dismissed' }, stranger))).status).toBe(404)
    expect((await problemOf(archive(id, stranger))).status).toBe(404)
    expect(await get(id)).toMatchObject({ state: 'accepted', reviews: [] })
  })
})

describe('the list', () => {
  it('is newest first, page by page, and filtered by what is asked', async () => {
    const other = await meeting.outlet('Daftar Media')
    const sessionId = await meeting.session()
    const journalistId = await meeting.journalist('Nanda')
    const made = []
    for (const hour of [1, 2, 3, 4, 5]) {
      const publishedAt = `2024-03-0${hour}T17:30:00.000Z`
      made.push(await record({ outletId: other, title: `Urut ${hour}`, publishedAt, sessionId }))
    }
    await review(made[0]?.id ?? '', { decision: 'dismissed' }, officer)
    await change(made[1]?.id ?? '', { version: 1, journalistId })
    const of = { outletId: other }
    expect(await titles(of)).toEqual(['Urut 5', 'Urut 4', 'Urut 3', 'Urut 2', 'Urut 1'])
    expect(await titles({ ...of, sort: 'publishedAt', limit: 2 })).toEqual(['Urut 1', 'Urut 2'])
    expect(await titles({ ...of, state: 'dismissed,suggested' })).toEqual(['Urut 1'])
    expect(await titles({ ...of, reviewed: 'true' })).toEqual(['Urut 1'])
    expect(await titles({ journalistId })).toEqual(['Urut 2'])
    expect(await titles({ sessionId, kind: 'print' })).toEqual([])
    // 17.30 UTC is half past midnight of the next day in Jakarta.
    expect(await titles({ ...of, from: '2024-03-03', to: '2024-03-04' })).toEqual([
      'Urut 3',
      'Urut 2',
    ])
    expect(await titles({ ...of, archived: 'true' })).toEqual([])
    expect(await titles(of, region)).toHaveLength(5)

    const first = await call(
      server.app,
      coverageApi.list,
      { query: { ...of, limit: 3, count: '1' } },
      as(region),
    )
    expect(first).toMatchObject({ total: 5 })
    const query = { ...of, limit: 3, cursor: first.nextCursor ?? '' }
    const second = await call(server.app, coverageApi.list, { query }, as(region))
    expect(second.items.map(({ title }) => title)).toEqual(['Urut 2', 'Urut 1'])
    expect((await problemOf(titles({ ...query, outletId }, region))).status).toBe(400)
  })

  it('finds by any part of a title, without accents, tolerating a typo', async () => {
    await record({ title: 'Kafé Imigrasi dibuka' })
    expect(await titles({ q: 'kafe imi' })).toEqual(['Kafé Imigrasi dibuka'])
    expect(await titles({ q: 'imigrsi' })).toContain('Kafé Imigrasi dibuka')
    expect(await titles({ q: '%_%' })).toEqual([])
  })
})

describe('a preview', () => {
  const preview = (url: string, user = officer) =>
    call(server.app, coverageApi.preview, { body: { url } }, as(user))

  it('tells the canonical address, the outlet and what is recorded already', async () => {
    const one = await record({ url: 'https://matapantura.example/pratinjau' })
    expect(await preview('http://amp.matapantura.example/pratinjau?amp=1')).toEqual({
      canonicalUrl: 'https://matapantura.example/pratinjau',
      title: null,
      publishedAt: null,
      author: null,
      outletId,
      outletName: 'Mata Pantura',
      excerpt: null,
      imageUrl: null,
      language: null,
      duplicates: [
        { id: one.id, title: one.title, outlet: { id: outletId, name: 'Mata Pantura' } },
      ],
    })
    const unknown = await preview('https://berita.tidakdikenal.example/a')
    expect(unknown).toMatchObject({
      outletId: null,
      outletName: 'tidakdikenal.example',
      duplicates: [],
    })
    const stranger = await server.make.user()
    expect(await preview('https://matapantura.example/pratinjau', stranger)).toMatchObject({
      outletId: null,
      duplicates: [],
    })
  })

  it('chooses among editions of one domain by the host, or not at all', async () => {
    const domain = 'suaraedisi.example'
    await meeting.outlet('Suara Timur', { website: `https://timur.${domain}`, domain })
    await meeting.outlet('Suara Barat', { website: `https://barat.${domain}`, domain })
    expect((await preview(`https://barat.${domain}/a`)).outletName).toBe('Suara Barat')
    expect((await preview(`https://utara.${domain}/a`)).outletId).toBeNull()
  })
})
