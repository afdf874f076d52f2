import { randomUUID } from 'node:crypto'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { commitmentsApi } from '@ngopi/shared/commitments'
import { coverageApi } from '@ngopi/shared/coverage'
import { holidaysApi } from '@ngopi/shared/holidays'
import { invitationsApi } from '@ngopi/shared/invitations'
import { lettersApi } from '@ngopi/shared/letters'
import { materialsApi } from '@ngopi/shared/materials'
import { minutesApi } from '@ngopi/shared/minutes'
import { papersApi } from '@ngopi/shared/papers'
import { questionsApi } from '@ngopi/shared/questions'
import { segmentsApi } from '@ngopi/shared/segments'
import { seriesApi } from '@ngopi/shared/series'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { queueJob } from '../../src/platform/jobs.ts'
import { call } from '../client.ts'
import type { MadeUser } from '../make.ts'
import type { TestServer } from '../server.ts'
import { inHours, World } from '../world.ts'
import { canary } from './arbitrary-of.ts'

export interface BusyOffice {
  users: Record<'officer' | 'admin', MadeUser>
  /** What the office has, by the word that stands before `:id` in a path. */
  ids: Record<string, string>
}

/** An office that has one of everything, and a colleague whom requests may do anything to. */
export async function openBusyOffice(server: TestServer): Promise<BusyOffice> {
  const { app, make, deps } = server
  const world = await World.open(server)
  const { officer, asOfficer: as } = world
  const admin = await make.user({ officeId: officer.officeId, role: 'admin' })
  const colleague = await make.user({ officeId: officer.officeId, role: 'desk' })
  const child = await make.office({ parentId: officer.officeId })
  const { session, journalists, invitations } = await world.meeting({
    guests: 2,
    email: 'a@uji.example',
  })
  const [journalist] = journalists
  const [invitationId = ''] = invitations
  const params = { id: session.id }
  const letter = {
    number: '1',
    nature: 'Biasa',
    attachment: '-',
    subject: canary,
    place: 'X',
    datedOn: '2031-05-05',
  }
  await call(app, lettersApi.save, { params, body: { version: 0, ...letter } }, as)
  const represented = await make.pool.query<{ id: string }>(
    `insert into representations (office_id, invitation_id, full_name, phone)
     select office_id, id, $2, '+6281200001234' from invitations where id = $1 returning id`,
    [invitationId, `${canary} Wakil`],
  )
  await make.pool.query(`update journalists set phone = '+6281200001234' where id = $1`, [
    journalist?.id,
  ])
  const queue = { params, body: { kind: 'invitation' as const } }
  await call(app, whatsappApi.fill, queue, as)
  const claimed = await call(app, whatsappApi.claim, queue, as)
  const channel = { channel: 'phone' as const }
  const delivery = await call(
    app,
    invitationsApi.deliver,
    { params: { id: invitationId }, body: channel },
    as,
  )
  const question = await call(app, questionsApi.create, { params, body: { text: canary } }, as)
  const promised = { text: canary, dueOn: '2031-05-05', questionId: question.id }
  const commitment = await call(app, commitmentsApi.create, { body: promised }, as)
  const link = { title: canary, url: 'https://uji.example/materi' }
  const material = await call(app, materialsApi.addLink, { params, body: link }, as)
  const paper = await call(app, papersApi.create, { params, body: { kind: 'letters' } }, as)
  const record = { version: 0, body: [], signature: { name: canary, title: '', rank: '', nip: '' } }
  await call(app, minutesApi.save, { params, body: record }, as)
  const placement = { kind: 'online' as const, url: 'https://uji.example/berita', title: canary }
  const article = {
    publishedAt: inHours(-30),
    outletId: journalist?.outletId ?? '',
    sessionId: session.id,
  }
  const coverage = await call(app, coverageApi.create, { body: { ...placement, ...article } }, as)
  const rule = { rrule: 'FREQ=MONTHLY', startsOn: inHours(24).slice(0, 10), startTime: '09:00' }
  const plan = { ...rule, title: canary, durationMinutes: 120, venue: 'Aula' }
  const series = await call(app, seriesApi.create, { body: plan }, as)
  const day = { name: canary, kind: 'national' as const }
  await call(app, holidaysApi.put, { params: { date: '2031-05-05' }, body: day }, as)
  const feed = await call(app, calendarFeedsApi.create, {}, as)
  const segment = await call(
    app,
    segmentsApi.create,
    { body: { name: canary, filter: { q: canary } } },
    as,
  )
  await deps.database.write([officer.officeId], 'system:', (tx) =>
    queueJob(tx, { name: 'send_mail' }, { mailId: randomUUID() }),
  )
  const jobs = await make.pool.query<{ id: string }>(
    'select id::text from graphile_worker.jobs limit 1',
  )
  return {
    users: { officer, admin },
    ids: {
      offices: child.id,
      users: colleague.id,
      outlets: journalist?.outletId ?? '',
      journalists: journalist?.id ?? '',
      sessions: session.id,
      invitations: invitationId,
      'whatsapp-queue': claimed.item?.id ?? randomUUID(),
      deliveries: delivery.id,
      representations: represented.rows[0]?.id ?? '',
      questions: question.id,
      commitments: commitment.id,
      materials: material.id,
      papers: paper.id,
      coverage: coverage.id,
      series: series.id,
      segments: segment.id,
      'calendar-feeds': feed.id,
      jobs: jobs.rows[0]?.id ?? '1',
    },
  }
}
