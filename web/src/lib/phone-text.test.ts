import { expect, it } from 'vitest'
import { phoneText, whatsappUrl } from './phone-text.ts'

it.each([
  ['+6281234567890', '0812-3456-7890'],
  ['+62812345678', '0812-3456-78'],
  ['+628123456789012', '0812-3456-789012'],
  ['+62215551234', '(021) 555-1234'],
  ['+62284321456', '(0284) 321-456'],
  ['+6591234567', '+6591234567'],
])('writes %s as %s', (e164, shown) => {
  expect(phoneText(e164)).toBe(shown)
})

it('offers a chat with mobile and foreign numbers, not with a landline', () => {
  expect(whatsappUrl('+6281234567890')).toBe('https://wa.me/6281234567890')
  expect(whatsappUrl('+6591234567')).toBe('https://wa.me/6591234567')
  expect(whatsappUrl('+62284321456')).toBeUndefined()
})
