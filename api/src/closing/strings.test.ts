import { attendanceApi } from '@ngopi/shared/attendance'
import { closingsApi } from '@ngopi/shared/closings'
import { invitationsApi } from '@ngopi/shared/invitations'
import { materialsApi } from '@ngopi/shared/materials'
import { sessionsApi } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

/** A session that is over: the first came, the second sent no word, the third declined, the fourth opted out. */
async function over() {
  const session = await world.session()
  const contacts = { email: 'tamu@media.example', phone: '+6281200001111' }
  const journalists = await world.journalists(4, contacts)
  const invitations = await world.invite(session.id, journalists)
  await world.answer(invitations[2] ?? '', 'declined')
  const { pool } = server.make
  await pool.query(
    `update sessions set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour', rsvp_closes_at = null
      where id = $1`,
    [session.id],
  )
  await pool.query('update journalists set opted_out_at = now() where id = $1', [
    journalists[3]?.id,
  ])
  await call(
    server.app,
    attendanceApi.mark,
    {
      params: { id: session.id, invitationId: invitations[0] ?? '' },
      body: { status: 'present' },
    },
    world.asOfficer,
  )
  return { params: { id: session.id }, invitations }
}
type Over = Awaited<ReturnType<typeof over>>

const messages = async ({ params }: Over) =>
  (await call(server.app, closingsApi.get, { params }, world.asOfficer)).messages
const complete = ({ params }: Over) =>
  call(server.app, sessionsApi.complete, { params }, world.asOfficer)
const addMaterial = ({ params }: Over, audience: 'invited' | 'present') =>
  call(
    server.app,
    materialsApi.addLink,
    { params, body: { title: 'Siaran pers', url: 'https://kantor.example/siaran', audience } },
    world.asOfficer,
  )
const fill = ({ params }: Over, followUp?: 'thanks' | 'materials') =>
  call(
    server.app,
    whatsappApi.fill,
    { params, body: { kind: 'thanks', words: followUp } },
    world.asOfficer,
  )
const claim = ({ params }: Over) =>
  call(server.app, whatsappApi.claim, { params, body: { kind: 'thanks' } }, world.asOfficer)
const mail = (id = '') =>
  call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel: 'email', kind: 'thanks' } },
    world.asOfficer,
  )

it('thanks who came, and has nothing for the others while they may see no material', async () => {
  const session = await over()
  await complete(session)
  await addMaterial(session, 'present')
  const nobody = { guests: 0, byMail: 0, byWhatsapp: 0, waiting: 0, written: 0 }
  expect(await messages(session)).toEqual({
    thanks: { guests: 1, byMail: 1, byWhatsapp: 1, waiting: 0, written: 0 },
    materials: nobody,
  })
  expect((await fill(session, 'materials')).added).toBe(0)
  const problem = await problemOf(mail(session.invitations[1]))
  expect(problem.status).toBe(400)
  expect(problem.problem.fields).toMatchObject([{ path: 'kind' }])
})

it('brings the materials to who did not come, once that is settled, but not to who opted out', async () => {
  const session = await over()
  await addMaterial(session, 'invited')
  // Nothing is noted of the absent yet.
  expect((await messages(session)).materials).toMatchObject({ guests: 0, byMail: 0 })
  await complete(session)
  expect((await messages(session)).materials).toMatchObject({
    guests: 3,
    byMail: 2,
    byWhatsapp: 2,
    written: 0,
  })

  expect((await fill(session, 'thanks')).added).toBe(1)
  expect(await messages(session)).toMatchObject({
    thanks: { byWhatsapp: 0, waiting: 1 },
    materials: { byWhatsapp: 2, waiting: 0 },
  })
  expect((await claim(session)).item?.message).toContain('Terima kasih atas kehadiran')

  const { sent, kept, skipped } = await call(
    server.app,
    whatsappApi.sendMany,
    { params: session.params, body: { channel: 'email', kind: 'thanks', words: 'materials' } },
    world.asOfficer,
  )
  expect({ sent, kept }).toEqual({ sent: 0, kept: 2 })
  expect(skipped).toMatchObject([{ reason: 'opted_out' }])
  const { rows } = await server.make.pool.query<{ subject: string }>(
    `select distinct m.subject from mails m join deliveries d on d.mail_id = m.id
      where d.invitation_id = any ($1) and d.about = 'materials'`,
    [session.invitations],
  )
  expect(rows).toEqual([{ subject: 'Materi pertemuan: Ngopi Bareng Humas' }])
  expect((await messages(session)).materials.byMail).toBe(0)
})

it('says in the queue what fits when the turn comes', async () => {
  const session = await over()
  await addMaterial(session, 'invited')
  await complete(session)
  expect((await fill(session)).added).toBe(3)
  expect((await claim(session)).item?.message).toContain('Terima kasih atas kehadiran')
  await call(
    server.app,
    attendanceApi.mark,
    {
      params: { ...session.params, invitationId: session.invitations[0] ?? '' },
      body: { status: 'absent' },
    },
    world.asOfficer,
  )
  expect((await claim(session)).item?.message).toContain('Materi pertemuan kami sediakan')
})
