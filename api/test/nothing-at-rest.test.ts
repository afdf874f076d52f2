import { randomUUID } from 'node:crypto'
import { accountsApi } from '@ngopi/shared/accounts'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { invitationsApi } from '@ngopi/shared/invitations'
import { journalistsApi } from '@ngopi/shared/journalists'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passOf } from '../src/invitations/pass.ts'
import { call } from './client.ts'
import { Mailbox } from './mailbox.ts'
import { startServer, type TestServer } from './server.ts'
import { World } from './world.ts'

let mailbox: Mailbox
let server: TestServer
beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await startServer({
    smtpUrl: mailbox.url,
    publicUrl: 'https://humas.example',
    worker: true,
  })
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

/** Every row of every table, as a dump would have it. */
async function dump(): Promise<string> {
  const { pool } = server.make
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(30)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`)
    texts.push(...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}

test('a dump of the database opens nothing: no link, pass or secret, and no kept answer with a number', async () => {
  const world = await World.open(server)
  const as = world.asOfficer
  const { session, invitations } = await world.meeting({ guests: 3, email: 'tamu@media.example' })
  const tokens: string[] = []
  for (const id of invitations) tokens.push((await world.path(id)).slice('/u/'.length))
  const send = (id: string, kind: 'invitation' | 'reminder') =>
    call(
      server.app,
      invitationsApi.deliver,
      { params: { id }, body: { channel: 'email', kind } },
      as,
    )
  const [sent = '', waiting = '', bounced = ''] = invitations
  await send(sent, 'invitation')
  await expect.poll(() => mailbox.received.length, { timeout: 60_000 }).toBe(1)
  expect(mailbox.received[0]?.mail.text).toContain(tokens[0])
  await expect
    .poll(
      async () => (await server.make.pool.query(`select from mails where state = 'sent'`)).rowCount,
      { timeout: 60_000 },
    )
    .toBe(1)
  mailbox.refusal = { code: 550, text: '5.1.1 no such user' }
  mailbox.refusals = 1
  await send(bounced, 'invitation')
  await expect
    .poll(
      async () =>
        (await server.make.pool.query(`select from mails where state = 'bounced'`)).rowCount,
      { timeout: 60_000 },
    )
    .toBe(1)
  mailbox.refusal = { code: 451, text: 'later' }
  mailbox.refusals = 1_000
  await server.make.pool.query('update journalists set email_problem_at = null')
  await send(waiting, 'invitation')

  const admin = await server.make.user({ officeId: world.officer.officeId, role: 'admin' })
  const user = await server.make.user({ officeId: world.officer.officeId })
  await call(server.app, accountsApi.requestPasswordReset, { body: { email: user.email } })
  await call(
    server.app,
    accountsApi.inviteUser,
    { body: { name: 'Baru', email: 'baru@kantor.example', role: 'officer' } },
    { token: admin.token, headers: { 'idempotency-key': randomUUID() } },
  )
  const feed = await call(server.app, calendarFeedsApi.create, {}, as)
  const phone = '+6281277788899'
  const key = randomUUID()
  const create = () =>
    call(
      server.app,
      journalistsApi.create,
      { body: { fullName: 'Rahasia', phone, affiliations: [] } },
      { ...as, headers: { 'idempotency-key': key } },
    )
  const journalist = await create()
  expect(await create()).toEqual(journalist)

  const passes = invitations.map((id) => passOf(server.deps.keys.pass, id, 1))
  const secrets = [
    ...tokens,
    ...passes,
    new URL(feed.url).pathname.slice('/calendar/'.length, -'.ics'.length),
  ]
  const text = await dump()
  expect(text).toContain(session.id)
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/\/(u|sandi|calendar)\/[\w-]{20}/)
  const stored = await server.make.pool.query<{ row: string }>(
    'select t::text as row from idempotency_keys t',
  )
  expect(stored.rows.length).toBeGreaterThan(1)
  for (const { row } of stored.rows) expect(row).not.toMatch(/81277788899|Rahasia|baru@kantor/)
})
