import { hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openDataDir } from './data-dir.ts'
import { createOnce, readIfPresent } from './private-file.ts'
import { howToMakeASecret, isStrongSecret } from './secret-strength.ts'
import { StartError } from './start-error.ts'

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

/**
 * The secrets to derive keys from: SECRET_KEY, else (embedded database only) one made once in DATA_DIR.
 * Throws a StartError with DATABASE_URL and no SECRET_KEY, since several processes must share one secret, and when the
 * kept one cannot be what was made.
 */
export async function resolveSecrets(config: {
  secretKeys: string[] | undefined
  databaseUrl: string | undefined
  dataDir: string
}): Promise<string[]> {
  if (config.secretKeys !== undefined) return config.secretKeys
  if (config.databaseUrl !== undefined) {
    throw new StartError(
      'SECRET_KEY is missing. With DATABASE_URL it must be given, the same for every process;\n' +
        `make one with: ${howToMakeASecret}`,
    )
  }
  const file = join(await openDataDir(config.dataDir), 'secret-key')
  const kept =
    (await readIfPresent(file)) ?? (await createOnce(file, randomBytes(32).toString('base64url')))
  const secret = kept.trim()
  if (!isStrongSecret(secret))
    throw new StartError(
      `${file} does not hold 32 random bytes. Put back the one that was there: with another, every link and pass that was\n` +
        'sent and every login stop working. If that may be, delete the file, and the next start makes a new one.',
    )
  return [secret]
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
