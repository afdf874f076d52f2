import { expect, it } from 'vitest'
import { withSeparateCells } from './pasted.ts'

it('keeps the cells of copied rows apart, an empty one too', () => {
  expect(withSeparateCells('Hadir\t12\r\nIzin\t\t4\t\n\nSelesai')).toBe(
    'Hadir · 12\nIzin · – · 4\n\nSelesai',
  )
})

it('takes a line that is only set in for a line', () => {
  expect(withSeparateCells('\tPembukaan')).toBe(' Pembukaan')
})
