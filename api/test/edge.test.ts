import { accountsApi } from '@ngopi/shared/accounts'
import { activityApi } from '@ngopi/shared/activity'
import { seriesApi } from '@ngopi/shared/series'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, pathOf, problemOf } from './client.ts'
import type { MadeUser } from './make.ts'
import { startServer, type TestServer } from './server.ts'
import { inHours, World } from './world.ts'

let server: TestServer
let world: World
let admin: MadeUser

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
  admin = await server.make.user({ officeId: world.officer.officeId, role: 'admin' })
})
afterAll(() => server.close())

const namedBy = async (url: string, payload?: unknown) => {
  const reply = await server.app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url,
    headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
    ...(payload !== undefined && {
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    }),
  })
  const { fields = [] } = reply.json<{ fields?: { path: string }[] }>()
  return [reply.statusCode, ...fields.map(({ path }) => path)]
}

test('a request that cannot be taken names where', async () => {
  const meeting = {
    title: 'Ngopi',
    startsAt: inHours(1),
    endsAt: inHours(2),
    venue: 'Aula',
  }
  expect(await namedBy('/api/sessions', { ...meeting, title: 'a\0' })).toEqual([400, 'title'])
  expect(
    await namedBy('/api/sessions', { ...meeting, agenda: [{ title: 'x', speaker: 'b\ud800' }] }),
  ).toEqual([400, 'agenda.0.speaker'])
  expect(await namedBy('/api/sessions', { ...meeting, title: 'a\r\nBEGIN:VALARM' })).toEqual([
    400,
    'title',
  ])
  expect(await namedBy('/api/sessions', { ...meeting, endsAt: inHours(90_000) })).toEqual([
    400,
    'endsAt',
  ])
  expect(await namedBy('/api/sessions', '{"title":')).toEqual([400, 'body'])
  expect(await namedBy('/api/outlets?q=%00')).toEqual([400, 'q'])
  expect(await namedBy('/api/activity?subject=%00')).toEqual([400, 'subject'])
  expect(await namedBy('/api/sessions?from=0000-01-01')).toEqual([400, 'from'])
  expect(await namedBy('/api/sessions/%ZZ')).toEqual([400, 'url'])
})

test('a change that makes a session last for years is refused', async () => {
  const { id, version } = await world.session({ publish: false })
  const change = { params: { id }, body: { version, endsAt: inHours(90_000) } }
  const refused = await problemOf(call(server.app, sessionsApi.update, change, world.asOfficer))
  expect(refused.problem.fields?.map(({ path }) => path)).toEqual(['endsAt'])
})

test('a cursor belongs to its list', async () => {
  const as = { token: admin.token }
  await world.session()
  await world.session()
  const rule = { rrule: 'FREQ=MONTHLY', startsOn: inHours(24).slice(0, 10), startTime: '09:00' }
  for (const title of ['A', 'B'])
    await call(
      server.app,
      seriesApi.create,
      { body: { ...rule, title, venue: 'Aula', durationMinutes: 60 } },
      world.asOfficer,
    )
  const lists = [sessionsApi.list, seriesApi.list, accountsApi.listUsers, activityApi.list]
  const cursors: string[] = []
  for (const list of lists) {
    const reply = await server.app.inject({
      url: pathOf(list, { query: { limit: 1 } }),
      headers: { authorization: `Bearer ${as.token}` },
    })
    cursors.push(reply.json().nextCursor)
  }
  for (const [at, list] of lists.entries())
    for (const [from, cursor] of cursors.entries()) {
      const found = await namedBy(pathOf(list, { query: { limit: 1, cursor } }))
      expect(found, `${list.url} with the cursor of ${from}`).toEqual(
        at === from ? [200] : [400, 'cursor'],
      )
    }
})
