import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyRing } from './keys.ts'

const mark = 'sealed:'
const nonceBytes = 12
const tagBytes = 16

function openWith(key: Buffer, sealed: Buffer): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return (
      decipher.update(sealed.subarray(nonceBytes + tagBytes), undefined, 'utf8') +
      decipher.final('utf8')
    )
  } catch {
    return undefined
  }
}

/**
 * Makes stored text unreadable without the installation's secret (AES-256-GCM), for what carries working links or
 * contact data and yet must outlive the request: a dump of the database alone tells nothing of it.
 */
export class Sealing {
  readonly #keys: KeyRing

  /** The first key seals, all open. Each has 32 bytes. */
  constructor(keys: KeyRing) {
    this.#keys = keys
  }

  /** The text as it is to be stored; different each time. */
  seal(text: string): string {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#keys[0], nonce, { authTagLength: tagBytes })
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
  }

  /** The stored text; undefined when none of the keys opens it. Text stored before it was sealed stays as it is. */
  open(stored: string): string | undefined {
    if (!stored.startsWith(mark)) return stored
    const sealed = Buffer.from(stored.slice(mark.length), 'base64url')
    if (sealed.length < nonceBytes + tagBytes) return undefined
    for (const key of this.#keys) {
      const text = openWith(key, sealed)
      if (text !== undefined) return text
    }
    return undefined
  }
}
