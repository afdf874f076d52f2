import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { limitRate, subjectOf } from './rate-limit.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['humas@pemalang.example', 'humas@pemalang.example'],
  ['01990000-0000-7000-8000-000000000000', '01990000-0000-7000-8000-000000000000'],
])('%s counts as %s', (address, subject) => {
  expect(subjectOf(address)).toBe(subject)
})

test('the addresses of one IPv6 network share a limit', async () => {
  const limit = { name: 'uji', attempts: 2, seconds: 86_400 }
  const attempt = (address: string) => limitRate(server.deps.database, limit, address, 1)
  await attempt('2001:db8:1:2::1')
  await attempt('2001:db8:1:2:ffff::2')
  await expect(attempt('2001:db8:1:2::3')).rejects.toMatchObject({ code: 'too_many_requests' })
  await attempt('2001:db8:1:4::1')
})
