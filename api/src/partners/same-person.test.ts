import { expect, test } from 'vitest'
import { samePerson } from './same-person.ts'

const person = (fullName: string, phone: string | null = null, email: string | null = null) => ({
  fullName,
  phone,
  email,
})
const newsroom = '+6281200000001'

test('contact and name together mean a person, also when one name is short', () => {
  const budi = person('H. Budi Santoso, S.Sos.', newsroom)
  const siti = person('Siti', newsroom, 'siti@uji.example')
  expect(samePerson(person('budi', newsroom), [siti, budi])).toBe(budi)
  expect(samePerson(person('SITI', null, 'Siti@uji.example'), [budi, siti])).toBe(siti)
})

test('a number that a newsroom shares means nobody by itself', () => {
  expect(samePerson(person('Ani', newsroom), [person('Budi', newsroom)])).toBeUndefined()
})

test('a bare name means the one who bears it, and nobody when two do', () => {
  const budi = person('Dr. Budi Santoso')
  expect(samePerson(person('Budi Santoso', '+62811'), [budi, person('Siti')])).toBe(budi)
  expect(samePerson(person('Budi Santoso'), [budi, person('Budi Santoso')])).toBeUndefined()
})
