import { accountsApi } from '@ngopi/shared/accounts'
import type { Role } from '@ngopi/shared/roles'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { goodPassword, logIn, visit, withPassword } from '../../test/log-in.ts'
import type { MadeUser } from '../../test/make.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { accountStrings } from './strings.ts'

let server: TestServer
let admin: MadeUser
let childId: string
let foreign: MadeUser
beforeAll(async () => {
  server = await startServer()
  admin = await server.make.user({ role: 'admin' })
  childId = (await server.make.office({ name: 'Kantor bawahan', parentId: admin.officeId })).id
  foreign = await server.make.user({ role: 'admin' })
})
afterAll(() => server.close())

const as = (user: MadeUser) => ({ token: user.token })
const person = (more: object = {}) => ({
  name: 'Siti Rahma',
  email: `${crypto.randomUUID()}@uji.example`,
  role: 'officer' as const,
  ...more,
})
const invite = (body: ReturnType<typeof person>, by = admin) =>
  call(server.app, accountsApi.inviteUser, { body }, as(by))
const tokenOf = (url: string | null) => url?.split('/sandi/')[1] ?? ''
const redeem = (url: string | null) =>
  call(server.app, accountsApi.redeemPasswordToken, {
    body: { token: tokenOf(url), password: goodPassword },
  })
const update = (
  user: { id: string },
  body: { version: number; role?: Role; disabled?: boolean; name?: string },
  by = admin,
) => call(server.app, accountsApi.updateUser, { params: { id: user.id }, body }, as(by))

describe('inviting', () => {
  test('gives a link that makes the user active and works once', async () => {
    const { invitationUrl, ...user } = await invite(person({ role: 'desk' }))
    expect(user).toMatchObject({ officeId: admin.officeId, status: 'invited', role: 'desk' })
    expect(invitationUrl).toMatch(/^http:\/\/127\.0\.0\.1:3000\/sandi\/[\w-]{43}$/)
    expect((await logIn(server.app, user.email)).status).toBe(401)
    await redeem(invitationUrl)
    expect((await logIn(server.app, user.email)).json.user.role).toBe('desk')
    expect((await problemOf(redeem(invitationUrl))).status).toBe(400)
    const now = await call(server.app, accountsApi.getUser, { params: { id: user.id } }, as(admin))
    expect(now.status).toBe('active')
  })

  test('ends after 72 hours, and when a new link is made', async () => {
    const first = await invite(person())
    const renewed = await call(
      server.app,
      accountsApi.renewUserInvitation,
      { params: { id: first.id } },
      as(admin),
    )
    expect((await problemOf(redeem(first.invitationUrl))).status).toBe(400)
    const age = (interval: string) =>
      server.make.pool.query(
        'update password_tokens set expires_at = expires_at - $2::interval where user_id = $1',
        [first.id, interval],
      )
    await age('72 hours')
    expect((await problemOf(redeem(renewed.invitationUrl))).status).toBe(400)
    await age('-1 minutes')
    await redeem(renewed.invitationUrl)
  })

  test('refuses an address in use, in whatever office', async () => {
    const { problem } = await problemOf(invite(person({ email: foreign.email.toUpperCase() })))
    expect(problem).toMatchObject({
      status: 409,
      code: 'duplicate',
      fields: [{ path: 'email', message: accountStrings.usedEmail.id }],
    })
  })

  test('is mailed in confidence where mail is set up', async () => {
    const mailing = await startServer({ smtpUrl: 'smtp://127.0.0.1:1' })
    try {
      const { token } = await mailing.make.user({ role: 'admin' })
      const body = person({ name: 'Ibu "Sri"\u00a0<sri@jahat.example>, Humas' })
      const { invitationUrl } = await call(mailing.app, accountsApi.inviteUser, { body }, { token })
      const { rows } = await mailing.make.pool.query('select * from mails')
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({
        recipient: body.email,
        recipient_name: body.name,
        confidential: true,
        state: 'queued',
      })
      expect(readable(mailing, rows[0].body_text)).toContain(invitationUrl)
      expect(rows[0].subject).not.toContain('Sri')
    } finally {
      await mailing.close()
    }
  })

  test.each([
    'budi@uji.example\r\nBcc: x@jahat.example',
    'a@b, c@d',
    'Budi <budi@uji.example>',
    '@',
  ])('refuses %j as an address', async (email) => {
    const { problem } = await problemOf(invite(person({ email })))
    expect(problem.fields?.map(({ path }) => path)).toEqual(['email'])
  })

  test.each([
    ['id', 'Isian ini tidak dikenal.'],
    ['en', 'This field is unknown.'],
  ])('names every wrong field (%s)', async (language, unknown) => {
    const { status, json } = await visit(server.app, '/api/users', {
      headers: { authorization: `Bearer ${admin.token}`, 'accept-language': language },
      body: { name: ' ', email: 'x', role: 'raja', version: 7, office_id: foreign.officeId },
    })
    expect(status).toBe(400)
    const fields = json.fields as { path: string; message: string }[]
    expect(fields.map(({ path }) => path).sort()).toEqual([
      'email',
      'name',
      'office_id',
      'role',
      'version',
    ])
    expect(fields.find(({ path }) => path === 'office_id')?.message).toBe(unknown)
  })
})

describe('administering', () => {
  test('is for admins alone', async () => {
    for (const role of ['officer', 'manager', 'desk'] as const) {
      const user = await server.make.user({ role, officeId: admin.officeId })
      for (const attempt of [
        () => call(server.app, accountsApi.listUsers, {}, as(user)),
        () => invite(person(), user),
        () => update(user, { version: 1, role: 'admin' }, user),
      ]) {
        expect((await problemOf(attempt())).status).toBe(403)
      }
    }
  })

  test('does not reach an office that is neither own nor below', async () => {
    const { id } = foreign
    const { officeId } = foreign
    const attempts = [
      () => call(server.app, accountsApi.getUser, { params: { id } }, as(admin)),
      () => call(server.app, accountsApi.renewUserInvitation, { params: { id } }, as(admin)),
      () => call(server.app, accountsApi.listUsers, { query: { officeId } }, as(admin)),
      () => update(foreign, { version: 1, disabled: true }),
    ]
    for (const attempt of attempts) expect((await problemOf(attempt())).status).toBe(404)
    const { problem } = await problemOf(invite(person({ officeId: foreign.officeId })))
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'officeId' }] })
    const below = await server.make.user({ role: 'admin', officeId: childId })
    expect((await problemOf(update(admin, { version: 1, name: 'Ganti' }, below))).status).toBe(404)
  })

  test('reaches the offices below, and the log there tells who did it', async () => {
    const invited = await invite(person({ officeId: childId }))
    expect(invited.officeId).toBe(childId)
    const list = await call(
      server.app,
      accountsApi.listUsers,
      { query: { officeId: childId } },
      as(admin),
    )
    expect(list.items.map(({ id }) => id)).toContain(invited.id)
    const own = await call(server.app, accountsApi.listUsers, { query: { limit: 100 } }, as(admin))
    expect(own.items.map(({ id }) => id)).not.toContain(invited.id)
    await update(invited, { version: 1, role: 'manager' })
    const { rows } = await server.make.pool.query(
      'select office_id, actor_kind, actor_id, before, after from activity where subject_id = $1 order by id',
      [invited.id],
    )
    expect(rows).toHaveLength(2)
    expect(rows[1]).toEqual({
      office_id: childId,
      actor_kind: 'user',
      actor_id: admin.id,
      before: { role: 'officer' },
      after: { role: 'manager' },
    })
  })

  test('a change of role holds from the next request on', async () => {
    const user = await server.make.user({ officeId: admin.officeId, role: 'officer' })
    expect((await problemOf(call(server.app, accountsApi.listUsers, {}, as(user)))).status).toBe(
      403,
    )
    await update(user, { version: 1, role: 'admin' })
    expect(
      (await call(server.app, accountsApi.listUsers, {}, as(user))).items.length,
    ).toBeGreaterThan(0)
  })

  test('a stale change gets the present record and changes nothing', async () => {
    const user = await server.make.user({ officeId: admin.officeId })
    const changed = await update(user, { version: 1, name: 'Nama baru' })
    const { problem } = await problemOf(update(user, { version: 1, name: 'Nama lain' }))
    expect(problem).toMatchObject({ status: 409, code: 'stale', current: changed })
  })

  test('disabling ends logins and links; enabling lets in again', async () => {
    const user = await withPassword(server, await server.make.user({ officeId: admin.officeId }))
    const { cookie } = await logIn(server.app, user.email)
    const link = await call(
      server.app,
      accountsApi.renewUserInvitation,
      { params: { id: user.id } },
      as(admin),
    )
    const off = await update(user, { version: link.version, disabled: true })
    expect(off.status).toBe('disabled')
    const renewal = call(
      server.app,
      accountsApi.renewUserInvitation,
      { params: { id: user.id } },
      as(admin),
    )
    expect((await problemOf(renewal)).problem.code).toBe('closed')
    await update(user, { version: off.version, disabled: false })
    expect((await visit(server.app, '/api/login/refresh', { cookie })).status).toBe(401)
    expect((await problemOf(redeem(link.invitationUrl))).status).toBe(400)
    expect((await logIn(server.app, user.email)).status).toBe(200)
  })

  test('keeps one active admin in an office, also when two remove each other', async () => {
    const one = await server.make.user({ role: 'admin' })
    for (const change of [{ disabled: true }, { role: 'officer' as const }]) {
      const { problem } = await problemOf(update(one, { version: 1, ...change }, one))
      expect(problem).toMatchObject({ code: 'closed', title: accountStrings.lastAdmin.id })
    }
    await invite(person({ role: 'admin' }), one)
    expect((await problemOf(update(one, { version: 1, disabled: true }, one))).status).toBe(409)
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await server.make.user({ role: 'admin' }), one]
      await server.make.pool.query('update users set office_id = $2 where id = $1', [
        a.id,
        b.officeId,
      ])
      const { rows } = await server.make.pool.query(
        'select id, version from users where id in ($1, $2)',
        [a.id, b.id],
      )
      const versionOf = (id: string) => rows.find((row) => row.id === id)?.version
      const outcomes = await Promise.allSettled([
        update(a, { version: versionOf(a.id), role: 'officer' }, b),
        update(b, { version: versionOf(b.id), role: 'officer' }, a),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await server.make.pool.query(`update users set role = 'officer' where id = $1`, [a.id])
      await server.make.pool.query(`update users set role = 'admin' where id = $1`, [b.id])
    }
  })
})

describe('the list', () => {
  test('is by name, finds parts of names without accents, and pages without gaps', async () => {
    const boss = await server.make.user({ role: 'admin' })
    const names = ['Ádi', 'Budi', 'Budi', 'Citra', 'Dédé']
    for (const name of names) await invite(person({ name }), boss)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await call(
        server.app,
        accountsApi.listUsers,
        { query: { limit: 2, cursor, count: '1' } },
        as(boss),
      )
      expect(page.total).toBe(6)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(6)
    expect(seen).toHaveLength(6)
    const find = async (query: object) =>
      (await call(server.app, accountsApi.listUsers, { query }, as(boss))).items.map(
        ({ name }) => name,
      )
    expect(await find({ q: 'dede' })).toEqual(['Dédé'])
    expect(await find({ q: 'bud', sort: '-name' })).toEqual(['Budi', 'Budi'])
    expect(await find({ q: '%' })).toEqual([])
    const first = await call(server.app, accountsApi.listUsers, { query: { limit: 2 } }, as(boss))
    const moved = call(
      server.app,
      accountsApi.listUsers,
      { query: { limit: 2, q: 'a', cursor: first.nextCursor ?? '' } },
      as(boss),
    )
    expect((await problemOf(moved)).problem.fields?.[0]?.path).toBe('cursor')
  })
})
