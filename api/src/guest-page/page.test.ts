import { randomBytes } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import { howMany } from '../../test/how-many.ts'
import { eventsIn, readCalendar } from '../../test/read-calendar.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { inHours, World } from '../../test/world.ts'
import { passOf } from '../invitations/pass.ts'
import { personalToken } from '../invitations/personal-link.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'GET', url, headers })

async function guest({ capacity = null as number | null } = {}) {
  const { session, invitations, journalists } = await world.meeting({ capacity })
  const id = invitations[0] ?? ''
  return { session, id, journalist: journalists[0], path: await world.path(id) }
}

const rowsOf = async () => {
  const tables = [
    'sessions',
    'invitations',
    'responses',
    'deliveries',
    'journalists',
    'activity',
    'mails',
    'questions',
  ]
  const { rows } = await server.make.pool.query(
    tables
      .map(
        (t) =>
          `select '${t}' as name, count(*), md5(string_agg(r::text, '' order by r::text)) from ${t} r`,
      )
      .join(' union all '),
  )
  return rows
}

test('the page is a letter in Indonesian, sent as one small answer without script or cookie', async () => {
  const { path } = await guest()
  const reply = await get(path, { 'accept-encoding': 'br' })
  expect(reply.statusCode).toBe(200)
  expect(reply.rawPayload.length).toBeLessThan(14 * 1024)
  const html = brotliDecompressSync(reply.rawPayload).toString()
  expect(html).toContain('<html lang="id">')
  expect(html).toContain('Tamu Uji 1')
  expect(html).toContain('WIB')
  expect(html).not.toContain('<script')
  expect(reply.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'content-type': 'text/html; charset=utf-8',
  })
  expect(reply.headers['set-cookie']).toBeUndefined()
  expect(reply.headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-/,
  )
  expect((await get(`${path}?bahasa=en`)).body).toContain('<html lang="en">')
})

test('the programme has clock, length and speaker of each part, and many parts stay one small answer', async () => {
  const { path, session } = await guest()
  await server.make.pool.query(
    `update sessions set starts_at = '2031-10-29T02:00Z', ends_at = '2031-10-29T04:30Z', rsvp_closes_at = null,
            agenda = $2 where id = $1`,
    [
      session.id,
      JSON.stringify([
        { title: 'Registrasi', offsetMinutes: null, minutes: 15, speaker: null },
        { title: 'Paparan', offsetMinutes: 30, minutes: null, speaker: 'Kepala Dinas' },
        { title: 'Tanya jawab', minutes: 60, speaker: null },
      ]),
    ],
  )
  const listed = (html: string) =>
    [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, part]) => part?.replace(/<[^>]*>/g, '|'))
  expect(listed((await get(path)).body)).toEqual([
    '|09.00||Registrasi|15 menit||',
    '|09.30||Paparan|Kepala Dinas||',
    '|Tanya jawab|60 menit||',
  ])
  expect(listed((await get(`${path}?bahasa=en`)).body)[0]).toBe('|09:00||Registrasi|15 minutes||')
  const text = Array.from(
    { length: 25 },
    (_, i) => `Paparan bagian ke-${i} tentang layanan ${i * 7}`,
  )
  const long = text.map((title, i) => ({ title, minutes: 5 + i, speaker: `Narasumber ${i * 13}` }))
  await server.make.pool.query('update sessions set agenda = $2, description = $3 where id = $1', [
    session.id,
    JSON.stringify(long),
    text.join('\n'),
  ])
  const reply = await get(path, { 'accept-encoding': 'br' })
  expect(listed(brotliDecompressSync(reply.rawPayload).toString())).toHaveLength(25)
  expect(reply.rawPayload.length).toBeLessThan(14 * 1024)
})

test('a preview carries event and office only', async () => {
  const { path } = await guest()
  const { body } = await get(path)
  const head = body.slice(0, body.indexOf('</head>'))
  expect(head).toContain('property="og:title" content="Ngopi Bareng Humas"')
  expect(head).toContain('property="og:site_name" content="Kantor Uji"')
  expect(head).not.toContain('Tamu Uji')
})

test('no contact data of the guest, and nothing of other guests', async () => {
  const session = await world.session()
  const [me] = await world.journalists(1, { email: 'rahasia@uji.example', phone: '+6281234500001' })
  const others = await world.journalists(1, { outlet: 'Harian Lain', email: 'lain@uji.example' })
  await server.make.pool.query(`update journalists set full_name = 'Orang Lain' where id = $1`, [
    others[0]?.id,
  ])
  const [mine = '', theirs = ''] = await world.invite(session.id, [...(me ? [me] : []), ...others])
  await world.answer(theirs, 'attending')
  await world.answer(mine, 'attending')
  const path = await world.path(mine)
  for (const url of [path, `${path}/pass`, `${path}/opt-out`, `${path}/session.ics`]) {
    const { body, statusCode } = await get(url)
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/rahasia@|1234500001|Orang Lain|Harian Lain|lain@uji/)
  }
})

test('what scanners and previews do changes no row; then a press of the button answers', async () => {
  const { path, id } = await guest()
  const before = await rowsOf()
  await server.app.inject({ method: 'HEAD', url: path })
  for (let i = 0; i < 3; i++) await get(path)
  await server.app.inject({ method: 'OPTIONS', url: `${path}/response` })
  await get(path, { 'user-agent': 'WhatsApp/2.23.20.0' })
  await get(path, { range: 'bytes=0-100' })
  for (const below of ['response', 'opt-out', 'session.ics', 'pass']) await get(`${path}/${below}`)
  expect(await rowsOf()).toEqual(before)
  const reply = await world.post(path, { answer: 'attending' })
  expect([reply.statusCode, reply.headers.location]).toEqual([303, path])
  expect((await get(path)).body).toContain('Tersimpan: Anda akan hadir')
  const { responses } = await world.invitation(id)
  expect(responses).toMatchObject([{ from: 'none', to: 'attending', by: { kind: 'journalist' } }])
})

test('forged and random tokens get one and the same 404', async () => {
  const { path } = await guest()
  const genuine = Buffer.from(path.slice(3), 'base64url')
  const answers = new Set<string>()
  const forge = async (i: number) => {
    const bytes =
      i % 2 ? randomBytes(32) : Buffer.concat([genuine.subarray(0, 16), randomBytes(16)])
    const reply = await server.app.inject({
      url: `/u/${bytes.toString('base64url')}`,
      remoteAddress: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
    })
    answers.add(`${reply.statusCode} ${reply.body}`)
  }
  for (let i = 0; i < howMany(1_000, 10_000); i += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, n) => forge(i + n)))
  }
  expect(answers.size).toBe(1)
  expect([...answers][0]).toMatch(/^404 .*Tautan ini tidak dikenal/)
})

/**
 * Statuses of so many requests, one after another. Windows are fixed, so twice the limit and two more are
 * sure to go beyond it in one of the two windows they may fall into.
 */
async function statusesOf(count: number, ask: () => Promise<{ statusCode: number }>) {
  const statuses: number[] = []
  for (let i = 0; i < count; i++) statuses.push((await ask()).statusCode)
  return statuses
}

test('unknown tokens run out for an address after 60, genuine ones do not', async () => {
  const { path } = await guest()
  const from = { remoteAddress: '192.0.2.7' }
  const statuses = await statusesOf(122, () =>
    server.app.inject({ url: `/u/${randomBytes(32).toString('base64url')}`, ...from }),
  )
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]))
  expect(statuses).toContain(429)
  expect((await server.app.inject({ url: path, ...from })).statusCode).toBe(200)
})

test('each genuine link has 120 looks and 10 answers a minute', async () => {
  const { path } = await guest()
  const other = await guest()
  const posts = await statusesOf(22, () => world.post(path, { answer: 'maybe' }))
  expect(new Set(posts.slice(0, 10))).toEqual(new Set([303]))
  expect(posts).toContain(429)
  const waits: unknown[] = []
  const looks = await statusesOf(242, async () => {
    const reply = await get(path)
    if (reply.statusCode === 429) waits.push(reply.headers['retry-after'])
    return reply
  })
  expect(new Set(looks.slice(0, 120))).toEqual(new Set([200]))
  expect(looks).toContain(429)
  expect(Number(waits[0])).toBeGreaterThan(0)
  expect((await get(other.path)).statusCode).toBe(200)
})

test('a link signed by an older key still opens', async () => {
  const { id } = await guest()
  const older = randomBytes(32)
  const token = personalToken([older], id, 1)
  expect((await get(`/u/${token}`)).statusCode).toBe(404)
  server.deps.keys.personalLink.push(older)
  expect((await get(`/u/${token}`)).statusCode).toBe(200)
  server.deps.keys.personalLink.pop()
})

test('a revoked link says it was withdrawn, a replaced one that it was replaced; neither names the guest or answers', async () => {
  const { path, id, session, journalist } = await guest()
  await call(server.app, invitationsApi.revoke, { params: { id } }, world.asOfficer)
  const withdrawn = await get(path)
  expect(withdrawn.statusCode).toBe(410)
  expect(withdrawn.body).toContain('ditarik kembali')
  expect((await world.post(path, { answer: 'attending' })).statusCode).toBe(410)
  const again = await world.invite(session.id, journalist ? [journalist] : [])
  expect(again).toEqual([id])
  const replaced = await get(path)
  expect(replaced.statusCode).toBe(410)
  expect(replaced.body).toContain('Tautan ini diganti')
  expect(withdrawn.body + replaced.body).not.toContain('Tamu Uji')
  expect((await world.post(path, { answer: 'attending' })).statusCode).toBe(410)
  expect((await get(`${path}/pass`)).statusCode).toBe(410)
  expect(await world.standings([id])).toEqual(['none'])
  const fresh = await world.path(id)
  expect((await world.post(fresh, { answer: 'attending' })).statusCode).toBe(303)
})

test('a full session says honestly that the guest waits, and at which place', async () => {
  const { invitations } = await world.meeting({ capacity: 1, guests: 3 })
  for (const id of invitations) await world.answer(id, 'attending')
  const path = await world.path(invitations[2] ?? '')
  expect((await get(path)).body).toContain('Anda masuk daftar tunggu, urutan ke-2')
  expect((await get(`${path}/pass`)).statusCode).toBe(409)
})

test('a moved session says what changed and asks again', async () => {
  const { path, id, session } = await guest()
  await world.answer(id, 'attending')
  await call(
    server.app,
    sessionsApi.update,
    { params: { id: session.id }, body: { version: session.version, venue: 'Aula Baru' } },
    world.asOfficer,
  )
  const { body } = await get(path)
  expect(body).toContain('<del>Aula Lantai 2</del>')
  expect(body).toContain('Kursi Anda tetap kami simpan')
  expect(body).toContain('Apakah Anda tetap dapat hadir?')
})

test('words and a question reach the office; nothing at all is refused', async () => {
  const { path, id, session } = await guest()
  expect(
    (await world.post(path, { answer: '', reason: '', note: '', question: '' })).statusCode,
  ).toBe(400)
  expect((await world.post(path, { answer: 'waitlisted' })).statusCode).toBe(400)
  expect((await world.post(path, { answer: 'attending', officeId: 'x' })).statusCode).toBe(400)
  await world.post(path, { answer: 'declined' })
  const reply = await world.post(`${path}`, {
    reason: 'Tugas lain',
    note: 'Juru kamera kami ikut',
    question: 'Berapa paspor terbit?',
  })
  expect(reply.headers.location).toBe(`${path}?terkirim=1`)
  expect((await get(`${path}?terkirim=1`)).body).toContain('pesan Anda sudah kami terima')
  const { declineReason, responses } = await world.invitation(id)
  expect(declineReason).toBe('Tugas lain')
  expect(responses.map(({ from, to, note }) => [from, to, note])).toEqual([
    ['none', 'declined', null],
    ['declined', 'declined', 'Juru kamera kami ikut'],
  ])
  const { rows } = await server.make.pool.query(
    'select text, origin, invitation_id from questions where session_id = $1',
    [session.id],
  )
  expect(rows).toEqual([{ text: 'Berapa paspor terbit?', origin: 'advance', invitation_id: id }])
})

test('a question sent twice from one page is kept once; another one, and the same from another page, is kept', async () => {
  const { path, session } = await guest()
  await world.post(path, { answer: 'declined' })
  const keyOn = async () =>
    (await get(path)).body.match(/name="formKey" value="([^"]+)"/)?.[1] ?? ''
  const formKey = await keyOn()
  const ask = (question: string, key = formKey) => world.post(path, { question, formKey: key })
  const twice = await Promise.all([ask('Berapa paspor terbit?'), ask('Berapa paspor terbit?')])
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  await ask('Berapa TKA?')
  const texts = async () => {
    const { rows } = await server.make.pool.query(
      'select text from questions where session_id = $1 order by text',
      [session.id],
    )
    return rows.map(({ text }) => text)
  }
  expect(await texts()).toEqual(['Berapa TKA?', 'Berapa paspor terbit?'])
  await ask('Berapa TKA?', await keyOn())
  expect(await texts()).toHaveLength(3)
  expect((await world.post(path, { formKey })).statusCode).toBe(400)
})

test('no answer stands out among those a guest who declined may change to', async () => {
  const { path } = await guest()
  const looks = async () => (await get(path)).body.includes('value="attending" class="main"')
  expect(await looks()).toBe(true)
  await world.post(path, { answer: 'declined' })
  expect(await looks()).toBe(false)
})

test('an address below a link leads a person to the page, never to an answer for programs', async () => {
  const { path } = await guest()
  const answered = await get(`${path}/response`)
  expect(answered.statusCode).toBe(303)
  expect(answered.headers.location).toBe(path)
  const forged = await get(`/u/${'A'.repeat(43)}/response`)
  expect(forged.statusCode).toBe(404)
  const other = await get(`${path}/lain`)
  expect(other.statusCode).toBe(404)
  expect(other.headers['content-type']).toContain('text/html')
  expect(other.body).toBe(forged.body)
})

test('markup in what people typed is text', async () => {
  const { path, id } = await guest()
  await server.make.pool.query(
    `update journalists set full_name = '<img src=x onerror=alert(1)>' where id = (select journalist_id from invitations where id = $1)`,
    [id],
  )
  const { body } = await get(path)
  expect(body).not.toContain('<img')
  expect(body).toContain('&lt;img src=x')
})

test('the calendar file keeps its UID, and a cancelled session stays in it under a higher sequence', async () => {
  const { path, session, id } = await guest()
  await world.answer(id, 'attending')
  const read = async () => {
    const reply = await get(`${path}/session.ics`)
    expect(reply.headers['content-type']).toContain('text/calendar')
    const [event] = eventsIn(readCalendar(reply.body))
    if (!event) throw new Error('no event')
    return event
  }
  const first = await read()
  expect(first.startDate.toJSDate().toISOString().slice(0, 16)).toBe(session.startsAt.slice(0, 16))
  expect(first.startDate.zone.tzid).toBe('Asia/Jakarta')
  expect(first.component.getFirstPropertyValue('organizer')).toBe(`mailto:${world.officer.email}`)
  expect(first.component.getAllSubcomponents('valarm')).toHaveLength(2)
  // A calendar is shared: neither the guest nor the link stands in it.
  expect(first.component.toString()).not.toMatch(/ATTENDEE|Tamu Uji|\/u\//)
  await call(
    server.app,
    sessionsApi.cancel,
    { params: { id: session.id }, body: { reason: 'Hujan' } },
    world.asOfficer,
  )
  const last = await read()
  expect(last.uid).toBe(first.uid)
  expect(last.sequence).toBeGreaterThan(first.sequence)
  expect(last.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  const page = await get(path)
  expect(page.body).toContain('Pertemuan ini dibatalkan')
  expect(page.body).toContain('Hujan')
  expect(page.body).not.toContain('name="answer"')
})

test('the pass shows a code that is no link', async () => {
  const { path, id } = await guest()
  await world.answer(id, 'attending')
  const { body } = await get(`${path}/pass`)
  expect(body).toContain('<svg class="qr"')
  const pass = passOf(server.deps.keys.pass, id, 1)
  expect(
    (await server.app.inject({ url: `/u/${pass.slice(4)}`, remoteAddress: '10.9.9.9' })).statusCode,
  ).toBe(404)
})

test('opting out takes one post of either kind, is logged under the link, and stays out of the session', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b']) {
    const { path, id, journalist } = await guest()
    expect((await get(`${path}/opt-out`)).body).toContain('Ya, berhenti')
    const payload = type.startsWith('multi')
      ? '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
      : 'List-Unsubscribe=One-Click'
    const reply = await server.app.inject({
      method: 'POST',
      url: `${path}/opt-out`,
      headers: { 'content-type': type },
      payload,
    })
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toContain('tidak akan mengundang Anda lagi')
    const { rows } = await server.make.pool.query(
      `select j.opted_out_at is not null as out, a.actor_kind, a.actor_id from journalists j
         join activity a on a.subject_id = j.id and a.action = 'update' where j.id = $1`,
      [journalist?.id],
    )
    expect(rows).toEqual([{ out: true, actor_kind: 'invitation', actor_id: id }])
  }
})

test('a body that is no form, or too long a text, is refused as a page', async () => {
  const { path } = await guest()
  const json = await server.app.inject({
    method: 'POST',
    url: `${path}/response`,
    payload: { answer: 'attending' },
  })
  expect(json.statusCode).toBe(415)
  expect(json.headers['content-type']).toContain('text/html')
  expect((await world.post(path, { note: 'x'.repeat(1001) })).statusCode).toBe(400)
})

test('a session whose answers are closed shows the last answer and no buttons', async () => {
  const { path, id, session } = await guest()
  await world.answer(id, 'attending')
  await call(
    server.app,
    sessionsApi.update,
    { params: { id: session.id }, body: { version: session.version, rsvpClosesAt: inHours(-1) } },
    world.asOfficer,
  )
  const { body } = await get(path)
  expect(body).toContain('Jawaban ditutup')
  expect(body).toContain('Anda tercatat akan hadir')
  expect(body).not.toContain('name="answer"')
  expect((await get(`${path}/pass`)).statusCode).toBe(200)
})
