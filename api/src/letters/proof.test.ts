import { randomBytes } from 'node:crypto'
import { lettersApi } from '@ngopi/shared/letters'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let officer: MadeUser
let meeting: Meeting
beforeAll(async () => {
  server = await startServer()
  const office = await server.make.office({ name: 'Kantor Uji Surat' })
  officer = await server.make.user({ officeId: office.id })
  meeting = new Meeting(server.make, office.id)
})
afterAll(() => server.close())

/** Each test from an address of its own, since unknown codes are counted by address. */
const look = (path: string, remoteAddress = '10.0.0.1') =>
  server.app.inject({ url: path, remoteAddress })

async function savedLetter(more: object = {}): Promise<{ sessionId: string; path: string }> {
  const sessionId = await meeting.session({
    title: 'Ngopi <Bareng> Humas',
    startsAt: new Date('2031-10-29T02:00:00.000Z'),
    ...more,
  })
  const letter = await call(
    server.app,
    lettersApi.save,
    {
      params: { id: sessionId },
      body: {
        version: 0,
        number: 'W13-77',
        nature: 'Biasa',
        attachment: '-',
        subject: 'Undangan Ngopi',
        place: 'Pemalang',
        datedOn: '2031-10-20',
        copiesTo: ['TEMBUSAN RAHASIA'],
      },
    },
    { token: officer.token },
  )
  return { sessionId, path: new URL(letter.proofUrl ?? '').pathname }
}

test('a letter is proven by number, date, subject and event, and by nobody’s name', async () => {
  const { sessionId, path } = await savedLetter()
  const journalistId = await meeting.journalist('KENARI Wartawan', { phone: '+6281200001234' })
  await meeting.invite(sessionId, journalistId)
  const page = await look(path)
  expect(page.statusCode).toBe(200)
  for (const shown of [
    'Surat ini terdaftar pada Kantor Uji Surat',
    'W13-77',
    'Senin, 20 Oktober 2031',
    'Undangan Ngopi',
    'Ngopi &lt;Bareng&gt; Humas',
    'Rabu, 29 Oktober 2031',
    '09.00–11.00 WIB',
    'Aula Lantai 2',
  ])
    expect(page.body).toContain(shown)
  for (const hidden of ['KENARI', '1234', 'TEMBUSAN', 'dibatalkan', 'dipindah'])
    expect(page.body).not.toContain(hidden)
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
  expect(page.headers['set-cookie']).toBeUndefined()
  expect((await look(`${path}?bahasa=en`)).body).toContain('This letter is registered')
})

test('it tells that the event moved, and then that it was cancelled', async () => {
  const { sessionId, path } = await savedLetter()
  await call(
    server.app,
    sessionsApi.update,
    { params: { id: sessionId }, body: { version: 1, venue: 'Pendopo Kabupaten' } },
    { token: officer.token },
  )
  const moved = (await look(path)).body
  expect(moved).toContain('acara dipindah ke')
  expect(moved).toContain('Pendopo Kabupaten')
  expect(moved).toContain('Aula Lantai 2')
  await call(
    server.app,
    sessionsApi.cancel,
    { params: { id: sessionId }, body: { reason: 'Alasan dalam' } },
    { token: officer.token },
  )
  const cancelled = (await look(path)).body
  expect(cancelled).toContain('Acara ini dibatalkan')
  expect(cancelled).not.toContain('Alasan dalam')
})

test('every code that is none gets one and the same 404, sixty times a minute', async () => {
  const { path } = await savedLetter()
  const code = path.split('/').at(-1) ?? ''
  const forged = [
    randomBytes(16).toString('base64url'),
    `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`,
    code.slice(1),
    `${code}=`,
    'x'.repeat(200),
    '%00',
    `${code}/x`,
  ]
  const answers = await Promise.all(forged.map((one) => look(`/surat/${one}`, '10.0.0.2')))
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([404]))
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  const more = await Promise.all(
    Array.from({ length: 70 }, () =>
      look(`/surat/${randomBytes(16).toString('base64url')}`, '10.0.0.2'),
    ),
  )
  const over = more.filter(({ statusCode }) => statusCode === 429)
  expect(over.length).toBeGreaterThan(0)
  expect(over[0]?.headers['retry-after']).toBeDefined()
  expect((await look(path, '10.0.0.2')).statusCode).toBe(200)
  expect(
    (await look(`/surat/${randomBytes(16).toString('base64url')}`, '10.0.0.3')).statusCode,
  ).toBe(404)
})

test('looking writes nothing', async () => {
  const { path } = await savedLetter()
  const count = async () =>
    (await server.make.pool.query('select count(*) from activity')).rows[0].count
  const before = await count()
  await look(path)
  await server.app.inject({ method: 'HEAD', url: path })
  expect(await count()).toBe(before)
})
