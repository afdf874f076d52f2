import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { accountsApi } from '@ngopi/shared/accounts'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import type { RequestOf } from '@ngopi/shared/endpoint'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { eventsIn, readCalendar } from '../../test/read-calendar.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { inHours, World } from '../../test/world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  server.app.inject({ method: 'GET', url, headers, remoteAddress })

/** An office with an officer and the path of a subscription. */
async function subscriber() {
  const world = await World.open(server)
  const as = world.asOfficer
  const subscribe = () => call(server.app, calendarFeedsApi.create, {}, as)
  const feed = await subscribe()
  const path = new URL(feed.url).pathname
  return { world, as, feed, path, subscribe }
}

const eventsOf = (text: string) =>
  eventsIn(readCalendar(text)).map(({ uid, summary, sequence, component }) => ({
    uid,
    summary,
    sequence,
    status: component.getFirstPropertyValue('status'),
  }))

describe('a feed', () => {
  it('has the sessions of the office but drafts, under the name of the office', async () => {
    const { world, path } = await subscriber()
    const elsewhere = await World.open(server)
    await elsewhere.session({ title: 'KENARI' })
    const shown = await world.session({
      mapUrl: 'https://maps.example/aula',
      description: 'Bahas layanan',
      entryNote: 'Bawa kartu pers',
    })
    await world.session({ publish: false, title: 'Rancangan' })
    const reply = await get(path)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(eventsOf(reply.body)).toEqual([
      {
        uid: `${shown.id}@ngopi`,
        summary: 'Ngopi Bareng Humas',
        sequence: 0,
        status: 'CONFIRMED',
      },
    ])
    expect(reply.body).toContain('X-WR-CALNAME:Kantor Uji\r\n')
    expect(reply.body).toContain('METHOD:PUBLISH\r\n')
    expect(reply.body.replaceAll('\r\n ', '')).toContain(
      `ORGANIZER;CN="Kantor Uji":mailto:${world.officer.email}\r\n`,
    )
    expect(reply.body.replaceAll('\r\n ', '')).toContain(
      'DESCRIPTION:Bahas layanan\\nBawa kartu pers\\nPeta: https://maps.example/aula\r\n',
    )
    expect(reply.body).not.toMatch(/KENARI|Rancangan|ATTENDEE/)
  })

  it('lets a session be followed by UID and SEQUENCE as it moves, is renamed, cancelled and archived', async () => {
    const { world, as, path } = await subscriber()
    const planned = await world.session()
    const params = { id: planned.id }
    const only = async () => eventsOf((await get(path)).body)
    const first = await only()
    const change = (body: RequestOf<typeof sessionsApi.update>['body']) =>
      call(server.app, sessionsApi.update, { params, body }, as)
    const renamed = await change({ version: planned.version, title: 'Ngopi Sore' })
    const second = await only()
    await change({ version: renamed.version, startsAt: inHours(167) })
    const third = await only()
    await call(server.app, sessionsApi.cancel, { params, body: { reason: 'Hujan, lebat' } }, as)
    const fourth = await get(path)
    await call(server.app, sessionsApi.archive, { params }, as)
    const fifth = await only()
    const shown = [first, second, third, eventsOf(fourth.body), fifth].flat()
    expect(new Set(shown.map(({ uid }) => uid))).toEqual(new Set([`${planned.id}@ngopi`]))
    expect(shown.map(({ summary, sequence, status }) => [summary, sequence, status])).toEqual([
      ['Ngopi Bareng Humas', 0, 'CONFIRMED'],
      ['Ngopi Sore', 0, 'CONFIRMED'],
      ['Ngopi Sore', 1, 'CONFIRMED'],
      ['Ngopi Sore', 2, 'CANCELLED'],
      ['Ngopi Sore', 2, 'CANCELLED'],
    ])
    expect(fourth.body).toContain('DESCRIPTION:Dibatalkan: Hujan\\, lebat\r\n')
  })

  it('leaves out a session that took place and was archived, until it is restored', async () => {
    const { world, as, path } = await subscriber()
    const { id } = await world.session()
    await server.make.pool.query(
      `update sessions set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour', status = 'done' where id = $1`,
      [id],
    )
    const statuses = async () => eventsOf((await get(path)).body).map(({ status }) => status)
    expect(await statuses()).toEqual(['CONFIRMED'])
    await call(server.app, sessionsApi.archive, { params: { id } }, as)
    expect(await statuses()).toEqual([])
    await call(server.app, sessionsApi.restore, { params: { id } }, as)
    expect(await statuses()).toEqual(['CONFIRMED'])
  })

  it('is small over the wire for those who can unpack it', async () => {
    const { world, path } = await subscriber()
    for (let i = 0; i < 5; i++) await world.session({ title: `Ngopi ${i}` })
    const plain = await get(path)
    const packed = await get(path, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
    expect(packed.headers.etag).toBe(plain.headers.etag)
  })
})

describe('asking again', () => {
  it('is answered with 304 until something in the feed changes', async () => {
    const { world, as, path } = await subscriber()
    const session = await world.session()
    const before = await get(path)
    const { etag, 'last-modified': since } = before.headers
    const tagged = { 'if-none-match': String(etag) }
    const dated = { 'if-modified-since': String(since) }
    for (const headers of <Record<string, string>[]>[
      tagged,
      dated,
      { ...tagged, 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
      { 'if-none-match': `"lain", ${String(etag).replace('W/', '')}` },
      { 'if-none-match': '*' },
    ]) {
      const same = await get(path, headers)
      expect(same.statusCode, JSON.stringify(headers)).toBe(304)
      expect(same.body).toBe('')
      expect(same.headers).toMatchObject({ etag, 'cache-control': 'private, no-cache' })
    }
    for (const headers of <Record<string, string>[]>[
      { 'if-none-match': '"lain"' },
      { ...dated, 'if-none-match': '"lain"' },
      { 'if-modified-since': 'kemarin' },
      { 'if-modified-since': new Date(Date.parse(String(since)) - 1_000).toUTCString() },
    ]) {
      expect((await get(path, headers)).statusCode, JSON.stringify(headers)).toBe(200)
    }
    await call(
      server.app,
      sessionsApi.update,
      { params: { id: session.id }, body: { version: session.version, title: 'Lain' } },
      as,
    )
    const after = await get(path, tagged)
    expect(after.statusCode).toBe(200)
    expect(after.body).toContain('SUMMARY:Lain')
    expect(after.headers.etag).not.toBe(etag)
  })

  it('sees a new name of the office, and a session that came or went', async () => {
    const { world, as, path } = await subscriber()
    const tags = [(await get(path)).headers.etag]
    const session = await world.session()
    tags.push((await get(path)).headers.etag)
    await server.make.pool.query(`update offices set name = 'Dinas Baru' where id = $1`, [
      world.officer.officeId,
    ])
    const renamed = await get(path)
    expect(renamed.body).toContain('ORGANIZER;CN="Dinas Baru"')
    tags.push(renamed.headers.etag)
    await call(
      server.app,
      sessionsApi.cancel,
      { params: { id: session.id }, body: { reason: 'x' } },
      as,
    )
    tags.push((await get(path)).headers.etag)
    expect(new Set(tags).size).toBe(4)
  })

  it('with HEAD tells the same without a body', async () => {
    const { world, path } = await subscriber()
    await world.session()
    const whole = await get(path)
    const head = await server.app.inject({ method: 'HEAD', url: path })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    for (const name of ['etag', 'last-modified', 'content-type', 'cache-control', 'content-length'])
      expect(head.headers[name], name).toBe(whole.headers[name])
    const same = await server.app.inject({
      method: 'HEAD',
      url: path,
      headers: { 'if-none-match': String(whole.headers.etag) },
    })
    expect(same.statusCode).toBe(304)
  })

  it('is noted at most once an hour', async () => {
    const { as, path, feed } = await subscriber()
    const lastRead = async () =>
      (await call(server.app, calendarFeedsApi.list, {}, as)).items[0]?.lastReadAt
    expect(await lastRead()).toBeNull()
    await get(path)
    const first = await lastRead()
    expect(Math.abs(Date.parse(String(first)) - Date.now())).toBeLessThan(60_000)
    await get(path)
    expect(await lastRead()).toBe(first)
    const setBack = (interval: string) =>
      server.make.pool.query(
        'update calendar_feeds set last_read_at = now() - $2::interval where id = $1',
        [feed.id, interval],
      )
    await setBack('59 minutes')
    const recent = await lastRead()
    await get(path)
    expect(await lastRead()).toBe(recent)
    await setBack('61 minutes')
    await get(path)
    expect(Date.parse(String(await lastRead()))).toBeGreaterThanOrEqual(Date.parse(String(first)))
  })
})

describe('an address', () => {
  it('holds 256 bits of which only the hash is kept, even where the request is repeated under one key', async () => {
    const { as } = await subscriber()
    const headers = { 'idempotency-key': 'sekali' }
    const feeds = [
      await call(server.app, calendarFeedsApi.create, {}, { ...as, headers }),
      await call(server.app, calendarFeedsApi.create, {}, { ...as, headers }),
    ]
    for (const { url } of feeds) {
      const token = /\/calendar\/([\w-]{43})\.ics$/.exec(url)?.[1] ?? ''
      expect(Buffer.from(token, 'base64url')).toHaveLength(32)
      const { rows } = await server.make.pool.query(
        `select (select count(*)::int from calendar_feeds where token_hash = sha256(convert_to($1, 'UTF8'))) as hashed,
                (select count(*)::int from calendar_feeds t where strpos(t::text, $1) > 0)
                + (select count(*)::int from idempotency_keys t where strpos(t::text, $1) > 0)
                + (select count(*)::int from activity t where strpos(t::text, $1) > 0) as plain`,
        [token],
      )
      expect(rows).toEqual([{ hashed: 1, plain: 0 }])
    }
    expect(feeds[0]?.url).not.toBe(feeds[1]?.url)
    const { items } = await call(server.app, calendarFeedsApi.list, {}, as)
    expect(JSON.stringify(items)).not.toMatch(/url|token/)
  })

  it('unknown, revoked, of a disabled user or malformed is one and the same 404', async () => {
    const { as, feed, path } = await subscriber()
    const admin = await server.make.user({ role: 'admin' })
    const disabled = await server.make.user({ officeId: admin.officeId, role: 'officer' })
    const theirs = await call(server.app, calendarFeedsApi.create, {}, { token: disabled.token })
    const theirPath = new URL(theirs.url).pathname
    expect((await get(path)).statusCode).toBe(200)
    expect((await get(theirPath)).statusCode).toBe(200)
    await call(server.app, calendarFeedsApi.revoke, { params: { id: feed.id } }, as)
    await call(
      server.app,
      accountsApi.updateUser,
      { params: { id: disabled.id }, body: { version: 1, disabled: true } },
      { token: admin.token },
    )
    const unknown = `/calendar/${randomBytes(32).toString('base64url')}.ics`
    const answers = new Set<string>()
    for (const url of [
      path,
      theirPath,
      unknown,
      unknown.replace('.ics', ''),
      `${unknown.slice(0, -5)}.ics`,
      '/calendar/.ics',
      '/calendar/x/y.ics',
      `/calendar/${'a'.repeat(400)}.ics`,
      '/calendar/..%2f..%2fapi%2fsessions.ics',
    ]) {
      const { statusCode, headers, body } = await get(url)
      expect(headers.etag, url).toBeUndefined()
      const { requestId, ...problem } = JSON.parse(body) as Record<string, unknown>
      expect(requestId).toBeDefined()
      answers.add(JSON.stringify([statusCode, headers['content-type'], problem]))
    }
    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toContain('404')
  })

  it('is guessed at 60 times a minute from one place, while those who know theirs go on', async () => {
    const { path } = await subscriber()
    const from = '192.0.2.9'
    const statuses: number[] = []
    let wait: unknown
    // A window is fixed, so twice the limit and two more go beyond it in one of two windows.
    for (let i = 0; i < 122; i++) {
      const file = i % 2 ? `${randomBytes(32).toString('base64url')}.ics` : 'salah.ics'
      const reply = await get(`/calendar/${file}`, {}, from)
      statuses.push(reply.statusCode)
      if (reply.statusCode === 429) wait = reply.headers['retry-after']
    }
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]))
    expect(statuses).toContain(429)
    expect(Number(wait)).toBeGreaterThan(0)
    expect((await get(path, {}, from)).statusCode).toBe(200)
    expect((await get('/calendar/salah.ics', {}, '192.0.2.10')).statusCode).toBe(404)
  })
})

describe('subscriptions', () => {
  it('are the own ones, ten at most, even asked for at once', async () => {
    const { as, subscribe, feed } = await subscriber()
    const asked = await Promise.allSettled(Array.from({ length: 12 }, subscribe))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(9)
    const { status, problem } = await problemOf(subscribe())
    expect([status, problem.title]).toEqual([
      409,
      'Paling banyak 10 langganan kalender sekaligus. Cabut yang tidak dipakai lagi.',
    ])
    await call(server.app, calendarFeedsApi.revoke, { params: { id: feed.id } }, as)
    await subscribe()
    const { items } = await call(server.app, calendarFeedsApi.list, {}, as)
    expect(items).toHaveLength(10)
    expect(items.map(({ id }) => id)).not.toContain(feed.id)
    expect(items.map(({ createdAt }) => createdAt)).toEqual(
      items
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    )
  })

  it('of a colleague or another office are nobody else’s to see or revoke', async () => {
    const { feed, path, world } = await subscriber()
    const colleague = await server.make.user({ officeId: world.officer.officeId, role: 'admin' })
    const stranger = await server.make.user({ role: 'admin' })
    for (const { token } of [colleague, stranger]) {
      expect((await call(server.app, calendarFeedsApi.list, {}, { token })).items).toEqual([])
      const refused = await problemOf(
        call(server.app, calendarFeedsApi.revoke, { params: { id: feed.id } }, { token }),
      )
      expect(refused.status).toBe(404)
    }
    expect((await get(path)).statusCode).toBe(200)
  })

  it('end with the right of their user to see the sessions, and serve again what may be seen again', async () => {
    const { path, world } = await subscriber()
    const { id } = world.officer
    const become = (change: string) =>
      server.make.pool.query(`update users set ${change} where id = $1`, [id])
    const status = async () => (await get(path)).statusCode
    expect(await status()).toBe(200)
    for (const [taken, given] of [
      [`role = 'desk'`, `role = 'manager'`],
      ['disabled_at = now()', 'disabled_at = null'],
    ]) {
      await become(taken ?? '')
      await expect.poll(status, { timeout: 20_000 }).toBe(404)
      await become(given ?? '')
      await expect.poll(status, { timeout: 20_000 }).toBe(200)
    }
  })

  it('of a regional manager show the own office alone', async () => {
    const { world } = await subscriber()
    await world.session({ title: 'KENARI' })
    const region = await server.make.office()
    await server.make.pool.query('update offices set parent_id = $1 where id = $2', [
      region.id,
      world.officer.officeId,
    ])
    const { token } = await server.make.user({ officeId: region.id, role: 'manager' })
    const { url } = await call(server.app, calendarFeedsApi.create, {}, { token })
    expect(eventsOf((await get(new URL(url).pathname)).body)).toEqual([])
  })
})
