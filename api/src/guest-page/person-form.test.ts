import { expect, test } from 'vitest'
import type { PersonFaults } from '../guest-views/people-text.ts'
import { readPersonForm } from './person-form.ts'

test.each<[Record<string, string>, PersonFaults]>([
  [{ fullName: '', phone: '0812 3456 7890' }, { fullName: 'noName' }],
  [{ fullName: 'Budi' }, { phone: 'noContact' }],
  [
    { fullName: ' ', phone: ' ', email: '' },
    { fullName: 'noName', phone: 'noContact' },
  ],
  [{ fullName: 'Budi', phone: 'besok saja' }, { phone: 'noPhone' }],
  [{ fullName: 'Budi', phone: '0812', email: 'budi@uji.example' }, { phone: 'noPhone' }],
  [
    { fullName: '', phone: '12345678', email: 'bukan surel' },
    { fullName: 'noName', phone: 'noPhone', email: 'noEmail' },
  ],
  [
    { fullName: 'B'.repeat(161), phone: '081234567890', outletName: 'M'.repeat(161) },
    { fullName: 'tooLong', outletName: 'tooLong' },
  ],
  [{ fullName: 'Budi', phone: '081234567890', officeId: 'x' }, {}],
])('%j is not taken, and each field says why', (body, faults) => {
  expect(readPersonForm(body)).toEqual({ faults })
})

test.each([
  '0812 3456 7890',
  '+62 812-3456-7890',
  '81234567890',
  '(0285) 421234',
  '+1 650 253 0000',
])('%s is a number', (phone) => {
  expect(readPersonForm({ fullName: 'Budi', phone, email: '', outletName: ' ' })).toEqual({
    person: { fullName: 'Budi', phone },
  })
})

test('an address alone is enough', () => {
  const body = { fullName: 'Budi', phone: '  ', email: 'Budi@Uji.example' }
  expect(readPersonForm(body)).toEqual({ person: { fullName: 'Budi', email: 'budi@uji.example' } })
})
