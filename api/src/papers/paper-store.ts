import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { removeOlder } from '../platform/remove-older.ts'

/** How long a made paper is kept, in milliseconds; the table says the same. */
const keptFor = 24 * 3_600_000

/** Whose paper, and which. */
export interface PaperPlace {
  officeId: string
  id: string
}

/**
 * Papers made, under `<data folder>/papers/<office>/<paper>.pdf`: apart from `files`, since they hold names of guests, are
 * made again at will and belong in no backup.
 */
export class PaperStore {
  readonly #root: string

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'papers')
  }

  #path({ officeId, id }: PaperPlace): string {
    return join(this.#root, officeId, `${id}.pdf`)
  }

  /** Puts a paper in its place, whole; made once more, it takes the place of the first. */
  async keep(key: PaperPlace, content: Buffer): Promise<void> {
    const path = this.#path(key)
    await mkdir(join(this.#root, key.officeId), { recursive: true, mode: 0o700 })
    const part = `${path}.${randomUUID()}`
    try {
      const file = await open(part, 'wx', 0o600)
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, path)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  /** The bytes of a paper; undefined where there is none. */
  async read(key: PaperPlace): Promise<Readable | undefined> {
    const file = await open(this.#path(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return file?.createReadStream()
  }

  /** Removes what is older than a paper may be, also what a killed process left half-written. */
  async sweep(): Promise<void> {
    const offices = await readdir(this.#root).catch(() => [])
    for (const office of offices) await removeOlder(join(this.#root, office), keptFor)
  }
}
