import { describe, expect, it } from 'vitest'
import { bareName } from './bare-name.ts'

describe('the bare name', () => {
  it.each([
    ['H. Budi Santoso, S.Sos., M.I.Kom.', 'budi santoso'],
    ['BUDI  SANTOSO', 'budi santoso'],
    ['Prof. Dr. Hj. Siti Aminah', 'siti aminah'],
    ['Suharto', 'suharto'],
    ['Gus', 'gus'],
    ['R. Ng. José', 'ng jose'],
    ["Nur'aini", "nur'aini"],
    ['H., S.Sos.', 'h s sos'],
  ])('of %j is %j', (written, bare) => expect(bareName(written)).toBe(bare))
})
