import { expect, test } from 'vitest'
import { samePerson } from './same-person.ts'

const like = (...what: ('contact' | 'agrees' | 'same')[]) => ({
  sharesContact: what.includes('contact'),
  namesAgree: what.includes('agrees') || what.includes('same'),
  sameName: what.includes('same'),
})

test('contact and name together mean a person, also when one name is short', () => {
  const [short, same, other] = [like('contact', 'agrees'), like('contact', 'same'), like('contact')]
  expect(samePerson([other, short])).toBe(short)
  expect(samePerson([other, short, same])).toBe(same)
  expect(samePerson([short, like('contact', 'agrees')])).toBeUndefined()
})

test('a number that a newsroom shares means nobody by itself', () => {
  expect(samePerson([like('contact')])).toBeUndefined()
})

test('a name means the one who bears it, and nobody when two do', () => {
  const bearer = like('same')
  expect(samePerson([bearer, like('agrees')])).toBe(bearer)
  expect(samePerson([bearer, like('same')])).toBeUndefined()
})
