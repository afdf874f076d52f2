import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spreadLabels } from './spread-labels.ts'

it('leaves labels with room where they are', () => {
  expect(spreadLabels([10, 80, 40], 16, 200)).toEqual([10, 80, 40])
})

it('pushes apart what would overlap, and back up from the lower edge', () => {
  expect(spreadLabels([50, 50, 52], 16, 200)).toEqual([50, 66, 82])
  expect(spreadLabels([200, 198], 16, 200)).toEqual([200, 184])
})

it('never lets two labels overlap, nor one leave below', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 5 }), (wanted) => {
      const placed = spreadLabels(wanted, 16, 200).toSorted((a, b) => a - b)
      for (const [index, at] of placed.entries()) {
        expect(at).toBeLessThanOrEqual(200)
        if (index > 0) expect(at - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(16)
      }
    }),
  )
})
