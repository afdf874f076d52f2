import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer({ publicUrl: 'https://ngopi.example' })
  world = await World.open(server)
})
afterAll(() => server.close())

const invite = (
  sessionId: string,
  invitees: { journalistId: string; outletId?: string | null }[],
) =>
  call(
    server.app,
    invitationsApi.create,
    { params: { id: sessionId }, body: { invitees } },
    world.asOfficer,
  )

const list = (sessionId: string, query: object = {}) =>
  call(server.app, invitationsApi.list, { params: { id: sessionId }, query }, world.asOfficer)

const deliver = (id: string, body: { channel: 'email' | 'whatsapp'; kind?: 'reminder' }) =>
  call(server.app, invitationsApi.deliver, { params: { id }, body }, world.asOfficer)

test('who is left out is named with the reason; the others are invited in the order asked', async () => {
  const session = await world.session()
  const [a, b, archived, silent] = await world.journalists(4)
  if (!a || !b || !archived || !silent) throw new Error('no journalists')
  const { pool } = server.make
  await pool.query('update journalists set archived_at = now() where id = $1', [archived.id])
  await pool.query('update journalists set opted_out_at = now() where id = $1', [silent.id])
  await world.invite(session.id, [a])
  const unknown = newId()
  const { created, skipped } = await invite(session.id, [
    ...[b, b, a, archived, silent].map(({ id }) => ({ journalistId: id })),
    { journalistId: unknown },
  ])
  expect(created.map(({ journalist }) => journalist.id)).toEqual([b.id])
  expect(skipped).toEqual([
    { journalistId: b.id, reason: 'repeated' },
    { journalistId: a.id, reason: 'already_invited' },
    { journalistId: archived.id, reason: 'archived' },
    { journalistId: silent.id, reason: 'opted_out' },
    { journalistId: unknown, reason: 'unknown' },
  ])
})

test('500 are invited at once, listed in the order asked', async () => {
  const session = await world.session()
  const guests = (await world.journalists(500)).reverse()
  const ids = await world.invite(session.id, guests)
  expect(ids).toHaveLength(500)
  const first = await list(session.id, { limit: 100, count: '1' })
  expect(first.total).toBe(500)
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 100))
  const next = await list(session.id, { limit: 100, count: '1', cursor: first.nextCursor ?? '' })
  expect(next.items.map(({ id }) => id)).toEqual(ids.slice(100, 200))
})

test('the outlet is the one given, else the primary one of today, and stays when the person moves', async () => {
  const session = await world.session()
  const [first, second, former] = await world.journalists(3, { outlet: 'Media Lama' })
  const [other] = await world.journalists(1, { outlet: 'Media Lain' })
  if (!first || !second || !former || !other) throw new Error('no journalists')
  const { pool } = server.make
  await pool.query(`update affiliations set until_date = '2020-01-01' where journalist_id = $1`, [
    former.id,
  ])
  const { created, skipped } = await invite(session.id, [
    { journalistId: first.id },
    { journalistId: second.id, outletId: other.outletId },
    { journalistId: former.id },
    { journalistId: other.id, outletId: newId() },
  ])
  expect(created.map(({ outlet }) => outlet?.name ?? null)).toEqual([
    'Media Lama',
    'Media Lain',
    null,
  ])
  expect(skipped).toEqual([{ journalistId: other.id, reason: 'unknown_outlet' }])
  await pool.query('update affiliations set outlet_id = $2 where journalist_id = $1', [
    first.id,
    other.outletId,
  ])
  const id = created[0]?.id ?? ''
  expect((await world.invitation(id)).outlet?.name).toBe('Media Lama')
})

test('a revoked invitation is used again under a new link, without the former answer', async () => {
  const { session, invitations, journalists } = await world.meeting()
  const id = invitations[0] ?? ''
  const former = await world.path(id)
  await world.answer(id, 'declined', 'Sakit')
  await call(server.app, invitationsApi.revoke, { params: { id } }, world.asOfficer)
  expect((await list(session.id)).items).toEqual([])
  expect((await list(session.id, { archived: 'true' })).items).toHaveLength(1)
  expect((await world.getSession(session.id)).answers.invited).toBe(0)
  expect(await world.invite(session.id, journalists)).toEqual([id])
  expect(await world.invitation(id)).toMatchObject({
    answer: 'none',
    respondedAt: null,
    declineReason: null,
  })
  expect(await world.path(id)).not.toBe(former)
})

test('nobody is invited to a session that is cancelled', async () => {
  const session = await world.session()
  await call(
    server.app,
    sessionsApi.cancel,
    { params: { id: session.id }, body: { reason: 'Hujan' } },
    world.asOfficer,
  )
  const [journalist] = await world.journalists(1)
  const { problem } = await problemOf(invite(session.id, [{ journalistId: journalist?.id ?? '' }]))
  expect(problem.code).toBe('closed')
})

test('a list filters by answer, finds a part of a name or outlet, and sorts by name', async () => {
  const { session, invitations, journalists } = await world.meeting({ guests: 3 })
  await server.make.pool.query(
    `update journalists j set full_name = n.name from unnest($1::uuid[], $2::text[]) n(id, name) where j.id = n.id`,
    [journalists.map(({ id }) => id), ['Zulfikar', 'Ándi Pranoto', 'Maya']],
  )
  await world.answer(invitations[1] ?? '', 'maybe')
  const names = async (query: object) =>
    (await list(session.id, query)).items.map(({ journalist }) => journalist.fullName)
  expect(await names({ sort: 'name' })).toEqual(['Ándi Pranoto', 'Maya', 'Zulfikar'])
  expect(await names({ sort: 'name', limit: 2 })).toEqual(['Ándi Pranoto', 'Maya'])
  expect(await names({ answer: 'maybe,declined' })).toEqual(['Ándi Pranoto'])
  expect(await names({ q: 'prano' })).toEqual(['Ándi Pranoto'])
  expect(await names({ q: 'pranotto' })).toEqual(['Ándi Pranoto'])
  expect(await names({ q: 'media uj' })).toHaveLength(3)
  expect(await names({ q: '%' })).toEqual([])
  expect(await names({ sort: '-respondedAt', limit: 1 })).toEqual(['Ándi Pranoto'])
})

test('pages of every order neither repeat nor miss a guest', async () => {
  const { session, invitations } = await world.meeting({ guests: 5, capacity: 1 })
  for (const id of invitations.slice(0, 3)) await world.answer(id, 'attending')
  for (const sort of ['createdAt', 'name', 'waitlistedAt', '-respondedAt', undefined] as const) {
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const query = { limit: 2, sort, ...(sort ? {} : { q: 'tamu' }), ...(cursor && { cursor }) }
      const page = await list(session.id, query)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect([...seen].sort()).toEqual([...invitations].sort())
  }
})

test('the link panel has a courteous message with day, time, zone and place, and opens WhatsApp', async () => {
  const session = await world.session({
    startsAt: '2030-10-29T02:00:00Z',
    endsAt: '2030-10-29T04:30:00Z',
  } as object)
  const [withPhone] = await world.journalists(1, { phone: '+6281234567890' })
  const [without] = await world.journalists(1)
  const [a = '', b = ''] = await world.invite(
    session.id,
    [withPhone, without].flatMap((j) => j ?? []),
  )
  const link = (id: string) =>
    call(server.app, invitationsApi.link, { params: { id } }, world.asOfficer)
  const { url, message, whatsappUrl } = await link(a)
  expect(url).toMatch(/^https:\/\/ngopi\.example\/u\/[\w-]{43}$/)
  for (const part of [
    'Yth. Bapak/Ibu Tamu Uji 1',
    'Selasa, 29 Oktober 2030',
    '09.00–11.30 WIB',
    'Aula Lantai 2',
    url,
  ])
    expect(message).toContain(part)
  expect(whatsappUrl).toBe(`https://wa.me/6281234567890?text=${encodeURIComponent(message)}`)
  expect((await link(b)).whatsappUrl).toBeNull()
})

test('a mail is queued with the personal link; other channels record a mark', async () => {
  const { invitations } = await world.meeting({ email: 'tamu@uji.example' })
  const id = invitations[0] ?? ''
  expect((await world.invitation(id)).deliveries).toEqual([])
  const by = { id: world.officer.id }
  expect(await deliver(id, { channel: 'whatsapp' })).toMatchObject({
    state: 'marked',
    kind: 'invitation',
    by,
  })
  expect(await deliver(id, { channel: 'email', kind: 'reminder' })).toMatchObject({
    state: 'kept',
    kind: 'reminder',
    by,
  })
  const { rows } = await server.make.pool.query(
    'select recipient, body_text from mails order by id desc limit 1',
  )
  expect(rows[0].recipient).toBe('tamu@uji.example')
  expect(readable(server, rows[0].body_text)).toContain(
    `https://ngopi.example${await world.path(id)}`,
  )
  expect((await world.invitation(id)).deliveries.map(({ channel }) => channel)).toEqual([
    'whatsapp',
    'email',
  ])
})

test('without an address, or after opting out, no mail is queued', async () => {
  const { invitations } = await world.meeting()
  const { problem } = await problemOf(deliver(invitations[0] ?? '', { channel: 'email' }))
  expect(problem.fields?.[0]?.path).toBe('channel')
  const out = await world.meeting({ email: 'keluar@uji.example' })
  await server.make.pool.query('update journalists set opted_out_at = now() where id = $1', [
    out.journalists[0]?.id,
  ])
  expect((await problemOf(deliver(out.invitations[0] ?? '', { channel: 'email' }))).status).toBe(
    400,
  )
})

test('another office sees nothing; a manager above reads and changes nothing', async () => {
  const { session, invitations } = await world.meeting()
  const id = invitations[0] ?? ''
  const stranger = await server.make.user({ role: 'officer' })
  const above = await server.make.office()
  const manager = await server.make.user({ role: 'manager', officeId: above.id })
  const admin = await server.make.user({ role: 'admin', officeId: above.id })
  await server.make.pool.query('update offices set parent_id = $1 where id = $2', [
    above.id,
    world.officer.officeId,
  ])
  const as = (token: string) => ({
    list: () => call(server.app, invitationsApi.list, { params: { id: session.id } }, { token }),
    get: () => call(server.app, invitationsApi.get, { params: { id } }, { token }),
    link: () => call(server.app, invitationsApi.link, { params: { id } }, { token }),
    answer: () =>
      call(
        server.app,
        invitationsApi.respond,
        { params: { id }, body: { answer: 'attending' } },
        { token },
      ),
    revoke: () => call(server.app, invitationsApi.revoke, { params: { id } }, { token }),
    invite: () =>
      call(
        server.app,
        invitationsApi.create,
        { params: { id: session.id }, body: { invitees: [{ journalistId: newId() }] } },
        { token },
      ),
  })
  for (const { token } of [stranger, admin])
    for (const ask of Object.values(as(token))) expect((await problemOf(ask())).status).toBe(404)
  const reading = as(manager.token)
  expect((await reading.list()).items).toHaveLength(1)
  expect((await reading.get()).id).toBe(id)
  for (const write of [reading.answer, reading.revoke, reading.invite, reading.link])
    expect((await problemOf(write())).status).toBe(403)
  expect(await world.standings([id])).toEqual(['none'])
})
