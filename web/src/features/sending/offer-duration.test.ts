import { expect, test } from 'vitest'
import { durationOf, offerTimes } from './offer-duration.ts'

test('a time that is not usual stands among the others, in order', () => {
  expect(offerTimes(45).slice(0, 3)).toEqual([30, 45, 60])
  expect(offerTimes(720)).toHaveLength(10)
})

test('a time is told in the largest unit that says it whole', () => {
  expect(durationOf(45)).toEqual({ unit: 'minutes', n: 45 })
  expect(durationOf(90)).toEqual({ unit: 'minutes', n: 90 })
  expect(durationOf(720)).toEqual({ unit: 'hours', n: 12 })
  expect(durationOf(1440)).toEqual({ unit: 'days', n: 1 })
})
