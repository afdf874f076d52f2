import { crc32, deflateSync } from 'node:zlib'

const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Grey in one bit, or red, green, blue and opacity in a byte each. */
type Pixels = 'bit' | 'rgba'

const kinds: Record<Pixels, [depth: number, colour: number]> = { bit: [1, 0], rgba: [8, 6] }

/** A picture of a width and as many rows as are given, each packed as its kind of pixel asks, as a PNG file. */
export function writePng(width: number, pixels: Pixels, rows: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set(kinds[pixels], 8)
  // Every row begins with the number of its filter: none.
  const data = Buffer.concat(rows.flatMap((row) => [Buffer.of(0), row]))
  return Buffer.concat([
    mark,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
