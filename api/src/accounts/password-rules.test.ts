import { expect, test } from 'vitest'
import { passwordObjection } from './password-rules.ts'
import { accountStrings } from './strings.ts'

const email = 'budi.santoso@uji.example'

test.each([
  'password123',
  'Password2026!',
  'QWERTYUIOP',
  'qwerty12345',
  '1234567890',
  '0987654321',
  '9876543210',
  'abcdefghij',
  'aaaaaaaaaaaa',
  'indonesia45',
  'bismillah1',
  '1q2w3e4r5t',
  '17081945170845',
])('refuses the common %s', (password) => {
  expect(passwordObjection(password, email)).toBe(accountStrings.commonPassword)
})

test.each(['budi.santoso-2026', 'kopi Budi.Santoso pagi'])(
  'refuses %s of the own address',
  (password) => {
    expect(passwordObjection(password, email)).toBe(accountStrings.passwordHasEmail)
  },
)

test.each([
  'kopi-pagi-pemalang',
  'password kopi pagi',
  'ombak menggulung 4 kali',
  'Rahasia dapur nenek',
])('takes %s', (password) => {
  expect(passwordObjection(password, 'ab@uji.example')).toBeUndefined()
})

test('does not mind a name of two letters within a word', () => {
  expect(passwordObjection('abang tukang bakso', 'ab@uji.example')).toBeUndefined()
})
