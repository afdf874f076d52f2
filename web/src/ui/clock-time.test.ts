import { expect, it } from 'vitest'
import { clockTimeIn } from './clock-time.ts'

it('reads a time the way people write it', () => {
  const written = [
    '9',
    '09',
    '9.30',
    '09:30',
    '0930',
    '930',
    ' 23.59 ',
    '9,30',
    '9 30',
    'pukul 09.00',
    'jam 9',
  ]
  expect(written.map(clockTimeIn)).toEqual([
    '09:00',
    '09:00',
    '09:30',
    '09:30',
    '09:30',
    '09:30',
    '23:59',
    '09:30',
    '09:30',
    '09:00',
    '09:00',
  ])
})

it('takes nothing that is no time', () => {
  for (const typed of ['', '24.00', '9.75', 'pagi', '9.3', '12345', '9.00 WITA', '-9'])
    expect(clockTimeIn(typed)).toBeUndefined()
})
