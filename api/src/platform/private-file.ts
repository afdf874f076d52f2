import { randomBytes } from 'node:crypto'
import { link, open, readFile, unlink } from 'node:fs/promises'
import { hasCode } from './error-code.ts'

/** The text of a file, or undefined when there is none. */
export async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Writes a file that only its owner reads, all at once or not at all, and flushed to disk.
 * Returns false, changing nothing, when the file is already there.
 */
export async function createPrivate(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    // link() fails on an existing name where rename() would replace it
    await link(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await unlink(draft)
  }
}

/** Creates the file with this text unless it exists; returns what it holds afterwards. */
export async function createOnce(path: string, text: string): Promise<string> {
  return (await createPrivate(path, text)) ? text : readFile(path, 'utf8')
}
