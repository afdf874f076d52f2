import { crc32, deflateSync } from 'node:zlib'
import { officesApi } from '@ngopi/shared/offices'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, pathOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { accountStrings } from './strings.ts'

let server: TestServer
let admin: MadeUser
let childId: string
beforeAll(async () => {
  server = await startServer()
  admin = await server.make.user({ role: 'admin' })
  childId = (await server.make.office({ name: 'Anak', parentId: admin.officeId })).id
})
afterAll(() => server.close())

const chunk = (type: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** A grey picture; `rows` in place of what the header promises. */
function png({ width = 4, height = 4, rows = Buffer.alloc(height * (width + 1)) } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Marks, frame and end of a JPEG; nothing that prints it looks further. */
const jpeg = (...middle: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    ...middle,
    Buffer.from('ffc0000b080010001001011100', 'hex'),
    Buffer.from('ffda0008010100003f00d2cf20ffd9', 'hex'),
  ])

const send = (
  method: 'GET' | 'PUT' | 'DELETE',
  { id = admin.officeId, user = admin, type = 'image/png', body = undefined as Buffer | undefined },
) =>
  server.app.inject({
    method,
    url: pathOf(officesApi.logo, { params: { id } }),
    headers: { authorization: `Bearer ${user.token}`, ...(body && { 'content-type': type }) },
    ...(body && { payload: body }),
  })
const put = (body: Buffer, more: object = {}) => send('PUT', { body, ...more })

test('an admin puts an emblem, everyone of the office sees it, and it goes again', async () => {
  const office = await server.make.user({ role: 'admin' })
  const at = { id: office.officeId, user: office }
  expect((await send('GET', at)).statusCode).toBe(404)
  const made = await put(png(), at)
  expect(made.statusCode).toBe(200)
  expect(made.json()).toMatchObject({ id: office.officeId, hasLogo: true })
  const desk = await server.make.user({ role: 'desk', officeId: office.officeId })
  const seen = await send('GET', { ...at, user: desk })
  expect(seen.rawPayload.equals(png())).toBe(true)
  expect(seen.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'cache-control': 'no-store',
  })
  const other = jpeg()
  expect((await put(other, { ...at, type: 'image/jpeg' })).statusCode).toBe(200)
  const replaced = await send('GET', at)
  expect(replaced.headers['content-type']).toBe('image/jpeg')
  expect(replaced.rawPayload.equals(other)).toBe(true)
  expect((await send('DELETE', at)).statusCode).toBe(204)
  expect((await send('GET', at)).statusCode).toBe(404)
  const { rows } = await server.make.pool.query(
    `select action, actor_id as by, before, after from activity
      where office_id = $1 and subject = 'office_logos' order by id`,
    [office.officeId],
  )
  expect(rows.map(({ action, by }) => [action, by === office.id])).toEqual([
    ['insert', true],
    ['delete', true],
    ['insert', true],
    ['delete', true],
  ])
  expect(rows[0].after).toEqual({ media_type: 'image/png', bytes: png().length })
})

test('an admin does so for a child office, and no one else for anybody', async () => {
  expect((await put(png(), { id: childId })).statusCode).toBe(200)
  const child = await call(
    server.app,
    officesApi.get,
    { params: { id: childId } },
    { token: admin.token },
  )
  expect(child.hasLogo).toBe(true)
  expect((await send('GET', { id: childId })).statusCode).toBe(200)
  const officer = await server.make.user({ officeId: admin.officeId })
  const stranger = await server.make.user({ role: 'admin' })
  for (const [user, status] of [
    [officer, 403],
    [stranger, 404],
  ] as const) {
    expect((await put(png(), { user, id: childId })).statusCode).toBe(status)
    expect((await send('DELETE', { user, id: childId })).statusCode).toBe(status)
    expect((await send('GET', { user, id: childId })).statusCode).toBe(404)
  }
  expect((await send('DELETE', { id: childId })).statusCode).toBe(204)
})

test('nothing but a sound picture is taken, whatever it is called', async () => {
  const script = Buffer.from('<script>alert(1)</script>')
  const bomb = png({ rows: Buffer.alloc(4_000_000) })
  const broken = png()
  // In the sum over its header, which alone tells that something changed.
  broken[30] = (broken[30] ?? 0) ^ 0xff
  const hostile: Record<string, Buffer> = {
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    html: Buffer.from('<!doctype html><title>x</title><script>1</script>'),
    gif: Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,'.padEnd(60)),
    empty: Buffer.from(' '),
    'page behind a picture': Buffer.concat([png(), script]),
    'page behind a JPEG': Buffer.concat([jpeg(), script]),
    'half a picture': png().subarray(0, -20),
    'broken picture': broken,
    'picture of nothing': png({ width: 0, height: 0 }),
    'too few rows': png({ rows: Buffer.alloc(0) }).subarray(0, -12),
    bomb,
    'mark alone': png().subarray(0, 40),
    'JPEG without a frame': Buffer.from(`ffd8ffe0${'00'.repeat(40)}ffd9`, 'hex'),
  }
  for (const [name, body] of Object.entries(hostile)) {
    for (const type of ['image/png', 'image/jpeg']) {
      const answer = await put(body, { type })
      expect(answer.statusCode, name).toBe(422)
      expect(answer.json().detail ?? answer.json().title, name).toBe(accountStrings.notAPicture.id)
    }
  }
  for (const type of ['image/svg+xml', 'text/html', 'application/json', 'image/png;x=1'])
    expect((await put(png(), { type })).statusCode, type).toBe(415)
  expect((await send('PUT', {})).statusCode).toBe(422)
  expect((await send('GET', {})).statusCode).toBe(404)
})

test('a picture too large in bytes or pixels is refused, and told so', async () => {
  const heavy = Buffer.concat([png(), Buffer.alloc(600 * 1024)])
  for (const body of [heavy, png({ width: 2001, height: 4 }), png({ width: 4, height: 60_000 })]) {
    const answer = await put(body)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().detail ?? answer.json().title).toBe(accountStrings.largePicture.id)
  }
  expect((await put(Buffer.alloc(3 * 1024 * 1024))).statusCode).toBe(413)
})
