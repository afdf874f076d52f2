import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { materialBytes } from '@ngopi/shared/materials'
import { AppError } from '../platform/app-error.ts'
import { removeOlder } from '../platform/remove-older.ts'
import { materialStrings } from './strings.ts'

/** A file received whole, not yet kept. */
export interface Received {
  path: string
  digest: Buffer
  bytes: number
}

/** Longer than any upload may take. */
const abandonedAfter = 3_600_000

/**
 * Files under `<data folder>/files/<office>/<SHA-256>`. They are received beside that, in `incoming`, and put in place
 * whole; nothing a caller sends becomes part of a path.
 */
export class FileStore {
  readonly #root: string
  readonly #incoming: string

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'files')
    this.#incoming = join(this.#root, 'incoming')
  }

  /** Removes what a killed process was receiving. */
  clear(): Promise<void> {
    return removeOlder(this.#incoming, abandonedAfter)
  }

  /** Receives a file to the end and hands it to `work`; unless kept there, nothing stays. 422 empty, 413 too large. */
  async receive<T>(source: Readable, work: (file: Received) => Promise<T>): Promise<T> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 })
    const path = join(this.#incoming, randomUUID())
    const hash = createHash('sha256')
    let bytes = 0
    try {
      const file = await open(path, 'wx', 0o600)
      try {
        for await (const part of source as AsyncIterable<Buffer>) {
          bytes += part.length
          if (bytes > materialBytes)
            throw new AppError('unprocessable', {
              status: 413,
              message: materialStrings.tooLarge,
            })
          hash.update(part)
          await file.writeFile(part)
        }
        await file.sync()
      } finally {
        await file.close()
      }
      if (bytes === 0) throw new AppError('unprocessable', { message: materialStrings.empty })
      return await work({ path, digest: hash.digest(), bytes })
    } finally {
      await rm(path, { force: true })
    }
  }

  content({ path }: Received): Promise<Buffer> {
    return readFile(path)
  }

  /** Puts a received file in its place; the same content again changes nothing. */
  async keep({ path, digest }: Received, officeId: string): Promise<void> {
    const folder = join(this.#root, officeId)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await rename(path, join(folder, digest.toString('hex')))
    const handle = await open(folder)
    await handle.sync().finally(() => handle.close())
  }

  /** The bytes of a kept file. */
  async read(officeId: string, digest: Buffer): Promise<Readable> {
    const file = await open(join(this.#root, officeId, digest.toString('hex')))
    return file.createReadStream()
  }
}
