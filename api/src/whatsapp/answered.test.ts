import { whatsappApi } from '@ngopi/shared/whatsapp'
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

test('who answered before anything was sent is not offered the invitation, whoever was answered for is', async () => {
  const session = await world.session()
  const journalists = await world.journalists(4, {
    phone: '+6281200001111',
    email: 'tamu@uji.example',
  })
  const [silent = '', answered = '', coordinator = '', named = ''] = await world.invite(
    session.id,
    journalists,
  )
  for (const id of [answered, named]) await world.answer(id, 'attending')
  await server.make.pool.query(
    `update invitations set named_by = $2, named_as = 'Tamu' where id = $1`,
    [named, coordinator],
  )
  const params = { id: session.id }
  const progress = await call(server.app, whatsappApi.progress, { params }, world.asOfficer)
  const invitation = progress.kinds.find(({ kind }) => kind === 'invitation')
  expect([invitation?.eligible, invitation?.byMail.guests]).toEqual([3, 3])

  const fill = (invitationIds?: string[]) =>
    call(
      server.app,
      whatsappApi.fill,
      { params, body: { kind: 'invitation', invitationIds } },
      world.asOfficer,
    )
  expect((await fill()).added).toBe(3)
  const { rows } = await server.make.pool.query<{ id: string }>(
    'select invitation_id as id from whatsapp_queue where invitation_id = any ($1)',
    [[silent, answered, coordinator, named]],
  )
  expect(rows.map(({ id }) => id).sort()).toEqual([silent, coordinator, named].sort())
  // Chosen by hand.
  expect((await fill([answered])).added).toBe(1)
})
