import { officesApi, type SendingRules } from '@ngopi/shared/offices'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { checkStrings } from '../platform/problem-strings.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const rules: SendingRules = {
  quietHours: { from: '20:00', until: '07:00' },
  seatPolicy: 'offer',
  offerMinutes: 180,
  reminders: [
    { daysBefore: 3, at: '09:00' },
    { daysBefore: 0, at: '07:00' },
  ],
}

async function office() {
  const admin = await server.make.user({ role: 'admin' })
  const params = { id: admin.officeId }
  const set = (sending: object, version = 1, { token } = admin) =>
    call(
      server.app,
      officesApi.update,
      { params, body: { version, sending: { ...rules, ...sending } } },
      { token },
    )
  return { admin, params, set }
}

test('an admin says when messages rest, what reminds, and what becomes of a freed seat', async () => {
  const { admin, params, set } = await office()
  expect((await set({})).sending).toEqual(rules)
  const none = { quietHours: null, reminders: [], seatPolicy: 'promote' }
  expect((await set(none, 2)).sending).toEqual({ ...rules, ...none })
  const { sending } = await call(server.app, officesApi.get, { params }, { token: admin.token })
  expect(sending).toEqual({ ...rules, ...none })
  for (const role of ['officer', 'manager'] as const) {
    const user = await server.make.user({ role, officeId: admin.officeId })
    expect((await problemOf(set({}, 3, user))).status).toBe(403)
  }
})

test.each([
  [
    'an empty night',
    { quietHours: { from: '07:00', until: '07:00' } },
    'sending.quietHours.until',
    'quietEmpty',
  ],
  [
    'one reminder twice',
    { reminders: [rules.reminders[0], { daysBefore: 1, at: '09:00' }, rules.reminders[0]] },
    'sending.reminders',
    'remindersOnce',
  ],
] as const)('%s is refused in words', async (_case, sending, path, key) => {
  const { set } = await office()
  const { status, problem } = await problemOf(set(sending))
  expect(status).toBe(400)
  expect(problem.fields).toEqual([{ path, message: checkStrings[key]?.id }])
})

test.each([
  { offerMinutes: 14 },
  { offerMinutes: 10_081 },
  { seatPolicy: 'lottery' },
  { reminders: [{ daysBefore: 61, at: '09:00' }] },
  { reminders: [{ daysBefore: 1, at: '9:00' }] },
  { reminders: Array.from({ length: 7 }, (_, daysBefore) => ({ daysBefore, at: '09:00' })) },
  { quietHours: { from: '24:00', until: '07:00' } },
])('a rule beyond its bounds is refused: %j', async (sending) => {
  const { set } = await office()
  expect((await problemOf(set(sending))).status).toBe(400)
})
