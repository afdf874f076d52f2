import { invitationsApi } from '@ngopi/shared/invitations'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const kind = 'invitation' as const

/** What came of a request: done, or the code of its refusal. */
const outcomeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    async (error: unknown) => (await problemOf(Promise.reject(error))).problem.code,
  )

test('a mark taken back from the queue and from the guest at once never stops the other midway', async () => {
  const { app } = server
  const { asOfficer } = world
  const session = await world.session()
  const params = { id: session.id }
  const guests = await world.journalists(20, { phone: '+6281200001111' })
  const invitations = await world.invite(session.id, guests)
  await call(app, whatsappApi.fill, { params, body: { kind } }, asOfficer)
  const marks: { item: string; delivery: string; invitation: string }[] = []
  for (const _ of invitations) {
    const { item } = await call(app, whatsappApi.claim, { params, body: { kind } }, asOfficer)
    if (!item) throw new Error('nobody is left')
    const outcome = { params: { id: item.id }, body: { outcome: 'sent' as const } }
    await call(app, whatsappApi.settle, outcome, asOfficer)
    const [delivery] = (await world.invitation(item.invitationId)).deliveries
    marks.push({
      item: item.id,
      delivery: delivery?.id ?? '',
      invitation: item.invitationId,
    })
  }
  const outcomes = await Promise.all(
    marks.flatMap(({ item, delivery }) => [
      outcomeOf(call(app, whatsappApi.unsettle, { params: { id: item } }, asOfficer)),
      outcomeOf(call(app, invitationsApi.takeBack, { params: { id: delivery } }, asOfficer)),
    ]),
  )
  for (const outcome of outcomes) expect(['done', 'closed']).toContain(outcome)
  for (const { invitation } of marks)
    expect((await world.invitation(invitation)).deliveries).toEqual([])
  const { rows } = await server.make.pool.query(
    'select state, count(*)::int as n from whatsapp_queue where invitation_id = any ($1) group by 1',
    [invitations],
  )
  expect(rows).toEqual([{ state: 'waiting', n: 20 }])
})
