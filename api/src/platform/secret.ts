import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openDataDir } from './data-dir.ts'
import { createOnce, readIfPresent } from './private-file.ts'
import { howToMakeASecret, isStrongSecret } from './secret-strength.ts'
import { StartError } from './start-error.ts'

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
  const stored =
    (await readIfPresent(file)) ?? (await createOnce(file, randomBytes(32).toString('base64url')))
  const secret = stored.trim()
  if (!isStrongSecret(secret))
    throw new StartError(
      `${file} does not hold 32 random bytes. Put back the one that was there: with another, every link and pass that was\n` +
        'sent and every login stop working. If that may be, delete the file, and the next start makes a new one.',
    )
  return [secret]
}
