import { encode } from 'uqr'
import { writePng } from '../png.ts'

/** Dots to each side of a module: at the size of a stamp as fine as a printer prints. */
const scale = 12

/** A row of modules as bits, each repeated `scale` times; white is 1. */
function bitsOf(row: readonly boolean[]): Buffer {
  const bits = Buffer.alloc(Math.ceil((row.length * scale) / 8))
  for (let x = 0; x < row.length * scale; x += 1) {
    if (!row[Math.floor(x / scale)]) bits[x >> 3] = (bits[x >> 3] ?? 0) | (0x80 >> (x & 7))
  }
  return bits
}

/**
 * A QR code as the `data:` address of a PNG. A document holds it once however many letters it has; as shapes it would be
 * hundreds of them on each page.
 */
export function qrImage(says: string): string {
  const { data, size } = encode(says, { ecc: 'M', border: 0 })
  const rows = data.flatMap((row) => Array<Buffer>(scale).fill(bitsOf(row)))
  return `data:image/png;base64,${writePng(size * scale, 'bit', rows).toString('base64')}`
}
