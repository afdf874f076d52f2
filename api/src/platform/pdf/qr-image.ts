import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Dots to each side of a module: at the size of a stamp as fine as a printer prints. */
const scale = 12

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A row of modules as bits, each repeated `scale` times; white is 1. */
function bitsOf(row: readonly boolean[]): Buffer {
  const bits = Buffer.alloc(1 + Math.ceil((row.length * scale) / 8))
  for (let x = 0; x < row.length * scale; x += 1) {
    const at = 1 + (x >> 3)
    if (!row[Math.floor(x / scale)]) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7))
  }
  return bits
}

/**
 * A QR code as the `data:` address of a PNG. A document holds it once however many letters it has; as shapes it would be
 * hundreds of them on each page.
 */
export function qrImage(says: string): string {
  const { data, size } = encode(says, { ecc: 'M', border: 0 })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size * scale, 0)
  header.writeUInt32BE(size * scale, 4)
  header[8] = 1
  const rows = data.flatMap((row) => Array<Buffer>(scale).fill(bitsOf(row)))
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${png.toString('base64')}`
}
