import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const bodyOf = async (url: string) => (await server.app.inject({ url })).body

async function guest({ capacity = null as number | null } = {}) {
  const { session, invitations, journalists } = await world.meeting({ capacity })
  const [id = '', next = ''] = invitations
  return { session, id, next, journalist: journalists[0], path: await world.path(id) }
}

test('the reason is asked where a guest has just said no, and stands there until it is changed', async () => {
  const { path } = await guest()
  expect(await bodyOf(path)).not.toContain('name="reason"')
  await world.post(path, { answer: 'declined' })
  const panel = /<section class="state declined">.*?<\/section>/s
  expect(panel.exec(await bodyOf(path))?.[0]).toContain('name="reason"')
  const reply = await world.post(path, { declineKind: 'unwell', reason: 'Sedang dirawat' })
  expect(reply.headers.location).toBe(`${path}?terkirim=1`)
  const [shown = ''] = panel.exec(await bodyOf(path)) ?? []
  expect(shown).toMatch(/<textarea[^>]*name="reason"[^>]*>Sedang dirawat</)
  expect(shown).toContain('<option value="unwell" selected="">')
})

test('what was written is kept when a field is refused, and the field says so', async () => {
  const { id, path } = await guest()
  const note = 'Kami membawa dua kamera'
  const reply = await world.post(path, { note, question: 'x'.repeat(2001) })
  expect(reply.statusCode).toBe(400)
  expect(reply.body).toContain(`>${note}</textarea>`)
  expect(reply.body).toContain('id="question-fault">Terlalu panjang: paling banyak 2000 huruf.')
  expect(reply.body).not.toContain('id="note-fault"')
  expect((await world.invitation(id)).responses).toEqual([])
})

test('a field filled to its end in lines is taken, although a form sends each line break as two', async () => {
  const { id, path } = await guest()
  const note = `${'a'.repeat(499)}\n${'b'.repeat(500)}`
  const reply = await world.post(path, { note: note.replaceAll('\n', '\r\n') })
  expect(reply.statusCode).toBe(303)
  expect((await world.invitation(id)).responses[0]?.note).toBe(note)
})

test('that an answer gives up the seat is said before and after', async () => {
  const { path } = await guest({ capacity: 1 })
  const before = 'kursi Anda dilepas untuk tamu lain'
  const after = 'Kursi Anda sudah dilepas untuk tamu lain'
  await world.post(path, { answer: 'maybe' })
  const unsure = await bodyOf(path)
  expect(unsure).not.toContain(before)
  expect(unsure).not.toContain(after)
  await world.post(path, { answer: 'attending' })
  expect(await bodyOf(path)).toContain(before)
  await world.post(path, { answer: 'maybe' })
  expect(await bodyOf(path)).toContain(after)
})

test('who stopped invitations sees it on the page and can come back; a replaced link does not', async () => {
  const { id, path, journalist } = await guest()
  const stopped = 'Anda tidak lagi menerima undangan dari kami'
  const post = (below: string) =>
    server.app.inject({
      method: 'POST',
      url: `${path}/${below}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })
  const isOut = async () => {
    const { rows } = await server.make.pool.query<{ out: boolean }>(
      'select opted_out_at is not null as out from journalists where id = $1',
      [journalist?.id],
    )
    return rows[0]?.out
  }
  expect(await bodyOf(path)).not.toContain(stopped)
  await post('opt-out')
  expect(await bodyOf(path)).toContain(stopped)
  expect(await bodyOf(`${path}/opt-out`)).toContain(`action="${path}/opt-in"`)
  // Opening the address changes nothing.
  await bodyOf(`${path}/opt-in`)
  expect(await isOut()).toBe(true)
  const reply = await post('opt-in')
  expect([reply.statusCode, reply.headers.location]).toEqual([303, path])
  expect(await isOut()).toBe(false)
  expect(await bodyOf(path)).not.toContain(stopped)
  await post('opt-out')
  await server.make.pool.query(
    'update invitations set link_version = link_version + 1 where id = $1',
    [id],
  )
  await post('opt-in')
  expect(await isOut()).toBe(true)
})
