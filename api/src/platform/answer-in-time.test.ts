import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

const silence = 400

let server: TestServer
let world: World
let origin: string
beforeAll(async () => {
  server = await startServer({ limits: { silence } })
  origin = await server.app.listen({ host: '127.0.0.1', port: 0 })
  world = await World.open(server)
})
afterAll(() => server.close())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${origin}${path}`, {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${world.officer.token}` },
  })

/** While nobody can read or write sessions. */
async function whileSessionsAreLocked<T>(work: () => Promise<T>): Promise<T> {
  const client = await server.make.pool.connect()
  try {
    await client.query('begin; lock table sessions in access exclusive mode')
    return await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('whoever waits longer than a connection may be silent is answered 503, whatever was asked', async () => {
  const { id } = await world.session()
  const answers = await whileSessionsAreLocked(() =>
    Promise.all([
      ask(`/api/sessions/${id}`),
      ask('/api/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'lambat' },
        body: JSON.stringify({
          title: 'Lambat',
          startsAt: '2031-05-05T02:00:00Z',
          endsAt: '2031-05-05T04:00:00Z',
          venue: 'Aula',
        }),
      }),
      ask(`/api/sessions/${id}/materials/files?name=a.txt`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: 'isi',
      }),
      ask('/u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', { method: 'GET' }),
    ]),
  )
  const shown = answers.map(({ status, headers }) => [status, headers.get('retry-after')])
  expect(shown.slice(0, 3)).toEqual(Array(3).fill([503, '10']))
  expect(await answers[0]?.json()).toMatchObject({
    code: 'unavailable',
    title: expect.stringContaining('Muat ulang'),
  })
  expect(answers[0]?.headers.get('connection')).toBe('close')
  // The page of a link needs no table that is locked.
  expect(answers[3]?.status).toBe(404)
  // The server is as it was; the answers that came too late hurt nothing.
  expect((await ask(`/api/sessions/${id}`)).status).toBe(200)
})

test('a connection over which nothing is asked is closed without a word', async () => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  let heard = ''
  socket.on('data', (data) => {
    heard += data
  })
  await new Promise((resolve) => socket.once('close', resolve))
  expect(heard).toBe('')
})
