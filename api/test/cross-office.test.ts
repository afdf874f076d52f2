import { randomUUID } from 'node:crypto'
import { accountsApi } from '@ngopi/shared/accounts'
import { attendanceApi } from '@ngopi/shared/attendance'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { commitmentsApi } from '@ngopi/shared/commitments'
import { coverageApi } from '@ngopi/shared/coverage'
import { holidaysApi } from '@ngopi/shared/holidays'
import { invitationsApi } from '@ngopi/shared/invitations'
import { journalistsApi } from '@ngopi/shared/journalists'
import { lettersApi } from '@ngopi/shared/letters'
import { materialsApi } from '@ngopi/shared/materials'
import { minutesApi } from '@ngopi/shared/minutes'
import { outletsApi } from '@ngopi/shared/outlets'
import { papersApi } from '@ngopi/shared/papers'
import { questionsApi } from '@ngopi/shared/questions'
import { segmentsApi } from '@ngopi/shared/segments'
import { seriesApi } from '@ngopi/shared/series'
import { sessionsApi } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queueJob } from '../src/platform/jobs.ts'
import { call, pathOf } from './client.ts'
import { contracts, nameOf } from './contracts.ts'
import type { MadeUser } from './make.ts'
import { startServer, type TestServer } from './server.ts'

/** Stands in every text of the office that must not be seen. */
const canary = 'KENARI'

let server: TestServer
let own: Record<'admin' | 'officer', MadeUser>
let strangers: MadeUser[]
/** What office A has, by the kind of thing an `:id` means. */
let ids: Record<string, string>
let before: string

const tomorrow = (hour: number) =>
  new Date(Date.now() + 86_400_000 + hour * 3_600_000).toISOString()

beforeAll(async () => {
  server = await startServer()
  const { make, app } = server
  const office = await make.office({ name: `${canary} Kantor` })
  own = {
    admin: await make.user({ officeId: office.id, role: 'admin' }),
    officer: await make.user({ officeId: office.id, role: 'officer' }),
  }
  const region = await make.office({ name: 'Kanwil Lain' })
  const other = await make.office({ name: 'Kantor Lain', parentId: region.id })
  strangers = await Promise.all([
    ...(['admin', 'officer', 'manager', 'desk'] as const).map((role) =>
      make.user({ officeId: other.id, role }),
    ),
    make.user({ officeId: region.id, role: 'manager' }),
    make.user({ officeId: region.id, role: 'admin' }),
  ])
  const as = { token: own.officer.token }
  const outlet = await call(
    app,
    outletsApi.create,
    { body: { name: `${canary} Media`, platform: 'online', website: 'https://kenari.example' } },
    as,
  )
  const journalist = await call(
    app,
    journalistsApi.create,
    {
      body: {
        fullName: `${canary} Wartawan`,
        phone: '081200001234',
        affiliations: [{ outletId: outlet.id }],
      },
    },
    as,
  )
  const session = await call(
    app,
    sessionsApi.create,
    {
      body: {
        title: `${canary} Ngopi`,
        startsAt: tomorrow(0),
        endsAt: tomorrow(2),
        venue: `${canary} Aula`,
      },
    },
    as,
  )
  await call(app, sessionsApi.publish, { params: { id: session.id } }, as)
  const invited = await call(
    app,
    invitationsApi.create,
    { params: { id: session.id }, body: { invitees: [{ journalistId: journalist.id }] } },
    as,
  )
  const invitationId = invited.created[0]?.id ?? ''
  const letter = {
    version: 0,
    number: `${canary}-1`,
    nature: 'Biasa',
    attachment: '-',
    subject: `${canary} Undangan`,
    place: 'X',
    datedOn: '2031-05-05',
  }
  await call(app, lettersApi.save, { params: { id: session.id }, body: letter }, as)
  const represented = await server.make.pool.query<{ id: string }>(
    `insert into representations (office_id, invitation_id, full_name, phone)
     select office_id, id, $2, '+6281200001234' from invitations where id = $1 returning id`,
    [invitationId, `${canary} Wakil`],
  )
  const queue = { params: { id: session.id }, body: { kind: 'invitation' as const } }
  await call(app, whatsappApi.fill, queue, as)
  const claimed = await call(app, whatsappApi.claim, queue, as)
  const delivery = await call(
    app,
    invitationsApi.deliver,
    { params: { id: invitationId }, body: { channel: 'phone' } },
    as,
  )
  const question = await call(
    app,
    questionsApi.create,
    { params: { id: session.id }, body: { text: `${canary} tanya`, journalistId: journalist.id } },
    as,
  )
  const commitment = await call(
    app,
    commitmentsApi.create,
    { body: { text: `${canary} janji`, dueOn: '2031-05-05', questionId: question.id } },
    as,
  )
  const paper = await call(
    app,
    papersApi.create,
    { params: { id: session.id }, body: { kind: 'letters' } },
    as,
  )
  const material = await call(
    app,
    materialsApi.addLink,
    {
      params: { id: session.id },
      body: { title: `${canary} Materi`, url: 'https://kenari.example/materi' },
    },
    as,
  )
  await call(
    app,
    minutesApi.save,
    {
      params: { id: session.id },
      body: {
        version: 0,
        body: [{ type: 'paragraph', content: [{ text: `${canary} notula` }] }],
        signature: { name: `${canary} Kepala`, title: '', rank: '', nip: '' },
      },
    },
    as,
  )
  const coverage = await call(
    app,
    coverageApi.create,
    {
      body: {
        kind: 'online',
        url: 'https://kenari.example/berita',
        title: `${canary} Berita`,
        publishedAt: tomorrow(-30),
        outletId: outlet.id,
        sessionId: session.id,
      },
    },
    as,
  )
  const series = await call(
    app,
    seriesApi.create,
    {
      body: {
        title: `${canary} Rangkaian`,
        rrule: 'FREQ=MONTHLY',
        startsOn: tomorrow(0).slice(0, 10),
        startTime: '09:00',
        durationMinutes: 120,
        venue: `${canary} Aula`,
      },
    },
    as,
  )
  await call(
    app,
    holidaysApi.put,
    { params: { date: '2031-05-05' }, body: { name: `${canary} Jadi`, kind: 'national' } },
    as,
  )
  const feed = await call(app, calendarFeedsApi.create, {}, as)
  const segment = await call(
    app,
    segmentsApi.create,
    { body: { name: `${canary} Segmen`, filter: { q: canary } } },
    as,
  )
  ids = {
    'calendar-feeds': feed.id,
    offices: office.id,
    users: own.officer.id,
    outlets: outlet.id,
    journalists: journalist.id,
    sessions: session.id,
    invitations: invitationId,
    'whatsapp-queue': claimed.item?.id ?? '',
    deliveries: delivery.id,
    representations: represented.rows[0]?.id ?? '',
    questions: question.id,
    commitments: commitment.id,
    materials: material.id,
    papers: paper.id,
    coverage: coverage.id,
    series: series.id,
    segments: segment.id,
  }
  await server.deps.database.write([office.id], 'system:', (tx) =>
    queueJob(tx, { name: 'send_mail' }, { mailId: randomUUID() }),
  )
  ids.jobs = (await server.make.pool.query('select id from graphile_worker.jobs')).rows[0].id
  before = await fingerprint()
})
afterAll(() => server.close())

/** Everything of office A, to see that nothing was changed from outside. */
async function fingerprint(): Promise<string> {
  const tables = [
    'outlets',
    'journalists',
    'affiliations',
    'series',
    'sessions',
    'invitations',
    'responses',
    'deliveries',
    'whatsapp_queue',
    'representations',
    'scans',
    'attendances',
    'questions',
    'commitments',
    'materials',
    'papers',
    'minutes',
    'minutes_versions',
    'session_closings',
    'coverage',
    'reviews',
    'users',
    'holidays',
    'calendar_feeds',
    'session_letters',
    'segments',
    'segment_uses',
    'message_templates',
  ]
  const keys: Record<string, string> = { scans: 'nonce', session_closings: 'session_id' }
  const parts = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await server.make.pool.query(
        `select coalesce(jsonb_agg(t order by t.id::text), '[]') as all from (select to_jsonb(x) - 'last_login_at' as row, ${keys[table] ?? 'id'} as id from ${table} x where office_id = $1) t`,
        [ids.offices],
      )
      return `${table} ${JSON.stringify(rows[0].all)}`
    }),
  )
  return parts.join('\n')
}

/** A valid body for each operation that takes one, speaking of office A's things. */
function bodies(): Record<string, unknown> {
  const {
    outlets: outletId,
    journalists: journalistId,
    sessions: sessionId,
    offices: officeId,
  } = ids
  const rule = { rrule: 'FREQ=MONTHLY', startsOn: tomorrow(0).slice(0, 10), startTime: '09:00' }
  return {
    'PATCH /api/me': { version: 999, name: 'X' },
    'PUT /api/me/password': { currentPassword: 'salah sekali', newPassword: 'panjang sekali ini' },
    'POST /api/users': {
      name: 'X',
      email: `${randomUUID()}@uji.example`,
      role: 'officer',
      officeId,
    },
    'PATCH /api/users/:id': { version: 1, name: 'Dicuri' },
    'POST /api/offices': { name: 'Anak', timeZone: 'Asia/Jakarta' },
    'PATCH /api/offices/:id': { version: 1, name: 'Dicuri' },
    'POST /api/outlets': { name: 'Baru', platform: 'online' },
    'PATCH /api/outlets/:id': { version: 1, name: 'Dicuri' },
    'POST /api/journalists': { fullName: 'Baru', affiliations: [{ outletId }] },
    'PATCH /api/journalists/:id': { version: 1, fullName: 'Dicuri' },
    'POST /api/sessions': {
      title: 'Baru',
      startsAt: tomorrow(0),
      endsAt: tomorrow(1),
      venue: 'X',
      seriesId: ids.series,
    },
    'PATCH /api/sessions/:id': { version: 2, title: 'Dicuri' },
    'POST /api/sessions/:id/effect': { venue: 'Dicuri' },
    'POST /api/sessions/:id/cancellation': { reason: 'X' },
    'POST /api/series/preview': { ...rule, durationMinutes: 60 },
    'POST /api/series': { ...rule, durationMinutes: 60, title: 'Baru', venue: 'X' },
    'POST /api/series/:id/effect': { title: 'Dicuri' },
    'PATCH /api/series/:id': { version: 1, title: 'Dicuri' },
    'POST /api/series/:id/split': { version: 1, from: tomorrow(48).slice(0, 10) },
    'POST /api/sessions/:id/invitations/withdrawal': { invitationIds: [ids.invitations ?? ''] },
    'POST /api/sessions/:id/invitations': { invitees: [{ journalistId, outletId }] },
    'POST /api/invitations/:id/substitution': { journalistId },
    'PUT /api/representations/:id/decision': { decision: 'invite' },
    'POST /api/segments': { name: 'Baru', filter: { q: 'x' } },
    'PATCH /api/segments/:id': { version: 1, name: 'Dicuri' },
    'POST /api/audiences': { segmentId: ids.segments, sessionId },
    'PUT /api/invitations/:id/response': { answer: 'declined' },
    'PUT /api/sessions/:id/letter': {
      version: 1,
      number: '1',
      nature: 'Biasa',
      attachment: '-',
      subject: 'Dicuri',
      place: 'X',
      datedOn: '2031-05-05',
    },
    'POST /api/invitations/:id/deliveries': { channel: 'phone' },
    'POST /api/sessions/:id/whatsapp-queue': { kind: 'invitation' },
    'POST /api/sessions/:id/whatsapp-queue/claims': { kind: 'invitation' },
    'PUT /api/whatsapp-queue/:id/outcome': { outcome: 'sent' },
    'POST /api/sessions/:id/deliveries': { channel: 'email', kind: 'invitation' },
    'POST /api/sessions/:id/scans': {
      deviceId: randomUUID(),
      scans: [{ nonce: randomUUID(), scannedAt: tomorrow(0), invitationId: ids.invitations }],
    },
    'PUT /api/sessions/:id/attendances/:invitationId': { status: 'present' },
    'POST /api/sessions/:id/questions': { text: 'X', journalistId },
    'PATCH /api/questions/:id': { version: 1, text: 'Dicuri' },
    'PUT /api/sessions/:id/questions/order': { questionIds: [ids.questions] },
    'POST /api/commitments': {
      text: 'X',
      dueOn: '2031-05-05',
      questionId: ids.questions,
      sessionId,
      journalistId,
      ownerId: ids.users,
    },
    'PATCH /api/commitments/:id': { version: 1, text: 'Dicuri' },
    'PUT /api/commitments/:id/outcome': { version: 1, state: 'kept', outcome: 'Dicuri' },
    'POST /api/commitments/:id/telling': { channel: 'phone' },
    'POST /api/sessions/:id/materials': { title: 'X', url: 'https://x.example/' },
    'PUT /api/sessions/:id/minutes': {
      version: 1,
      body: [],
      signature: { name: 'Dicuri', title: '', rank: '', nip: '' },
    },
    'POST /api/sessions/:id/completion': { excused: [{ invitationId: ids.invitations }] },
    'POST /api/sessions/:id/minutes/signature': { version: 1 },
    'PATCH /api/materials/:id': { version: 1, title: 'Dicuri' },
    'POST /api/sessions/:id/papers': { kind: 'letters' },
    'PUT /api/sessions/:id/reminders/:step': { paused: true },
    'PUT /api/templates/:kind/:language': { version: 0, subject: 'X', body: 'X' },
    'POST /api/templates/preview': {
      kind: 'thanks',
      language: 'id',
      subject: '{nama}',
      body: '{nama}',
      invitationId: ids.invitations,
    },
    'PUT /api/holidays/:date': { name: 'Dicuri', kind: 'working_day' },
    'POST /api/holidays/imports': {
      days: [{ date: '2031-05-05', name: 'Dicuri', kind: 'working_day' }],
    },
    'POST /api/coverage/preview': { url: 'https://kenari.example/berita' },
    'POST /api/coverage': {
      kind: 'print',
      title: 'X',
      publishedAt: tomorrow(-1),
      outletId,
      sessionId,
    },
    'PATCH /api/coverage/:id': { version: 1, title: 'Dicuri' },
    'POST /api/coverage/:id/reviews': { decision: 'dismissed' },
  }
}

/** Operations on the caller's own account or office alone, which rightly succeed for a stranger to A. */
const ownMatters = new Set([
  'PATCH /api/me',
  'PUT /api/me/password',
  'POST /api/offices',
  'POST /api/outlets',
  'POST /api/segments',
  'POST /api/coverage/preview',
  'POST /api/series/preview',
  'POST /api/series',
  'POST /api/calendar-feeds',
  'POST /api/holidays/imports',
  'PUT /api/holidays/:date',
  'DELETE /api/holidays/:date',
  'PUT /api/templates/:kind/:language',
  'DELETE /api/templates/:kind/:language',
])

/** What names something of office A in its body alone is told, of exactly that field, that there is no such thing. */
const namedInBody: Record<string, string[]> = {
  'POST /api/users': ['officeId'],
  'POST /api/journalists': ['affiliations.0.outletId'],
  'POST /api/sessions': ['seriesId'],
  'POST /api/templates/preview': ['invitationId'],
  'POST /api/commitments': ['ownerId', 'sessionId', 'journalistId', 'questionId'],
  'POST /api/coverage': ['outletId', 'sessionId'],
}

const fieldsOf = ({ body }: { body: string }): string[] => {
  const { fields } = JSON.parse(body === '' ? '{}' : body) as { fields?: { path: string }[] }
  return (fields ?? []).map(({ path }) => path)
}

/** Queries that lists demand. */
const queries: Record<string, object> = {
  'GET /api/sessions/:id/reach': { kind: 'reminder' },
  'GET /api/search': { q: canary },
  'GET /api/holidays': { from: '2031-01-01', to: '2031-12-31' },
  'GET /api/calendar-warnings': {
    startsAt: '2031-05-05T02:00:00Z',
    endsAt: '2031-05-05T03:00:00Z',
  },
  'POST /api/sessions/:id/materials/files': { name: 'x.txt' },
  'GET /api/reports/funnel': { from: '2020-01-01', to: '2035-12-31' },
}

describe('another office', () => {
  it('is out of reach of every role through every operation', async () => {
    const given = bodies()
    const wrong: string[] = []
    for (const endpoint of contracts) {
      if ('public' in endpoint.config) continue
      const name = nameOf(endpoint)
      if (endpoint.schema.body) expect(given[name], `a body for ${name}`).toBeDefined()
      const resource = endpoint.url.split('/')[2] ?? ''
      const params = {
        id: ids[resource],
        invitationId: ids.invitations,
        date: '2031-05-05',
        kind: 'thanks',
        language: 'id',
        step: '3-0900',
        number: '1',
      }
      const url = pathOf(endpoint, { params, query: queries[name] })
      for (const user of strangers) {
        const { takes } = endpoint.config
        const response = await server.app.inject({
          method: endpoint.method,
          url,
          headers: {
            authorization: `Bearer ${user.token}`,
            ...(takes && { 'content-type': takes[0] }),
          },
          ...(takes && { payload: Buffer.from(canary) }),
          ...(given[name] !== undefined && { payload: given[name] as object }),
        })
        const label = `${user.role} ${name}: ${response.statusCode} ${response.body.slice(0, 200)}`
        expect(response.body, label).not.toContain(canary)
        expect(response.body, label).not.toContain('1234"')
        const touchesAnother = endpoint.url.includes('/:') || endpoint.method !== 'GET'
        if (!touchesAnother || ownMatters.has(name)) continue
        const answer = { status: response.statusCode, fields: fieldsOf(response) }
        const permitted = endpoint.config.roles.includes(user.role)
        const due = !permitted
          ? { status: 403, fields: [] }
          : name in namedInBody
            ? { status: 400, fields: namedInBody[name] }
            : { status: 404, fields: [] }
        if (JSON.stringify(answer) !== JSON.stringify(due)) wrong.push(label)
      }
    }
    expect(wrong).toEqual([])
    expect(await fingerprint()).toBe(before)
  })

  it('is as absent as what never was', async () => {
    const token = strangers[0]?.token ?? ''
    for (const endpoint of contracts.filter((e) => e.method === 'GET' && e.url.includes('/:'))) {
      const resource = endpoint.url.split('/')[2] ?? ''
      const ask = async (id: string | undefined) =>
        server.app.inject({
          url: pathOf(endpoint, {
            params: { id, step: '3-0900', number: '1' },
            query: queries[nameOf(endpoint)],
          }),
          headers: { authorization: `Bearer ${token}` },
        })
      const [theirs, nobodys] = [await ask(ids[resource]), await ask(randomUUID())]
      expect(theirs.statusCode, nameOf(endpoint)).toBe(404)
      const label = (body: string) => ({ ...JSON.parse(body), requestId: '' })
      expect(label(theirs.body), nameOf(endpoint)).toEqual(label(nobodys.body))
    }
  })

  it('reads below it as a regional manager, and writes nothing there', async () => {
    const region = await server.make.office({ name: 'Kanwil' })
    await server.make.pool.query('update offices set parent_id = $1 where id = $2', [
      region.id,
      ids.offices,
    ])
    const manager = await server.make.user({ officeId: region.id, role: 'manager' })
    const as = { token: manager.token }
    expect((await call(server.app, outletsApi.list, { query: {} }, as)).items).toHaveLength(1)
    expect(
      (await call(server.app, journalistsApi.get, { params: { id: ids.journalists ?? '' } }, as))
        .fullName,
    ).toContain(canary)
    expect(
      (
        await call(
          server.app,
          attendanceApi.list,
          { params: { id: ids.sessions ?? '' }, query: {} },
          as,
        )
      ).items,
    ).toHaveLength(1)
    const review = await server.app.inject({
      method: 'POST',
      url: `/api/coverage/${ids.coverage}/reviews`,
      headers: { authorization: `Bearer ${manager.token}` },
      payload: { decision: 'dismissed' },
    })
    expect(review.statusCode).toBe(403)
    const users = await server.app.inject({
      url: pathOf(accountsApi.listUsers, {}),
      headers: { authorization: `Bearer ${manager.token}` },
    })
    expect(users.statusCode).toBe(403)
    await server.make.pool.query('update offices set parent_id = null where id = $1', [ids.offices])
    // Announced through the database; the next request must not see what was before.
    await expect
      .poll(
        async () =>
          (
            await server.app.inject({
              url: `/api/outlets/${ids.outlets}`,
              headers: { authorization: `Bearer ${manager.token}` },
            })
          ).statusCode,
      )
      .toBe(404)
  })
})
