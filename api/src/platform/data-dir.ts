import { access, chmod, constants, mkdir, realpath } from 'node:fs/promises'
import { hasCode } from './error-code.ts'
import { StartError } from './start-error.ts'

/**
 * Creates DATA_DIR when missing and returns its real path, the same however it is spelled.
 * As root it stays passable for others, because PostgreSQL runs as another user; secrets inside are 0600 anyway.
 */
export async function openDataDir(dataDir: string): Promise<string> {
  try {
    const made = await mkdir(dataDir, { recursive: true, mode: 0o700 })
    if (made !== undefined && process.getuid?.() === 0) await chmod(dataDir, 0o711)
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(dataDir)
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) {
      throw new StartError(`DATA_DIR ${dataDir} cannot be used by this user: ${String(error)}`)
    }
    throw error
  }
}
