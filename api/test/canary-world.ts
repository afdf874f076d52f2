import { attendanceApi } from '@ngopi/shared/attendance'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { commitmentsApi } from '@ngopi/shared/commitments'
import { coverageApi } from '@ngopi/shared/coverage'
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
import { whatsappApi } from '@ngopi/shared/whatsapp'
import type { Kind } from './canary-table.ts'
import { call } from './client.ts'
import type { TestServer } from './server.ts'
import { inHours, World } from './world.ts'

/** An office full of canaries, and how to ask for what is there. */
export interface Planted {
  /** What `:id` means, by the first part of a path. */
  ids: Record<string, string>
  params: Record<string, string>
  /** What ids in bodies mean, by the name of their field. */
  fields: Record<string, string>
  bodies: Record<string, unknown>
  queries: Record<string, object>
  /** Personal pages of two guests, and what each shows of the words of its own guest. */
  links: [string, Kind[]][]
  materialPages: string[]
  /** Ways to ask for a number or an address. */
  digits: string[]
}

/** Everything that stays in an office, written as its officer would. */
export async function plantCanaries(server: TestServer, officeId: string): Promise<Planted> {
  const { app, make } = server
  const officer = await make.user({ officeId })
  const world = new World(server, officer)
  const as = world.asOfficer
  const outlet = await call(
    app,
    outletsApi.create,
    {
      body: {
        name: 'Media Uji',
        platform: 'online',
        phone: '08111990011',
        email: 'media@rahasia.example',
        address: 'KENARI-ALAMAT 1',
        notes: 'KENARI-CATATAN media',
      },
    },
    as,
  )
  const person = (fullName: string, n: number) =>
    call(
      app,
      journalistsApi.create,
      {
        body: {
          fullName,
          phone: `0811199000${n}`,
          email: `orang${n}@rahasia.example`,
          notes: `KENARI-CATATAN ${n}`,
          affiliations: [{ outletId: outlet.id, isPrimary: true }],
        },
      },
      as,
    )
  const guests = [await person('Laras', 1), await person('Bima', 2), await person('Citra', 3)]
  const session = await world.session({ startsAt: inHours(24), endsAt: inHours(26) })
  const params = { id: session.id }
  const invited = await world.invite(session.id, guests)
  const [first = '', second = '', third = ''] = invited
  const answer = { answer: 'declined' as const, reason: 'KENARI-ALASAN menolak' }
  await call(app, invitationsApi.respond, { params: { id: first }, body: answer }, as)
  await make.pool.query(
    `insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, note)
     values ($1, $2, 'declined', 'declined', 'journalist', 'KENARI-PESAN untuk kantor')`,
    [officeId, first],
  )
  await call(
    app,
    attendanceApi.mark,
    {
      params: { id: session.id, invitationId: second },
      body: { status: 'excused', reason: 'KENARI-ALASAN sakit' },
    },
    as,
  )
  const represented = await make.pool.query<{ id: string }>(
    `insert into representations (office_id, invitation_id, full_name, phone, email)
     values ($1, $2, 'Wakil', '+628111990021', 'wakil@rahasia.example') returning id`,
    [officeId, third],
  )
  const question = await call(
    app,
    questionsApi.create,
    {
      params,
      body: {
        text: 'KENARI-RAHASIA tanya',
        answerText: 'KENARI-RAHASIA jawab',
        journalistId: guests[2]?.id,
      },
    },
    as,
  )
  const commitment = await call(
    app,
    commitmentsApi.create,
    { body: { text: 'KENARI-RAHASIA janji', dueOn: '2031-05-05', questionId: question.id } },
    as,
  )
  const coverage = await call(
    app,
    coverageApi.create,
    {
      body: {
        kind: 'online',
        url: 'https://contoh.example/berita',
        title: 'Berita',
        publishedAt: inHours(-30),
        outletId: outlet.id,
        sessionId: session.id,
        questionId: question.id,
      },
    },
    as,
  )
  const draft = await call(app, minutesApi.get, { params, query: {} }, as)
  await call(
    app,
    minutesApi.save,
    {
      params,
      body: {
        version: 0,
        body: draft.body,
        signature: { name: 'X', title: '', rank: '', nip: '' },
      },
    },
    as,
  )
  await call(
    app,
    questionsApi.update,
    { params: { id: question.id }, body: { version: question.version, offRecord: true } },
    as,
  )
  const embargoUntil = inHours(24 * 365)
  const link = await call(
    app,
    materialsApi.addLink,
    {
      params,
      body: {
        title: 'KENARI-EMBARGO tautan',
        url: 'https://contoh.example/KENARI-EMBARGO',
        embargoUntil,
      },
    },
    as,
  )
  const file = await app.inject({
    method: 'POST',
    url: `/api/sessions/${session.id}/materials/files?name=KENARI-EMBARGO.txt&embargoUntil=${encodeURIComponent(embargoUntil)}`,
    headers: { authorization: `Bearer ${as.token}`, 'content-type': 'application/octet-stream' },
    payload: 'KENARI-EMBARGO isi berkas',
  })
  const material = file.json<{ id: string }>().id
  const queued = { params, body: { kind: 'invitation' as const } }
  await call(app, whatsappApi.fill, queued, as)
  const claimed = await call(app, whatsappApi.claim, queued, as)
  const delivery = await call(
    app,
    invitationsApi.deliver,
    { params: { id: third }, body: { channel: 'email' } },
    as,
  )
  const letter = {
    version: 0,
    number: '1',
    nature: 'Biasa',
    attachment: '-',
    subject: 'Undangan',
    place: 'X',
    datedOn: '2031-05-05',
  }
  await call(app, lettersApi.save, { params, body: letter }, as)
  const feed = await call(app, calendarFeedsApi.create, {}, as)
  const segment = await call(
    app,
    segmentsApi.create,
    { body: { name: 'Segmen', filter: { q: 'Bima' } } },
    as,
  )
  const rule = { rrule: 'FREQ=MONTHLY', startsOn: inHours(48).slice(0, 10), startTime: '09:00' }
  const series = await call(
    app,
    seriesApi.create,
    { body: { ...rule, title: 'Rangkaian', durationMinutes: 60, venue: 'Aula' } },
    as,
  )
  const paper = await call(app, papersApi.create, { params, body: { kind: 'letters' } }, as)
  const job = await make.pool.query('select id from graphile_worker.jobs limit 1')
  return {
    ids: {
      'calendar-feeds': feed.id,
      offices: officeId,
      users: officer.id,
      outlets: outlet.id,
      journalists: guests[0]?.id ?? '',
      sessions: session.id,
      invitations: first,
      'whatsapp-queue': claimed.item?.id ?? '',
      deliveries: delivery.id,
      representations: represented.rows[0]?.id ?? '',
      questions: question.id,
      commitments: commitment.id,
      materials: material,
      papers: paper.id,
      coverage: coverage.id,
      series: series.id,
      segments: segment.id,
      jobs: job.rows[0]?.id ?? '1',
    },
    params: {
      invitationId: second,
      date: '2031-05-05',
      kind: 'thanks',
      language: 'id',
      step: '3-0900',
      number: '1',
    },
    fields: {
      journalistId: guests[1]?.id ?? '',
      outletId: outlet.id,
      sessionId: session.id,
      questionId: question.id,
      segmentId: segment.id,
      invitationId: second,
      officeId,
      email: 'baru@contoh.example',
      timeZone: 'Asia/Jakarta',
      startTime: '09:00',
      rrule: 'FREQ=MONTHLY',
      endsAt: '2031-05-05T04:00:00Z',
    },
    bodies: {
      'POST /api/sessions/:id/invitations/withdrawal': { invitationIds: [first] },
      'POST /api/sessions/:id/invitations': { invitees: [{ journalistId: guests[1]?.id }] },
      'PUT /api/sessions/:id/attendances/:invitationId': { status: 'unmarked' },
      'POST /api/coverage': {
        kind: 'print',
        title: 'Cetak',
        publishedAt: inHours(-30),
        outletId: outlet.id,
      },
      'POST /api/sessions/:id/scans': {
        deviceId: officeId,
        scans: [{ nonce: officeId, scannedAt: inHours(0), invitationId: third }],
      },
      'POST /api/audiences': { segmentId: segment.id, sessionId: session.id },
      'POST /api/templates/preview': {
        kind: 'thanks',
        language: 'id',
        subject: '{nama}',
        body: '{nama}',
        invitationId: second,
      },
      'PATCH /api/questions/:id': { version: 2, topic: 'Topik' },
    },
    queries: {
      'GET /api/sessions/:id/reach': { kind: 'reminder' },
      'GET /api/search': { q: 'Laras' },
      'GET /api/holidays': { from: '2031-01-01', to: '2031-12-31' },
      'GET /api/calendar-warnings': {
        startsAt: '2031-05-05T02:00:00Z',
        endsAt: '2031-05-05T03:00:00Z',
      },
      'POST /api/sessions/:id/materials/files': { name: 'x.txt' },
      'GET /api/reports/funnel': { from: '2020-01-01', to: '2035-12-31' },
    },
    links: [
      [await world.path(first), ['reason']],
      [await world.path(second), []],
    ],
    materialPages: [`/materials/${material}`, `/materials/${link.id}`],
    digits: ['08111990001', '628111990001', '990001', 'orang1@rahasia.example', 'rahasia.example'],
  }
}
