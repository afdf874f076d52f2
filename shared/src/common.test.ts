import { expect, test } from 'vitest'
import { timeZone } from './common.ts'

test.each([
  ['asia/jakarta', 'Asia/Jakarta'],
  ['Asia/Ujung_Pandang', 'Asia/Makassar'],
  ['UTC', 'UTC'],
])('the zone %s is known as %s', (given, name) => {
  expect(timeZone.parse(given)).toBe(name)
})

test.each(['', 'WIB', 'Asia/Pemalang', '+07:00', 'Asia/Jakarta; drop'])(
  '%j is no zone',
  (given) => {
    expect(timeZone.safeParse(given).success).toBe(false)
  },
)
