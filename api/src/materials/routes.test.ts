import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Material, materialsApi } from '@ngopi/shared/materials'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { call, pathOf, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { waitFor } from '../../test/wait-for.ts'
import { World } from '../../test/world.ts'
import { addLink } from './commands.ts'
import { materialForGuest, materialsOfGuest } from './queries.ts'

let dataDir: string
let server: TestServer
let world: World

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ngopi-materials-'))
  server = await startServer({ env: { DATA_DIR: dataDir } })
  world = await World.open(server)
  await server.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

const pdf = Buffer.from('%PDF-1.7\nrilis')
type Query = (typeof materialsApi.addFile.schema.querystring)['_input']

const send = (
  sessionId: string,
  {
    content = pdf,
    user = world.officer,
    key,
    ...query
  }: Partial<Query> & { content?: Buffer; user?: MadeUser; key?: string } = {},
) =>
  server.app.inject({
    method: 'POST',
    url: pathOf(materialsApi.addFile, {
      params: { id: sessionId },
      query: { name: 'Rilis.pdf', ...query },
    }),
    headers: {
      authorization: `Bearer ${user.token}`,
      'content-type': 'application/octet-stream',
      ...(key && { 'idempotency-key': key }),
    },
    payload: content,
  })
const sent = async (...given: Parameters<typeof send>) => {
  const reply = await send(...given)
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json<Material>()
}
const listed = async (sessionId: string) =>
  (await call(server.app, materialsApi.list, { params: { id: sessionId } }, world.asOfficer)).items
const filesOf = async (folder: string) => {
  const names = await readdir(join(dataDir, 'files', folder)).catch(() => [])
  return names.toSorted()
}
const get = (url: string, method: 'GET' | 'HEAD' = 'GET') => server.app.inject({ method, url })

async function guest() {
  const { session, invitations, journalists } = await world.meeting()
  const id = invitations[0] ?? ''
  return { sessionId: session.id, id, journalist: journalists[0], path: await world.path(id) }
}

describe('files of a session', () => {
  it('lie under their content, and come back as an attachment with their name', async () => {
    const { sessionId } = await guest()
    const material = await sent(sessionId, { name: '../Rilis “Oktober”.pdf' })
    expect(material).toMatchObject({
      title: 'Rilis “Oktober”',
      url: null,
      file: { name: 'Rilis “Oktober”.pdf', mediaType: 'application/pdf', bytes: pdf.length },
      audience: 'invited',
      downloads: 0,
      version: 1,
    })
    const digest = createHash('sha256').update(pdf).digest('hex')
    expect(await filesOf(world.officer.officeId)).toContain(digest)
    const path = join(dataDir, 'files', world.officer.officeId, digest)
    expect(await readFile(path)).toEqual(pdf)
    expect((await stat(path)).mode & 0o077).toBe(0)
    const reply = await server.app.inject({
      url: `/api/materials/${material.id}/file`,
      headers: { authorization: `Bearer ${world.officer.token}` },
    })
    expect(reply.rawPayload).toEqual(pdf)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''Rilis%20%E2%80%9COktober%E2%80%9D.pdf",
      'x-content-type-options': 'nosniff',
      'content-length': String(pdf.length),
    })
  })

  it('are refused when empty, too large or of another kind, and leave nothing', async () => {
    const { sessionId } = await guest()
    const before = await filesOf(world.officer.officeId)
    const svg = await send(sessionId, { content: Buffer.from('<svg/>'), name: 'a.svg' })
    expect([svg.statusCode, svg.json().title]).toEqual([422, expect.stringContaining('PDF, DOCX')])
    const empty = await send(sessionId, { content: Buffer.alloc(0) })
    expect([empty.statusCode, empty.json().title]).toEqual([422, 'Berkas ini kosong.'])
    const large = Buffer.alloc(25 * 1024 * 1024 + 1)
    pdf.copy(large)
    expect((await send(sessionId, { content: large })).statusCode).toBe(413)
    expect(await send(sessionId, { content: large.subarray(0, -1) })).toMatchObject({
      statusCode: 201,
    })
    expect(await listed(sessionId)).toHaveLength(1)
    expect(await filesOf(world.officer.officeId)).toHaveLength(before.length + 1)
    expect(await filesOf('incoming')).toEqual([])
  })

  it('leave nothing when the line breaks midway', async () => {
    const { sessionId } = await guest()
    const before = await filesOf(world.officer.officeId)
    const { port } = server.app.server.address() as AddressInfo
    const upload = request({
      port,
      method: 'POST',
      path: pathOf(materialsApi.addFile, { params: { id: sessionId }, query: { name: 'a.pdf' } }),
      headers: {
        authorization: `Bearer ${world.officer.token}`,
        'content-type': 'application/octet-stream',
        'content-length': 1_000_000,
      },
    })
    upload.on('error', () => {})
    upload.write(Buffer.concat([pdf, Buffer.alloc(400_000)]))
    await expect.poll(() => filesOf('incoming')).toHaveLength(1)
    upload.destroy()
    await expect.poll(() => filesOf('incoming')).toEqual([])
    expect(await listed(sessionId)).toEqual([])
    expect(await filesOf(world.officer.officeId)).toEqual(before)
  })

  it('are added once for one key, whatever the line did', async () => {
    const { sessionId } = await guest()
    const first = await sent(sessionId, { key: 'k1' })
    expect((await sent(sessionId, { key: 'k1' })).id).toBe(first.id)
    expect(await listed(sessionId)).toHaveLength(1)
    const other = await send(sessionId, { key: 'k1', content: Buffer.from('%PDF-1.4 lain') })
    expect(other.statusCode).toBe(422)
  })

  it('are the own office’s alone, and no matter of the desk', async () => {
    const { sessionId } = await guest()
    const { id } = await sent(sessionId)
    const stranger = await server.make.user()
    expect((await send(sessionId, { user: stranger })).statusCode).toBe(404)
    const file = (user: MadeUser) =>
      server.app.inject({
        url: `/api/materials/${id}/file`,
        headers: { authorization: `Bearer ${user.token}` },
      })
    expect((await file(stranger)).statusCode).toBe(404)
    const desk = await server.make.user({ officeId: world.officer.officeId, role: 'desk' })
    expect((await file(desk)).statusCode).toBe(403)
    expect((await send(sessionId, { user: desk })).statusCode).toBe(403)
    const manager = await server.make.user({ officeId: world.officer.officeId, role: 'manager' })
    expect((await file(manager)).statusCode).toBe(200)
    expect((await send(sessionId, { user: manager })).statusCode).toBe(403)
  })

  it('reach the office above once the embargo is over, and no statement sees them there before', async () => {
    const { sessionId } = await guest()
    const { officeId } = world.officer
    const parent = await server.make.office()
    const { pool } = server.make
    await pool.query('update offices set parent_id = $2 where id = $1', [officeId, parent.id])
    const region = await server.make.user({ officeId: parent.id, role: 'manager' })
    const { id } = await sent(sessionId, { embargoUntil: '2031-05-05T02:00:00Z' })
    const seen = async () => ({
      file: (
        await server.app.inject({
          url: `/api/materials/${id}/file`,
          headers: { authorization: `Bearer ${region.token}` },
        })
      ).statusCode,
      listed: (
        await call(
          server.app,
          materialsApi.list,
          { params: { id: sessionId } },
          { token: region.token },
        )
      ).items.length,
      rows: await server.deps.database.read(
        [parent.id, officeId],
        async (db) => (await db.$client.query('select title from materials')).rowCount,
      ),
    })
    const others = (await pool.query('select from materials where embargo_until is null')).rowCount
    expect(await seen()).toEqual({ file: 404, listed: 0, rows: others })
    await pool.query('update materials set embargo_until = now() where id = $1', [id])
    expect(await seen()).toMatchObject({ file: 200, listed: 1 })
  })
})

describe('materials of a session', () => {
  const change = (id: string, body: (typeof materialsApi.update.schema.body)['_input']) =>
    call(server.app, materialsApi.update, { params: { id }, body }, world.asOfficer)
  const link = (sessionId: string, url = 'https://contoh.example/foto') =>
    call(
      server.app,
      materialsApi.addLink,
      { params: { id: sessionId }, body: { title: 'Foto', url } },
      world.asOfficer,
    )

  it('are changed, taken away and brought back', async () => {
    const { sessionId } = await guest()
    const { id } = await link(sessionId)
    const changed = await change(id, { version: 1, title: 'Foto kegiatan', audience: 'present' })
    expect(changed).toMatchObject({ title: 'Foto kegiatan', audience: 'present', version: 2 })
    const stale = await problemOf(change(id, { version: 1, title: 'Lain' }))
    expect(stale.problem).toMatchObject({ code: 'stale', current: { version: 2 } })
    await call(server.app, materialsApi.archive, { params: { id } }, world.asOfficer)
    expect(await listed(sessionId)).toEqual([])
    await call(server.app, materialsApi.restore, { params: { id } }, world.asOfficer)
    expect((await listed(sessionId)).map((one) => one.id)).toEqual([id])
  })

  it('lead a guest to web addresses alone', async () => {
    const { sessionId } = await guest()
    for (const url of ['javascript:alert(1)', 'ftp://a.example/', 'https://a:b@c.example/'])
      expect((await problemOf(link(sessionId, url))).status, url).toBe(400)
  })
})

describe('the page of a guest', () => {
  it('hands out files and links, counting what was fetched but not who did', async () => {
    const { sessionId, path } = await guest()
    const file = await sent(sessionId, { title: 'Rilis' })
    const page = await get(path)
    expect(page.body).toContain(`${path}/materials/${file.id}`)
    expect((await get(`${path}/materials/${file.id}`, 'HEAD')).statusCode).toBe(200)
    expect((await listed(sessionId))[0]?.downloads).toBe(0)
    const activity = async () =>
      (await server.make.pool.query('select count(*) from activity')).rows[0].count
    const before = await activity()
    const reply = await get(`${path}/materials/${file.id}`)
    expect(reply.rawPayload).toEqual(pdf)
    expect(reply.headers['content-disposition']).toBe('attachment; filename="Rilis.pdf"')
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    expect(await listed(sessionId)).toMatchObject([{ downloads: 1, version: 1 }])
    expect(await activity()).toBe(before)
    const link = await call(
      server.app,
      materialsApi.addLink,
      { params: { id: sessionId }, body: { title: 'Foto', url: 'https://contoh.example/foto' } },
      world.asOfficer,
    )
    const led = await get(`${path}/materials/${link.id}`)
    expect([led.statusCode, led.headers.location]).toEqual([303, 'https://contoh.example/foto'])
  })

  it('keeps an embargo to the moment it ends, by the clock of the database', async () => {
    const { sessionId, path } = await guest()
    const { id } = await sent(sessionId, {
      title: 'Rilis tarif',
      embargoUntil: '2031-05-05T02:00:00Z',
    })
    const url = `${path}/materials/${id}`
    const embargoed = await get(path)
    expect(embargoed.body).toContain('Tersedia mulai Senin, 5 Mei 2031, 09.00 WIB')
    expect(embargoed.body).not.toContain('Rilis tarif')
    expect(embargoed.body).not.toContain(url)
    expect((await get(url)).statusCode).toBe(404)
    const { pool } = server.make
    const embargo = (length: string) =>
      pool.query(
        'update materials set embargo_until = clock_timestamp() + $2::interval where id = $1',
        [id, length],
      )
    await embargo('1 hour')
    const over = async () =>
      (
        await pool.query(
          'select embargo_until <= clock_timestamp() as over from materials where id = $1',
          [id],
        )
      ).rows[0].over
    expect((await get(url)).statusCode).toBe(404)
    await embargo('1 second')
    await expect
      .poll(async () => {
        const { statusCode } = await get(url)
        // Served only once the moment has come.
        if (statusCode === 200) expect(await over()).toBe(true)
        return statusCode
      })
      .toBe(200)
    expect((await get(path)).body).toContain(url)
  })

  it('shows each guest what is meant for them, and 404 for the rest', async () => {
    const { sessionId, id, path, journalist } = await guest()
    const made = {
      invited: await sent(sessionId, { title: 'Untuk undangan' }),
      attending: await sent(sessionId, { title: 'Untuk yang hadir', audience: 'attending' }),
      present: await sent(sessionId, { title: 'Untuk yang datang', audience: 'present' }),
    }
    const seen = async () => {
      const { body } = await get(path)
      const found: string[] = []
      for (const [audience, material] of Object.entries(made)) {
        const { statusCode } = await get(`${path}/materials/${material.id}`, 'HEAD')
        expect(body.includes(material.title), audience).toBe(statusCode === 200)
        if (statusCode === 200) found.push(audience)
      }
      return found
    }
    const { pool } = server.make
    const answer = (given: string) =>
      pool.query('update invitations set answer = $2 where id = $1', [id, given])
    expect(await seen()).toEqual(['invited'])
    await answer('maybe')
    expect(await seen()).toEqual(['invited'])
    await answer('attending')
    expect(await seen()).toEqual(['invited', 'attending'])
    await answer('declined')
    await pool.query(
      `insert into attendances (office_id, session_id, journalist_id, invitation_id, status, source, arrived_at)
       values ($1, $2, $3, $4, 'present', 'list', now())`,
      [world.officer.officeId, sessionId, journalist?.id, id],
    )
    expect(await seen()).toEqual(['invited', 'attending', 'present'])
    await pool.query(
      `update attendances set status = 'absent', arrived_at = null where invitation_id = $1`,
      [id],
    )
    expect(await seen()).toEqual(['invited'])
    await call(
      server.app,
      materialsApi.archive,
      { params: { id: made.invited.id } },
      world.asOfficer,
    )
    expect(await seen()).toEqual([])
  })

  it('is nothing to a withdrawn invitation, whoever asks on its behalf', async () => {
    const { sessionId, id } = await guest()
    const material = await sent(sessionId)
    const had = () =>
      server.deps.database.read([world.officer.officeId], async (db) => ({
        listed: (await materialsOfGuest(db, id)).length,
        fetched: await materialForGuest(db, { invitationId: id, id: material.id }).then(
          () => true,
          () => false,
        ),
      }))
    expect(await had()).toEqual({ listed: 1, fetched: true })
    await server.make.pool.query('update invitations set revoked_at = now() where id = $1', [id])
    expect(await had()).toEqual({ listed: 0, fetched: false })
  })

  it('knows nothing of another session, a withdrawn invitation or a forged link', async () => {
    const one = await guest()
    const other = await guest()
    const { id } = await sent(one.sessionId)
    expect((await get(`${other.path}/materials/${id}`)).statusCode).toBe(404)
    expect((await get(`${one.path}/materials/bukan-id`)).statusCode).toBe(404)
    expect((await get(`/u/${'A'.repeat(43)}/materials/${id}`)).statusCode).toBe(404)
    await server.make.pool.query('update invitations set revoked_at = now() where id = $1', [
      one.id,
    ])
    expect((await get(`${one.path}/materials/${id}`)).statusCode).toBe(410)
    expect((await listed(one.sessionId))[0]?.downloads).toBe(0)
  })

  it('stays a small answer', async () => {
    const { sessionId, path } = await guest()
    for (let i = 0; i < 5; i++) await sent(sessionId, { title: `Materi ke-${i}` })
    const reply = await server.app.inject({ url: path, headers: { 'accept-encoding': 'br' } })
    expect(reply.rawPayload.length).toBeLessThan(14 * 1024)
  })
})

test('two who add the last material at once do not both', async () => {
  const { id: sessionId } = await world.session()
  const { officeId, id: userId } = world.officer
  await server.make.pool.query(
    `insert into materials (office_id, session_id, title, url)
     select $1, $2, 'Materi ' || n, 'https://uji.example/' || n from generate_series(1, 199) n`,
    [officeId, sessionId],
  )
  const add = (title: string, meanwhile?: () => Promise<void>) =>
    server.deps.database.write([officeId], `user:${userId}`, async (tx) => {
      await addLink(
        tx,
        { officeId, sessionId },
        { title, url: 'https://uji.example/', audience: 'invited', embargoUntil: null },
      )
      await meanwhile?.()
    })
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  let second: Promise<unknown> | undefined
  // The other comes before the first is committed.
  await add('a', async () => {
    second = add('b').catch((error: unknown) => error)
    const waiting = waitFor(async () => (await server.make.pool.query(waits)).rowCount === 1)
    await Promise.race([second, waiting.catch(() => {})])
  })
  expect(await second).toMatchObject({ code: 'unprocessable' })
  const [first] = await listed(sessionId)
  const archived = { params: { id: first?.id ?? '' } }
  await call(server.app, materialsApi.archive, archived, world.asOfficer)
  await add('c')
  const full = await problemOf(call(server.app, materialsApi.restore, archived, world.asOfficer))
  expect(full.status).toBe(422)
  expect(await listed(sessionId)).toHaveLength(200)
})
