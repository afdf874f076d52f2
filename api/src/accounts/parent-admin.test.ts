import { accountsApi } from '@ngopi/shared/accounts'
import { activityApi } from '@ngopi/shared/activity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import { goodPassword, withPassword } from '../../test/log-in.ts'
import type { MadeUser } from '../../test/make.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'

/** One installation with a mail server, whose mails stay queued since no worker runs, and one without. */
let servers: Record<'mailing' | 'plain', TestServer>
beforeAll(async () => {
  servers = {
    mailing: await startServer({ smtpUrl: 'smtp://127.0.0.1:1' }),
    plain: await startServer(),
  }
})
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())))

const as = (user: MadeUser) => ({ token: user.token })

/** A regional office with its admin, and an office below it with an admin, another admin and an officer. */
async function twoOffices(server: TestServer) {
  const parent = await server.make.user({ role: 'admin' })
  const { id: officeId } = await server.make.office({ parentId: parent.officeId })
  const child = await server.make.user({ role: 'admin', officeId })
  const second = await server.make.user({ role: 'admin', officeId })
  const officer = await withPassword(server, await server.make.user({ officeId }))
  return { parent, child, second, officer, officeId }
}

async function mailsOf(server: TestServer, officeId: string) {
  const { rows } = await server.make.pool.query<{
    recipient: string
    text: string
    confidential: boolean
  }>(
    `select recipient, body_text as text, confidential from mails where office_id = $1 order by id`,
    [officeId],
  )
  return rows.map((row) => ({ ...row, text: readable(server, row.text) }))
}

const renew = (server: TestServer, id: string, by: MadeUser) =>
  call(server.app, accountsApi.renewUserInvitation, { params: { id } }, as(by))
const invite = (server: TestServer, by: MadeUser, body: object) =>
  call(
    server.app,
    accountsApi.inviteUser,
    {
      body: { name: 'Siti', email: `${crypto.randomUUID()}@uji.example`, role: 'officer', ...body },
    },
    as(by),
  )

describe.each(['mailing', 'plain'] as const)('the admin of the office above (%s)', (kind) => {
  test('gets no link to an account that is in use below, nor to one made there', async () => {
    const server = servers[kind]
    const { parent, officer, child, officeId } = await twoOffices(server)
    for (const { id } of [officer, child])
      expect((await renew(server, id, parent)).invitationUrl).toBeNull()
    for (const role of ['officer', 'admin', 'manager'] as const) {
      const made = await invite(server, parent, { officeId, role })
      expect([made.officeId, made.invitationUrl]).toEqual([officeId, null])
    }
    const headers = { 'idempotency-key': crypto.randomUUID() }
    for (let i = 0; i < 2; i++) {
      const again = await server.app.inject({
        method: 'POST',
        url: `/api/users/${officer.id}/invitation`,
        headers: { ...headers, authorization: `Bearer ${parent.token}` },
      })
      expect(again.statusCode).toBe(201)
      expect(again.body).not.toContain('/sandi/')
    }
    const own = await server.app.inject({
      url: '/api/mails',
      headers: { authorization: `Bearer ${parent.token}` },
    })
    expect(own.json().items).toEqual([])
  })

  test('is named to each admin below, in a mail without a link and in the activity', async () => {
    const server = servers[kind]
    const { parent, child, second, officer, officeId } = await twoOffices(server)
    const made = await invite(server, parent, { officeId, name: 'Orang Baru' })
    await renew(server, officer.id, parent)
    const now = await call(server.app, accountsApi.getUser, { params: { id: made.id } }, as(child))
    await call(
      server.app,
      accountsApi.updateUser,
      { params: { id: made.id }, body: { version: now.version, role: 'manager' } },
      as(parent),
    )
    const mails = await mailsOf(server, officeId)
    for (const { email } of [child, second]) {
      const ownMails = mails.filter(({ recipient }) => recipient === email)
      expect(
        ownMails.map(
          ({ text }) => /membuat akun|tautan kata sandi baru|mengubah akun/.exec(text)?.[0],
        ),
      ).toEqual(['membuat akun', 'tautan kata sandi baru', 'mengubah akun'])
      for (const { text, confidential } of ownMails) {
        expect(text).not.toContain('/sandi/')
        expect(text).toContain('Pengguna admin dari Kantor Uji')
        expect(confidential).toBe(false)
      }
      expect(ownMails[0]?.text).toContain(`Orang Baru <${made.email}>`)
    }
    const { items } = await call(server.app, activityApi.list, { query: {} }, as(child))
    const byParent = items.filter(({ actor }) => actor.id === parent.id)
    expect(byParent.map(({ subjectId, action }) => [subjectId, action])).toEqual([
      [made.id, 'update'],
      [officer.id, 'update'],
      [made.id, 'insert'],
    ])
    expect(byParent[0]?.actor.name).toBe('Pengguna admin')
  })
})

describe('a link', () => {
  test('goes to the account’s own address alone where mail is set up', async () => {
    const server = servers.mailing
    const { parent, officer, child, officeId } = await twoOffices(server)
    await renew(server, officer.id, parent)
    expect((await renew(server, officer.id, child)).invitationUrl).toBeNull()
    const withLink = (await mailsOf(server, officeId)).filter(({ text }) =>
      text.includes('/sandi/'),
    )
    expect(withLink.map(({ recipient, confidential }) => [recipient, confidential])).toEqual([
      [officer.email, true],
      [officer.email, true],
    ])
  })

  test('that nobody would get leaves the former one as it is', async () => {
    const server = servers.plain
    const { parent, child, officeId } = await twoOffices(server)
    const made = await invite(server, child, { officeId: undefined })
    expect((await renew(server, made.id, parent)).invitationUrl).toBeNull()
    await call(server.app, accountsApi.redeemPasswordToken, {
      body: { token: made.invitationUrl?.split('/sandi/')[1] ?? '', password: goodPassword },
    })
    expect(made.officeId).toBe(officeId)
  })

  test('is the own admin’s to hand over: to whoever was never here, and without a mail server to others', async () => {
    const { child, officer } = await twoOffices(servers.plain)
    expect((await renew(servers.plain, officer.id, child)).invitationUrl).toContain('/sandi/')
    const { child: mailingChild } = await twoOffices(servers.mailing)
    expect((await invite(servers.mailing, mailingChild, {})).invitationUrl).toContain('/sandi/')
  })

  test('to the first admin of an office that nobody uses yet is the parent’s to hand over without a mail server', async () => {
    const server = servers.plain
    const parent = await server.make.user({ role: 'admin' })
    const { id: officeId } = await server.make.office({ parentId: parent.officeId })
    expect((await invite(server, parent, { officeId })).invitationUrl).toBeNull()
    const first = await invite(server, parent, { officeId, role: 'admin' })
    expect(first.invitationUrl).toContain('/sandi/')
    await server.make.user({ officeId })
    expect((await renew(server, first.id, parent)).invitationUrl).toBeNull()
  })
})
