import { createHash, randomFillSync } from 'node:crypto'

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
  return written(bytes)
}

/**
 * The id of what one act makes: the same act done again has the same one, so that it is made once. It sorts by the
 * millisecond the key of the act was made in.
 *
 * @param key from `newId`
 * @param press what tells it from others with this key
 */
export function idOfPress(key: string, press: readonly string[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([key, ...press]))
    .digest()
    .subarray(0, 16)
  bytes.write(key.replaceAll('-', '').slice(0, 12), 0, 'hex')
  return written(bytes)
}

/** Sixteen bytes as a UUID version 7. */
function written(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
