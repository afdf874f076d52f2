import { hkdfSync } from 'node:crypto'

/** The first signs, all verify, so that a secret can be replaced without killing what it signed. */
export type KeyRing = [Buffer, ...Buffer[]]

/** Keys by purpose, derived so that knowing one tells nothing about another. */
export interface Keys {
  accessToken: KeyRing
  personalLink: KeyRing
  pass: KeyRing
  /** Codes shown in the room. */
  checkIn: KeyRing
  /** Refresh tokens and links that set a password. */
  accounts: KeyRing
  /** Binds a list's cursor to its filters. */
  cursor: KeyRing
  /** Addresses that undeliverable mails come back to. */
  bounce: KeyRing
  /** Seals stored text that carries links or contact data. */
  storedText: KeyRing
}

/** Derives the keys of each purpose from each secret, in order (HKDF-SHA-256, 32 bytes). */
export function deriveKeys(secrets: string[]): Keys {
  const [signing, ...older] = secrets
  if (signing === undefined) throw new Error('There must be at least one secret')
  const deriveOne = (secret: string, purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'ngopi', purpose, 32))
  const derive = (purpose: string): KeyRing => [
    deriveOne(signing, purpose),
    ...older.map((secret) => deriveOne(secret, purpose)),
  ]
  return {
    accessToken: derive('access token'),
    personalLink: derive('personal link'),
    pass: derive('pass'),
    checkIn: derive('check-in'),
    accounts: derive('accounts'),
    cursor: derive('cursor'),
    bounce: derive('bounce'),
    storedText: derive('stored text'),
  }
}
