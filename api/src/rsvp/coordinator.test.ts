import { invitationsApi } from '@ngopi/shared/invitations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const coordinate = (id: string, journalistIds: string[]) =>
  call(
    server.app,
    invitationsApi.create,
    {
      params: { id },
      body: {
        invitees: journalistIds.map((journalistId) => ({
          journalistId,
          group: { name: 'Pokja Uji', places: 3 },
        })),
      },
    },
    world.asOfficer,
  )

test('somebody invited becomes a coordinator with link, answer and seat as they were', async () => {
  const session = await world.session({ capacity: 5 })
  const [one, other] = await world.journalists(2)
  const [id = ''] = await world.invite(session.id, [{ id: one?.id ?? '' }])
  await world.answer(id, 'attending')
  const path = await world.path(id)
  const { created, skipped } = await coordinate(session.id, [other?.id ?? '', one?.id ?? ''])
  expect(skipped).toEqual([])
  expect(created.map(({ journalist }) => journalist.id)).toEqual([other?.id, one?.id])
  expect(created[1]).toMatchObject({
    id,
    answer: 'attending',
    holdsSeat: true,
    group: { name: 'Pokja Uji', places: 3, named: 0 },
  })
  expect(await world.path(id)).toBe(path)
  expect((await server.app.inject({ url: path })).body).toContain('Anda mengoordinasikan Pokja Uji')
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
})

test('who was substituted or wants no invitations does not', async () => {
  const session = await world.session()
  const [gone, instead, optedOut] = await world.journalists(3)
  const people = [{ id: gone?.id ?? '' }, { id: optedOut?.id ?? '' }]
  const [id = ''] = await world.invite(session.id, people)
  const params = { id }
  const body = { journalistId: instead?.id ?? '' }
  await call(server.app, invitationsApi.substitute, { params, body }, world.asOfficer)
  await server.make.pool.query('update journalists set opted_out_at = now() where id = $1', [
    optedOut?.id,
  ])
  const { created, skipped } = await coordinate(session.id, [gone?.id ?? '', optedOut?.id ?? ''])
  expect(created).toEqual([])
  expect(skipped).toEqual([
    { journalistId: gone?.id, reason: 'already_invited' },
    { journalistId: optedOut?.id, reason: 'opted_out' },
  ])
})
