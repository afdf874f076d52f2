import { randomUUID } from 'node:crypto'
import { reportsApi } from '@ngopi/shared/reports'
import { searchApi } from '@ngopi/shared/search'
import { timelineApi } from '@ngopi/shared/timeline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let region: MadeUser
let officer: MadeUser
let meeting: Meeting
/** A session with one of everything, told from every side. */
let shown: { sessionId: string; outletId: string; journalistId: string }

const hours = (n: number) => new Date(Date.now() + n * 3_600_000)
const as = (user: MadeUser) => ({ token: user.token })

const insert = (text: string, values: unknown[]) => server.make.pool.query(text, values)

const attend = (sessionId: string, journalistId: string, status = 'present') =>
  insert(
    `insert into attendances (office_id, session_id, journalist_id, status, arrived_at, marked_status, marked_at)
     values ($1, $2, $3, $4, case when $4 = 'present' then now() end, nullif($4, 'unmarked'), now())`,
    [meeting.officeId, sessionId, journalistId, status],
  )

const ask = (sessionId: string, journalistId: string, text: string, offRecord = false) =>
  insert(
    `insert into questions (office_id, session_id, journalist_id, text, origin, off_record)
     values ($1, $2, $3, $4, 'floor', $5)`,
    [meeting.officeId, sessionId, journalistId, text, offRecord],
  )

const publish = (given: {
  title: string
  outletId: string
  sessionId?: string
  journalistId?: string
  state?: string
}) =>
  insert(
    `insert into coverage (office_id, outlet_id, session_id, journalist_id, kind, title, published_at, state)
     values ($1, $2, $3, $4, 'print', $5, now(), $6)`,
    [
      meeting.officeId,
      given.outletId,
      given.sessionId ?? null,
      given.journalistId ?? null,
      given.title,
      given.state ?? 'accepted',
    ],
  )

beforeAll(async () => {
  server = await startServer()
  const parent = await server.make.office({ name: 'Kanwil' })
  const office = await server.make.office({ parentId: parent.id })
  region = await server.make.user({ officeId: parent.id, role: 'manager' })
  officer = await server.make.user({ officeId: office.id })
  meeting = new Meeting(server.make, office.id)

  const outletId = await meeting.outlet('Warta Pesisir')
  const otherOutlet = await meeting.outlet('Kabar Bukit')
  const sessionId = await meeting.session({
    title: 'Ngopi Oktober',
    startsAt: hours(-3),
    status: 'done',
  })
  const names = ['Ani', 'Beni', 'Cici', 'Dodi', 'Eka']
  const [ani = '', beni = '', cici = '', dodi = '', eka = ''] = await Promise.all(
    names.map((name) => meeting.journalist(name, { outletId })),
  )
  await meeting.invite(sessionId, ani, { outletId, answer: 'attending' })
  await meeting.invite(sessionId, beni, { outletId: otherOutlet, answer: 'attending' })
  await meeting.invite(sessionId, cici, { outletId: otherOutlet, answer: 'declined' })
  await meeting.invite(sessionId, dodi)
  await meeting.invite(sessionId, eka, { revoked: true })
  await attend(sessionId, ani)
  await attend(sessionId, cici, 'absent')
  await attend(sessionId, eka)
  await attend(sessionId, await meeting.journalist('Fani', { provisional: true }))
  await ask(sessionId, ani, 'Berapa paspor bulan ini?')
  await ask(sessionId, ani, 'Dan tahun ini?')
  await ask(sessionId, beni, 'RAHASIA', true)
  await ask(sessionId, eka, 'Dari tamu?')
  await publish({ title: 'Paspor Naik', outletId, sessionId, journalistId: ani })
  await publish({ title: 'Tanpa Nama', outletId: otherOutlet, sessionId })
  await publish({ title: 'Bukan Itu', outletId, sessionId, journalistId: dodi, state: 'dismissed' })
  shown = { sessionId, outletId, journalistId: ani }
})
afterAll(() => server.close())

const line = {
  invited: 4,
  answered: 3,
  attending: 2,
  attended: 1,
  walkIns: 2,
  asked: 2,
  published: 3,
  placements: 2,
}

describe('the funnel', () => {
  it('counts invitations from invited to published, and walk-ins and placements apart', async () => {
    const params = { id: shown.sessionId }
    expect(await call(server.app, reportsApi.sessionFunnel, { params }, as(officer))).toEqual(line)
  })

  it('says the same to the office and to its regional office', async () => {
    const params = { id: shown.sessionId }
    expect(await call(server.app, reportsApi.sessionFunnel, { params }, as(region))).toEqual(line)
    const stranger = await server.make.user()
    const problem = await problemOf(
      call(server.app, reportsApi.sessionFunnel, { params }, as(stranger)),
    )
    expect(problem.status).toBe(404)
  })

  it('holds the sessions that start in a period by the clock of the office, but for drafts and cancelled ones', async () => {
    const otherOffice = new Meeting(
      server.make,
      (await server.make.office({ timeZone: 'Asia/Jayapura' })).id,
    )
    const user = await server.make.user({ officeId: otherOffice.officeId })
    // 00.30 on 29 October in Jayapura, and 23.30.
    const first = await otherOffice.session({
      title: 'Pagi',
      startsAt: new Date('2025-10-28T15:30:00Z'),
    })
    const last = await otherOffice.session({
      title: 'Malam',
      startsAt: new Date('2025-10-29T14:30:00Z'),
    })
    for (const status of ['draft', 'cancelled']) {
      await otherOffice.session({ status, startsAt: new Date('2025-10-29T02:00:00Z') })
    }
    const guest = await otherOffice.journalist('Guntur')
    for (const sessionId of [first, last])
      await otherOffice.invite(sessionId, guest, { answer: 'attending' })
    const ask = (from: string, to: string) =>
      call(server.app, reportsApi.funnel, { query: { from, to } }, as(user))
    const day = await ask('2025-10-29', '2025-10-29')
    expect(day.sessions.map(({ session, invited }) => [session.title, invited])).toEqual([
      ['Pagi', 1],
      ['Malam', 1],
    ])
    expect(day).toMatchObject({ invited: 2, answered: 2, attending: 2, attended: 0 })
    expect((await ask('2025-10-28', '2025-10-28')).sessions).toEqual([])
    expect((await ask('2025-10-30', '2025-10-30')).sessions).toEqual([])
  })

  it('is asked for one office in sight', async () => {
    const query = { from: '2020-01-01', to: '2099-12-31' }
    const own = { ...query, officeId: region.officeId }
    const child = { ...query, officeId: officer.officeId }
    const ask = (asked: typeof child) =>
      call(server.app, reportsApi.funnel, { query: asked }, as(region))
    expect((await ask(own)).sessions).toEqual([])
    expect((await ask(child)).sessions.map(({ session }) => session.id)).toEqual([shown.sessionId])
    const up = call(server.app, reportsApi.funnel, { query: own }, as(officer))
    expect((await problemOf(up)).status).toBe(404)
  })
})

describe('the first page', () => {
  it('shows the next session, what is due and the last sessions', async () => {
    const user = await server.make.user()
    const otherOffice = new Meeting(server.make, user.officeId)
    const outletId = await otherOffice.outlet('Pos Kota')
    const people = await Promise.all(
      ['Gina', 'Hadi', 'Intan'].map((name) => otherOffice.journalist(name)),
    )
    const home = () => call(server.app, reportsApi.home, {}, as(user))
    expect(await home()).toMatchObject({ nextSession: null, recent: [] })

    const draft = await otherOffice.session({
      title: 'Rancangan',
      status: 'draft',
      startsAt: hours(24),
    })
    expect((await home()).nextSession?.id).toBe(draft)
    const next = await otherOffice.session({ title: 'Berikutnya', startsAt: hours(48) })
    const running = await otherOffice.session({ title: 'Berlangsung', startsAt: hours(-1) })
    await otherOffice.session({ title: 'Batal', status: 'cancelled', startsAt: hours(2) })
    const over = []
    for (let day = 1; day <= 7; day++) {
      over.push(
        await otherOffice.session({
          title: `Lalu ${day}`,
          status: 'done',
          startsAt: hours(-24 * day),
        }),
      )
    }
    for (const [i, answer] of ['none', 'none', 'needs_reconfirmation'].entries()) {
      await otherOffice.invite(next, people[i] ?? '', { answer })
    }
    for (const [i, answer] of ['attending', 'maybe', 'declined'].entries()) {
      await otherOffice.invite(over[0] ?? '', people[i] ?? '', { answer })
    }
    await insert(
      `insert into attendances (office_id, session_id, journalist_id, status) values ($1, $2, $3, 'present')`,
      [otherOffice.officeId, over[0], people[0]],
    )
    await insert(
      `insert into questions (office_id, session_id, text, origin, answer_text)
       values ($1, $2, 'Sudah?', 'floor', 'Sudah.'), ($1, $2, 'Belum?', 'floor', null)`,
      [otherOffice.officeId, over[0]],
    )
    await insert(
      `insert into coverage (office_id, outlet_id, kind, title, published_at, state, reviewed_at)
       values ($1, $2, 'print', 'a', now(), 'accepted', null), ($1, $2, 'print', 'b', now(), 'accepted', now()),
              ($1, $2, 'print', 'c', now(), 'suggested', null), ($1, $2, 'print', 'd', now(), 'dismissed', null)`,
      [otherOffice.officeId, outletId],
    )
    await otherOffice.journalist('Joni', { provisional: true })
    const queue = (sessionId: string) =>
      insert(
        `insert into whatsapp_queue (office_id, invitation_id, kind)
         select office_id, id, 'invitation' from invitations where session_id = $1`,
        [sessionId],
      )
    for (const sessionId of [next, over[0] ?? '']) await queue(sessionId)
    await insert(
      `update whatsapp_queue set state = 'sent', settled_at = now()
        where invitation_id in (select id from invitations where session_id = $1 and journalist_id = $2)`,
      [next, people[0]],
    )
    await insert(
      `insert into questions (office_id, session_id, text, origin, state) values ($1, $2, 'Y', 'floor', 'set_aside')`,
      [otherOffice.officeId, running],
    )
    for (const [days, state] of [
      [0, 'open'],
      [-1, 'open'],
      [-9, 'open'],
      [-9, 'kept'],
    ])
      await insert(
        `insert into commitments (office_id, owner_id, text, due_on, state, settled_at)
         values ($1, $2, 'Janji', (now() at time zone 'Asia/Jakarta')::date + $3::int, $4::text,
                 case when $4 = 'kept' then now() end)`,
        [otherOffice.officeId, user.id, days, state],
      )
    const shown = await home()
    expect(shown.nextSession?.id).toBe(running)
    expect(shown.due).toEqual({
      silentInvitees: 2,
      needsReconfirmation: 1,
      coverageToReview: 2,
      unansweredQuestions: 1,
      openCommitments: 1,
      overdueCommitments: 2,
      unmarkedAttendance: 1,
      provisionalJournalists: 1,
      whatsappWaiting: 2,
    })
    expect(shown.whatsappSessionId).toBe(next)
    expect(shown.recent.map(({ session }) => session.title)).toEqual([
      'Berlangsung',
      'Lalu 1',
      'Lalu 2',
      'Lalu 3',
      'Lalu 4',
      'Lalu 5',
    ])
    expect(shown.recent[1]).toMatchObject({ invited: 3, attended: 1 })
    const later = await otherOffice.session({ title: 'Nanti', startsAt: hours(96) })
    await otherOffice.invite(later, people[0] ?? '')
    await queue(later)
    expect(await home()).toMatchObject({ due: { whatsappWaiting: 3 }, whatsappSessionId: null })
  })
})

describe('a timeline', () => {
  it('tells of a journalist what happened on the record, newest first', async () => {
    await ask(shown.sessionId, shown.journalistId, 'RAHASIA', true)
    const params = { id: shown.journalistId }
    const { items } = await call(
      server.app,
      timelineApi.journalist,
      { params, query: {} },
      as(officer),
    )
    const kinds = items.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(
      new Set(['recorded', 'joined', 'invited', 'attended', 'asked', 'published']),
    )
    expect(items.filter(({ kind }) => kind === 'asked').map(({ text }) => text)).not.toContain(
      'RAHASIA',
    )
    expect([...items].sort((a, b) => b.at.localeCompare(a.at)).map(({ at }) => at)).toEqual(
      items.map(({ at }) => at),
    )
    expect(items.find(({ kind }) => kind === 'published')).toMatchObject({
      coverage: { title: 'Paspor Naik' },
      session: { id: shown.sessionId },
      outlet: { name: 'Warta Pesisir' },
      journalist: { fullName: 'Ani' },
    })
  })

  it('is read page by page, each entry once', async () => {
    const params = { id: shown.outletId }
    const whole = await call(
      server.app,
      timelineApi.outlet,
      { params, query: { limit: 100 } },
      as(region),
    )
    expect(whole.items.length).toBeGreaterThan(6)
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const query = { limit: 2, ...(cursor && { cursor }) }
      const page = await call(server.app, timelineApi.outlet, { params, query }, as(region))
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(ids).toEqual(whole.items.map(({ id }) => id))
  })

  it('tells from when to when somebody was at an outlet, answers, and nothing to strangers', async () => {
    const { officeId } = meeting
    const id = await meeting.journalist('Kirana')
    await insert(
      `insert into affiliations (office_id, journalist_id, outlet_id, position, from_date, until_date)
       values ($1, $2, $3, 'Redaktur', '2020-01-01', '2021-12-31'), ($1, $2, $3, null, '2098-01-01', null)`,
      [officeId, id, shown.outletId],
    )
    const invitation = await meeting.invite(shown.sessionId, id)
    await insert(
      `insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, reason)
       values ($1, $2, 'none', 'declined', 'journalist', 'Tugas lain'), ($1, $2, 'declined', 'none', 'system', null)`,
      [officeId, invitation],
    )
    const parts = { params: { id }, query: {} }
    const { items } = await call(server.app, timelineApi.journalist, parts, as(officer))
    expect(
      items.map(({ kind, at, text, answer }) => [
        kind,
        kind === 'joined' || kind === 'left' ? at : null,
        text,
        answer,
      ]),
    ).toEqual([
      ['answered', null, 'Tugas lain', 'declined'],
      ['invited', null, null, null],
      ['recorded', null, null, null],
      ['left', '2021-12-30T17:00:00.000Z', 'Redaktur', null],
      ['joined', '2019-12-31T17:00:00.000Z', 'Redaktur', null],
    ])
    const stranger = await server.make.user()
    for (const timeline of [timelineApi.journalist, timelineApi.outlet]) {
      expect((await problemOf(call(server.app, timeline, parts, as(stranger)))).status).toBe(404)
    }
  })
})

describe('the search over everything', () => {
  const find = async (q: string, user = officer) =>
    (await call(server.app, searchApi.search, { query: { q } }, as(user))).items

  it('finds people, outlets, sessions and coverage, the best first', async () => {
    await meeting.journalist('Zamrud Hidayat')
    await meeting.outlet('Zamrud')
    await meeting.session({ title: 'Ngopi di Zamrud', startsAt: new Date('2025-10-29T02:00:00Z') })
    await publish({ title: 'Batu zamrud ditemukan', outletId: shown.outletId })
    expect(
      (await find('zamrud')).map(({ kind, title, subtitle }) => [kind, title, subtitle]),
    ).toEqual([
      ['outlet', 'Zamrud', null],
      ['journalist', 'Zamrud Hidayat', null],
      ['coverage', 'Batu zamrud ditemukan', 'Warta Pesisir'],
      ['session', 'Ngopi di Zamrud', '2025-10-29'],
    ])
    expect((await find('zamrut')).map(({ title }) => title)).toContain('Ngopi di Zamrud')
    expect((await find('zamrud', region)).length).toBe(4)
  })

  it('finds nothing of other offices, of the archive or off the record, and takes wildcards as letters', async () => {
    const stranger = await server.make.user()
    expect(await find('zamrud', stranger)).toEqual([])
    expect(await find('RAHASIA')).toEqual([])
    expect(await find('%')).toEqual([])
    const gone = await meeting.session({ title: `Arsip ${randomUUID()}` })
    await insert('update sessions set archived_at = now() where id = $1', [gone])
    expect((await find('arsip')).map(({ id }) => id)).not.toContain(gone)
  })
})
