import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { deriveKeys } from './keys.ts'
import { resolveSecrets } from './secret.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ngopi-secret-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

describe('resolveSecrets', () => {
  test('is made once, even by simultaneous starts, and only its owner reads it', async () => {
    const config = { secretKeys: undefined, databaseUrl: undefined, dataDir }
    const made = await Promise.all(Array.from({ length: 8 }, () => resolveSecrets(config)))
    expect(new Set(made.flat()).size).toBe(1)
    expect(made[0]?.[0]?.length).toBeGreaterThanOrEqual(43)
    expect(await resolveSecrets(config)).toEqual(made[0])
    expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600)
  })

  test('SECRET_KEY wins; DATABASE_URL without it is refused', async () => {
    const databaseUrl = 'postgres://db.example/ngopi'
    expect(await resolveSecrets({ secretKeys: ['a', 'b'], databaseUrl, dataDir })).toEqual([
      'a',
      'b',
    ])
    await expect(resolveSecrets({ secretKeys: undefined, databaseUrl, dataDir })).rejects.toThrow(
      'SECRET_KEY',
    )
  })
})

test.each(['', ' \n', 'a', 'rahasia', 'abc'.repeat(30)])(
  'a kept secret %j is refused and left there',
  async (text) => {
    const folder = await mkdtemp(join(tmpdir(), 'ngopi-weak-secret-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'secret-key')
    await writeFile(file, text)
    const config = { secretKeys: undefined, databaseUrl: undefined, dataDir: folder }
    await expect(resolveSecrets(config)).rejects.toThrow(`${file} does not hold 32 random bytes`)
    expect(await readFile(file, 'utf8')).toBe(text)
  },
)

test('every purpose and every secret has its own 32-byte key, the same each time', () => {
  const keys = deriveKeys(['new', 'old'])
  const all = Object.values(keys).flat() as Buffer[]
  expect(all).toHaveLength(2 * Object.keys(keys).length)
  expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(all.length)
  expect(all.every((key) => key.length === 32)).toBe(true)
  expect(deriveKeys(['old']).personalLink[0]).toEqual(keys.personalLink[1])
})
