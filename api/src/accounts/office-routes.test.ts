import { officesApi } from '@ngopi/shared/offices'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { accountStrings } from './strings.ts'

let server: TestServer
let admin: MadeUser
let childId: string
let grandchildId: string
beforeAll(async () => {
  server = await startServer()
  admin = await server.make.user({ role: 'admin' })
  childId = (await server.make.office({ name: 'Anak', parentId: admin.officeId })).id
  grandchildId = (await server.make.office({ name: 'Cucu', parentId: childId })).id
})
afterAll(() => server.close())

const as = (user: MadeUser) => ({ token: user.token })
const get = (id: string, user: MadeUser) =>
  call(server.app, officesApi.get, { params: { id } }, as(user))
const update = (id: string, body: object, user = admin) =>
  call(server.app, officesApi.update, { params: { id }, body: { version: 1, ...body } }, as(user))
const listed = async (user: MadeUser) =>
  (await call(server.app, officesApi.list, {}, as(user))).items.map(({ id }) => id)

test('each role sees what it may: own first, children for an admin, all below for a manager', async () => {
  const { officeId } = admin
  const manager = await server.make.user({ role: 'manager', officeId })
  const officer = await server.make.user({ role: 'officer', officeId })
  const desk = await server.make.user({ role: 'desk', officeId: childId })
  expect(await listed(admin)).toEqual([officeId, childId])
  expect(await listed(manager)).toEqual([officeId, childId, grandchildId])
  expect(await listed(officer)).toEqual([officeId])
  expect(await listed(desk)).toEqual([childId])
  expect((await get(grandchildId, manager)).name).toBe('Cucu')
  for (const [id, user] of [
    [grandchildId, admin],
    [childId, officer],
    [officeId, desk],
  ] as const) {
    expect((await problemOf(get(id, user))).status).toBe(404)
  }
})

test('an admin makes an office below and sets it up; the log of that office tells', async () => {
  const made = await call(
    server.app,
    officesApi.create,
    { body: { name: 'Kantor baru', timeZone: 'Asia/Makassar' } },
    as(admin),
  )
  expect(made).toMatchObject({
    parentId: admin.officeId,
    city: null,
    pressContact: null,
    version: 1,
  })
  const letterhead = {
    lines: ['KEMENTERIAN CONTOH', 'KANTOR BARU'],
    signatoryName: 'Siti',
    signatoryTitle: 'Kepala',
    signatoryNip: '19800101 200501 1 001',
  }
  const changed = await update(made.id, {
    city: 'Makassar',
    letterhead,
    pressContact: { name: 'Humas', phone: '0812 3456 7890' },
  })
  expect(changed).toMatchObject({
    version: 2,
    city: 'Makassar',
    letterhead,
    pressContact: { name: 'Humas', phone: '+6281234567890' },
  })
  expect(await get(made.id, admin)).toEqual(changed)
  const cleared = await update(made.id, { version: 2, city: null, pressContact: null })
  expect(cleared).toMatchObject({ city: null, pressContact: null, letterhead })
  const { rows } = await server.make.pool.query(
    'select actor_id, action, before, after from activity where office_id = $1 order by id',
    [made.id],
  )
  expect(rows.map(({ action, actor_id }) => [action, actor_id])).toEqual(
    ['insert', 'update', 'update'].map((action) => [action, admin.id]),
  )
  expect(rows[1]).toMatchObject({ before: { city: null }, after: { city: 'Makassar' } })
})

test('a stale change gets the present office', async () => {
  const boss = await server.make.user({ role: 'admin' })
  const changed = await update(boss.officeId, { name: 'Satu' }, boss)
  const { problem } = await problemOf(update(boss.officeId, { name: 'Dua' }, boss))
  expect(problem).toMatchObject({ code: 'stale', current: changed })
})

test('of two changes to the same version one wins', async () => {
  const boss = await server.make.user({ role: 'admin' })
  const outcomes = await Promise.allSettled(
    ['Satu', 'Dua', 'Tiga'].map((name) => update(boss.officeId, { name }, boss)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('nobody but an admin of the office or its parent changes one', async () => {
  for (const role of ['officer', 'manager', 'desk'] as const) {
    const user = await server.make.user({ role, officeId: admin.officeId })
    expect((await problemOf(update(admin.officeId, { name: 'X' }, user))).status).toBe(403)
  }
  const below = await server.make.user({ role: 'admin', officeId: childId })
  const stranger = await server.make.user({ role: 'admin' })
  for (const [id, user] of [
    [admin.officeId, below],
    [grandchildId, admin],
    [childId, stranger],
  ] as const) {
    expect((await problemOf(update(id, { name: 'X' }, user))).status).toBe(404)
  }
})

test('wrong fields are named, each of them', async () => {
  const attempt = update(admin.officeId, {
    timeZone: 'Asia/Tegal',
    letterhead: { lines: ['x'.repeat(200)] },
    pressContact: { name: '', phone: 'x' },
    parentId: null,
  })
  const paths = (await problemOf(attempt)).problem.fields?.map(({ path }) => path)
  expect(new Set(paths)).toEqual(
    new Set([
      'timeZone',
      'letterhead.lines.0',
      'letterhead.signatoryName',
      'letterhead.signatoryTitle',
      'letterhead.signatoryNip',
      'pressContact.name',
      'pressContact.phone',
      'parentId',
    ]),
  )
  const { problem } = await problemOf(
    update(admin.officeId, { pressContact: { name: 'Humas', phone: '12345' } }),
  )
  expect(problem.fields).toEqual([
    { path: 'pressContact.phone', message: accountStrings.noPhone.id },
  ])
})
