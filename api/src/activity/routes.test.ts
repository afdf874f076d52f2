import { accountsApi, mailsApi } from '@ngopi/shared/accounts'
import { activityApi } from '@ngopi/shared/activity'
import { officesApi } from '@ngopi/shared/offices'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { offices } from '../accounts/tables.ts'
import { queueMail } from '../platform/mail.ts'

let server: TestServer
let admin: MadeUser
beforeAll(async () => {
  server = await startServer()
  admin = await server.make.user({ role: 'admin' })
})
afterAll(() => server.close())

const as = (user: MadeUser) => ({ token: user.token })
const activity = (query: object, user = admin) =>
  call(server.app, activityApi.list, { query }, as(user))

describe('the activity log', () => {
  test('names who changed what, from what and to what, newest first', async () => {
    const { officeId } = admin
    await call(
      server.app,
      officesApi.update,
      { params: { id: officeId }, body: { version: 1, city: 'Tegal' } },
      as(admin),
    )
    await call(server.app, accountsApi.updateMe, { body: { version: 1, name: 'Ratna' } }, as(admin))
    const { items } = await activity({ limit: 2 })
    expect(items[0]).toMatchObject({
      actor: { kind: 'user', id: admin.id, name: 'Ratna' },
      action: 'update',
      subject: 'users',
      subjectId: admin.id,
      before: { name: 'Pengguna admin' },
      after: { name: 'Ratna' },
    })
    expect(items[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(items[1]).toMatchObject({
      subject: 'offices',
      subjectId: officeId,
      after: { city: 'Tegal' },
    })
  })

  test('filters, and pages without gaps or repeats', async () => {
    for (let version = 2; version < 9; version++) {
      const body = { version, name: `Ratna ${version}` }
      await call(server.app, accountsApi.updateMe, { body }, as(admin))
    }
    const all = (await activity({ limit: 100, subjectId: admin.id })).items
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await activity({ limit: 3, subjectId: admin.id, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(all.map(({ id }) => id))
    expect(seen.length).toBeGreaterThan(7)
    expect((await activity({ userId: admin.id, subject: 'users' })).items.length).toBeGreaterThan(6)
    expect((await activity({ subject: 'sessions,outlets' })).items).toEqual([])
    const other = await activity({ limit: 3, subjectId: admin.id })
    const moved = activity({ limit: 3, cursor: other.nextCursor })
    expect((await problemOf(moved)).status).toBe(400)
  })

  test('names the admin of the office above, and shows nobody another office', async () => {
    const child = await call(
      server.app,
      officesApi.create,
      { body: { name: 'Anak', timeZone: 'Asia/Jakarta' } },
      as(admin),
    )
    const below = await server.make.user({ role: 'admin', officeId: child.id })
    const made = (await activity({ subject: 'offices' }, below)).items
    expect(made).toMatchObject([{ action: 'insert', subjectId: child.id, actor: { id: admin.id } }])
    expect(made[0]?.actor.name).toContain('Ratna')
    expect((await activity({ subjectId: child.id })).items).toEqual([])
    const manager = await server.make.user({ role: 'manager', officeId: admin.officeId })
    expect((await problemOf(activity({}, manager))).status).toBe(403)
  })

  test('a write without an actor is refused', async () => {
    const { database } = server.deps
    const nameless = database.read([admin.officeId], (db) =>
      db.update(offices).set({ city: 'Tanpa nama' }),
    )
    await expect(nameless).rejects.toMatchObject({ cause: { code: '42501' } })
    const named = database.write([admin.officeId], 'system:', (tx) =>
      tx.update(offices).set({ city: 'Dengan nama' }),
    )
    await expect(named).resolves.toMatchObject({ rowCount: 1 })
  })

  test('cannot be rewritten, not even by the application', async () => {
    const { database } = server.deps
    for (const statement of ['delete from activity', `update activity set actor_id = null`]) {
      const attempt = database.write([admin.officeId], 'system:', (tx) => tx.execute(statement))
      await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })
})

describe('the mails', () => {
  test('are listed newest first, without the text of those that carry a secret', async () => {
    const { officeId } = admin
    await server.deps.database.write([officeId], 'system:', async (tx) => {
      for (const confidential of [false, true]) {
        const mail = {
          recipient: { name: 'Budi', address: 'budi@uji.example' },
          subject: confidential ? 'Rahasia' : 'Biasa',
          text: 'isi surel',
          confidential,
        }
        await queueMail(tx, { officeId, smtp: false, mail })
      }
    })
    const list = (query: object) => call(server.app, mailsApi.list, { query }, as(admin))
    const page = await list({ count: '1' })
    expect(page).toMatchObject({
      total: 2,
      nextCursor: null,
      items: [
        { to: 'budi@uji.example', subject: 'Rahasia', text: '', state: 'kept', sentAt: null },
        { to: 'budi@uji.example', subject: 'Biasa', text: 'isi surel', error: null },
      ],
    })
    const first = await list({ limit: 1 })
    const second = await list({ limit: 1, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items]).toEqual(page.items)
    expect(second.nextCursor).toBeNull()
    const stranger = await server.make.user({ role: 'admin' })
    expect((await call(server.app, mailsApi.list, {}, as(stranger))).items).toEqual([])
  })
})
