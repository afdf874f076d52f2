import { randomFillSync } from 'node:crypto'

// Asking for random bytes costs more than the rest of an id, so they are fetched for many at a time.
const pool = Buffer.alloc(4_096)
let used = pool.length

function sixteenRandomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return Buffer.from(pool.subarray(used - 16, used))
}

/** A new UUID version 7 (RFC 9562 §5.7): sorts by the millisecond it was made in. */
export function newId(now = Date.now()): string {
  const bytes = sixteenRandomBytes()
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
