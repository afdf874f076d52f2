import { randomUUID } from 'node:crypto'
import { attendanceApi } from '@ngopi/shared/attendance'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { passOf } from '../invitations/pass.ts'

let server: TestServer
let desk: MadeUser
let meeting: Meeting
let outletId: string

beforeAll(async () => {
  server = await startServer()
  desk = await server.make.user({ role: 'desk' })
  meeting = new Meeting(server.make, desk.officeId)
  outletId = await meeting.outlet('Radio Pantura')
})
afterAll(() => server.close())

const at = (minute: number) => `2025-10-29T02:${String(minute).padStart(2, '0')}:00.000Z`

type Act = Partial<Parameters<typeof scans>[1][number]>

const scans = (
  sessionId: string,
  scans: (typeof attendanceApi.scan.schema.body)['_input']['scans'],
  { deviceId = randomUUID() as string, sentAt = undefined as string | undefined } = {},
) =>
  call(
    server.app,
    attendanceApi.scan,
    { params: { id: sessionId }, body: { deviceId, ...(sentAt && { sentAt }), scans } },
    { token: desk.token },
  )

const scan = (more: Act, minute = 5, nonce: string = randomUUID()) => ({
  nonce,
  scannedAt: at(minute),
  ...more,
})

const list = async (sessionId: string, token = desk.token) =>
  (await call(server.app, attendanceApi.list, { params: { id: sessionId }, query: {} }, { token }))
    .items

async function invited(answer = 'attending') {
  const sessionId = await meeting.session()
  const journalistId = await meeting.journalist(`Tamu ${randomUUID()}`, { phone: '+6281234567890' })
  const invitationId = await meeting.invite(sessionId, journalistId, { outletId, answer })
  return { sessionId, journalistId, invitationId }
}

const outcomesOf = (answer: { results: { outcome: string }[] }) =>
  answer.results.map(({ outcome }) => outcome)

describe('a guest at the door', () => {
  it('is let in by the list, once, at the earliest time seen', async () => {
    const { sessionId, invitationId, journalistId } = await invited()
    const first = await scans(sessionId, [scan({ invitationId }, 10)])
    expect(first.results[0]).toMatchObject({
      outcome: 'admitted',
      attendance: {
        status: 'present',
        arrivedAt: at(10),
        source: 'list',
        invitationId,
        answer: 'attending',
        journalist: { id: journalistId },
        outlet: { id: outletId, name: 'Radio Pantura' },
        phoneLast4: '7890',
        flags: [],
      },
    })
    const second = await scans(sessionId, [scan({ invitationId }, 7)])
    expect(second.results[0]).toMatchObject({
      outcome: 'already',
      attendance: { arrivedAt: at(7) },
    })
    expect(await list(sessionId)).toHaveLength(1)
  })

  it('is let in by a pass of the present version alone', async () => {
    const { sessionId, invitationId } = await invited()
    const { pass } = server.deps.keys
    const good = passOf(pass, invitationId, 1)
    const forged = `${good.slice(0, -4)}${good.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
    const later = passOf(pass, invitationId, 2)
    const link = passOf(server.deps.keys.personalLink, invitationId, 1)
    const tried = [forged, later, link, 'NG1.x', '', passOf(pass, randomUUID(), 1)]
    const refused = await scans(
      sessionId,
      tried.map((text) => scan({ pass: text })),
    )
    expect(new Set(outcomesOf(refused))).toEqual(new Set(['unknown']))
    expect(refused.results.every(({ attendance }) => attendance === undefined)).toBe(true)
    const [result] = (await scans(sessionId, [scan({ pass: good })])).results
    expect(result).toMatchObject({ outcome: 'admitted', attendance: { source: 'pass' } })
    await server.make.pool.query('update invitations set link_version = 2 where id = $1', [
      invitationId,
    ])
    expect(
      outcomesOf(await scans(sessionId, [scan({ pass: good }), scan({ pass: later })])),
    ).toEqual(['revoked', 'already'])
  })

  it('is not let in by an invitation of another session or of another office', async () => {
    const sessionId = await meeting.session()
    const other = await invited()
    const stranger = new Meeting(server.make, (await server.make.office()).id)
    const foreignSession = await stranger.session()
    const foreign = await stranger.invite(foreignSession, await stranger.journalist('Asing'))
    const pass = passOf(server.deps.keys.pass, foreign, 1)
    const answer = await scans(sessionId, [
      scan({ invitationId: other.invitationId }),
      scan({ invitationId: foreign }),
      scan({ pass }),
      scan({ invitationId: randomUUID() }),
    ])
    expect(outcomesOf(answer)).toEqual(['wrong_session', 'unknown', 'unknown', 'unknown'])
    expect(await list(sessionId)).toEqual([])
    const problem = await problemOf(scans(foreignSession, [scan({ invitationId: foreign })]))
    expect(problem.status).toBe(404)
  })

  it('is taken back by an undo, also one that came first, also from another desk', async () => {
    const { sessionId, invitationId } = await invited()
    const nonce = randomUUID()
    expect(outcomesOf(await scans(sessionId, [scan({ undo: nonce })]))).toEqual(['undone'])
    const late = await scans(sessionId, [scan({ invitationId }, 5, nonce)])
    expect(late.results[0]).toMatchObject({ outcome: 'undone', attendance: { status: 'unmarked' } })
    const again = randomUUID()
    const back = await scans(sessionId, [scan({ invitationId }, 20, again)])
    expect(back.results[0]).toMatchObject({
      outcome: 'admitted',
      attendance: { arrivedAt: at(20) },
    })
    const out = await scans(sessionId, [scan({ undo: again })])
    expect(out.results[0]).toMatchObject({
      outcome: 'undone',
      attendance: { status: 'unmarked', arrivedAt: null, source: null },
    })
  })

  it('keeps the acts of a resent nonce once, with the first answer', async () => {
    const { sessionId, invitationId } = await invited()
    const deviceId = randomUUID()
    const one = scan({ invitationId }, 5)
    const first = await scans(sessionId, [one, one], { deviceId })
    expect(outcomesOf(first)).toEqual(['admitted', 'admitted'])
    const changed = { ...one, scannedAt: at(1), nonce: one.nonce.toUpperCase() }
    const resent = await scans(sessionId, [changed], { deviceId })
    expect(resent.results[0]).toMatchObject({
      nonce: changed.nonce,
      outcome: 'admitted',
      attendance: { arrivedAt: at(5) },
    })
    const elsewhere = await scans(sessionId, [one])
    expect(outcomesOf(elsewhere)).toEqual(['already'])
  })

  it('takes an undo of another session, or of an undo, for none', async () => {
    const here = await invited()
    const there = await invited()
    const nonce = randomUUID()
    await scans(there.sessionId, [scan({ invitationId: there.invitationId }, 5, nonce)])
    const undo = randomUUID()
    expect(outcomesOf(await scans(here.sessionId, [scan({ undo: nonce }, 6, undo)]))).toEqual([
      'wrong_session',
    ])
    expect(outcomesOf(await scans(here.sessionId, [scan({ undo }, 7)]))).toEqual(['unknown'])
    expect((await list(there.sessionId))[0]?.status).toBe('present')
  })

  it('is timed by the server where the clock of the device is wrong', async () => {
    const { sessionId, invitationId } = await invited()
    const behind = new Date(Date.now() - 12 * 60_000).toISOString()
    const lagging = await scans(sessionId, [scan({ invitationId }, 5)], { sentAt: behind })
    expect(lagging.results[0]?.attendance).toMatchObject({
      arrivedAt: at(17),
      flags: ['clock_skewed'],
    })
    const other = await invited()
    const right = new Date(Date.now() - 5_000).toISOString()
    const steady = await scans(other.sessionId, [scan({ invitationId: other.invitationId }, 5)], {
      sentAt: right,
    })
    expect(steady.results[0]?.attendance).toMatchObject({ arrivedAt: at(5), flags: [] })
    const absurd = {
      ...scan({ invitationId: other.invitationId }),
      scannedAt: '0000-01-01T00:00:00Z',
    }
    expect(outcomesOf(await scans(other.sessionId, [absurd]))).toEqual(['already'])
  })

  it('takes 500 acts at once, and no more', async () => {
    const { sessionId, invitationId } = await invited()
    const pass = passOf(server.deps.keys.pass, invitationId, 1)
    const many = Array.from({ length: 500 }, (_, i) => scan({ pass }, i % 60))
    const answer = await scans(sessionId, many)
    expect(answer.results).toHaveLength(500)
    expect(answer.results[0]?.attendance?.arrivedAt).toBe(at(0))
    expect((await problemOf(scans(sessionId, [...many, scan({ pass })]))).status).toBe(400)
  })
})

describe('somebody who was not invited', () => {
  const walkIn = (more: object, minute?: number, nonce?: string) =>
    scan({ walkIn: { fullName: 'Sari Dewi', ...more } }, minute, nonce)
  const people = async () =>
    (
      await server.make.pool.query(
        'select full_name, phone, provisional from journalists where office_id = $1 and full_name like $2',
        [desk.officeId, '%Sari%'],
      )
    ).rows

  it('becomes a provisional journalist of a new outlet, once, however often it is sent', async () => {
    const sessionId = await meeting.session()
    const deviceId = randomUUID()
    const nonce = randomUUID()
    const sent = walkIn(
      { outletName: 'Suara Alun-alun', phone: '0812 0000 7777', pressCardSeen: true },
      5,
      nonce,
    )
    const [first] = (await scans(sessionId, [sent], { deviceId })).results
    expect(first).toMatchObject({
      outcome: 'admitted',
      attendance: {
        invitationId: null,
        answer: null,
        source: 'walk_in',
        outlet: { name: 'Suara Alun-alun' },
        phoneLast4: '7777',
        flags: ['provisional', 'press_card_seen'],
      },
    })
    await scans(sessionId, [sent], { deviceId })
    const other = walkIn(
      {
        fullName: 'Hj. SARI DEWI, S.Sos.',
        phone: '+62 812-0000-7777',
        outletName: 'suara alun-alun',
      },
      3,
    )
    const [second] = (await scans(sessionId, [other])).results
    expect(second).toMatchObject({ outcome: 'already', attendance: { arrivedAt: at(3) } })
    expect(await people()).toEqual([
      { full_name: 'Sari Dewi', phone: '+6281200007777', provisional: true },
    ])
    const { rows } = await server.make.pool.query(
      `select platform, tags from outlets where office_id = $1 and name ilike 'suara alun-alun'`,
      [desk.officeId],
    )
    expect(rows).toEqual([{ platform: 'online', tags: ['perlu dilengkapi'] }])
    const { rows: invitations } = await server.make.pool.query(
      'select count(*)::int as n from invitations where session_id = $1',
      [sessionId],
    )
    expect(invitations).toEqual([{ n: 0 }])
  })

  it('is another person under the same number with another name, or without a number', async () => {
    const sessionId = await meeting.session()
    const before = (await people()).length
    await scans(sessionId, [
      walkIn({ fullName: 'Sari Kedua', phone: '081200007777' }),
      walkIn({ fullName: 'Sari Ketiga' }),
      walkIn({ fullName: 'Sari Ketiga' }),
      walkIn({ fullName: 'Sari Keempat', phone: '12345', outletId: randomUUID() }),
    ])
    expect(await people()).toHaveLength(before + 4)
    expect(await list(sessionId)).toHaveLength(4)
  })

  it('who was invited after all is met as invited', async () => {
    const sessionId = await meeting.session()
    const journalistId = await meeting.journalist('H. Joko', { phone: '+6281300001111' })
    const invitationId = await meeting.invite(sessionId, journalistId, { outletId })
    const [met] = (await scans(sessionId, [walkIn({ fullName: 'Joko', phone: '0813-0000-1111' })]))
      .results
    expect(met?.attendance).toMatchObject({ invitationId, outlet: { id: outletId }, flags: [] })
    expect(await list(sessionId)).toHaveLength(1)
  })

  it('takes no seat, and beyond the capacity is let in with a flag', async () => {
    const sessionId = await meeting.session({ capacity: 2 })
    const guest = await meeting.invite(sessionId, await meeting.journalist('Tamu Kursi'), {
      answer: 'attending',
    })
    const answer = await scans(sessionId, [
      scan({ invitationId: guest }),
      walkIn({ fullName: 'Tamu A' }, 6),
      walkIn({ fullName: 'Tamu B' }, 7),
    ])
    expect(answer.results.map(({ attendance }) => attendance?.flags)).toEqual([
      [],
      ['provisional'],
      ['provisional', 'over_capacity'],
    ])
    const { rows } = await server.make.pool.query(
      'select seats_taken from sessions where id = $1',
      [sessionId],
    )
    expect(rows).toEqual([{ seats_taken: 1 }])
  })

  it('can be taken back', async () => {
    const sessionId = await meeting.session()
    const nonce = randomUUID()
    await scans(sessionId, [walkIn({}, 5, nonce)])
    expect(await list(sessionId)).toHaveLength(1)
    expect(outcomesOf(await scans(sessionId, [scan({ undo: nonce })]))).toEqual(['undone'])
    expect(await list(sessionId)).toHaveLength(0)
  })
})
