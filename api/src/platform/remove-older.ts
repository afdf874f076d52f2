import { mkdtemp, readdir, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes the files of a folder that were written more than `age` milliseconds ago; nothing where there is no folder. */
export async function removeOlder(folder: string, age: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  if (names.length === 0) return
  const now = await clockOf(folder)
  for (const name of names) {
    const path = join(folder, name)
    const known = await stat(path).catch(() => undefined)
    if (known?.isFile() && now - known.mtimeMs > age) await rm(path, { force: true })
  }
}

/** Now, by the clock that dates what is written there: a folder on another machine has one of its own. */
async function clockOf(folder: string): Promise<number> {
  const probe = await mkdtemp(join(folder, 'clock-'))
  try {
    return (await stat(probe)).mtimeMs
  } finally {
    await rmdir(probe)
  }
}
