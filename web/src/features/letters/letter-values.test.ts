import { expect, test } from 'vitest'
import { letterBody, letterheadGaps, letterValues } from './letter-values.ts'

const letter = {
  sessionId: 'x',
  saved: true,
  number: '1',
  nature: 'Biasa',
  attachment: '-',
  subject: 'Undangan',
  place: 'Pemalang',
  datedOn: '2026-11-20',
  body: null,
  defaultBody: 'Kata bawaan.',
  copiesTo: ['Kepala', 'Arsip'],
  proofUrl: null,
  guests: 0,
  version: 3,
}

test('a form left as it is saves what was there', () => {
  const { number, nature, attachment, subject, place, datedOn, copiesTo } = letter
  expect(letterBody(letterValues(letter), letter)).toEqual({
    ...{ number, nature, attachment, subject, place, datedOn, copiesTo },
    body: null,
    version: 3,
  })
})

test('the shipped words, edited and put back, are kept as the shipped words', () => {
  const values = letterValues(letter)
  expect(letterBody({ ...values, body: ' Kata bawaan.\n' }, letter).body).toBeNull()
  expect(letterBody({ ...values, body: 'Kata sendiri.' }, letter).body).toBe('Kata sendiri.')
  expect(letterBody({ ...values, copiesTo: ' Arsip \n\n' }, letter).copiesTo).toEqual(['Arsip'])
})

test('a letterhead tells what it lacks', () => {
  const full = {
    hasLogo: true,
    letterhead: { lines: ['A'], signatoryName: 'B', signatoryTitle: 'C', signatoryNip: '1' },
  }
  expect(letterheadGaps(full)).toEqual([])
  expect(
    letterheadGaps({ hasLogo: false, letterhead: { ...full.letterhead, signatoryNip: '' } }),
  ).toEqual(['logo', 'signatoryNip'])
})
