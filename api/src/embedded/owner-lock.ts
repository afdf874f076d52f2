import { unlinkSync } from 'node:fs'
import { link, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { hasCode } from '../platform/error-code.ts'
import { createPrivate, readIfPresent } from '../platform/private-file.ts'
import { StartError } from '../platform/start-error.ts'
import { startMark } from './processes.ts'

const owner = z.object({ pid: z.number().int().positive(), startMark: z.string() })

export interface OwnerLock {
  /** Gives the data free. Synchronous, so that it also works while the process exits. */
  release(): void
}

/**
 * Makes this Node process the only owner of DATA_DIR. The lock names the process, and its start time so that a
 * reused process id is not taken for it; the lock of a dead process is taken over.
 * Throws a StartError while another living process owns the data.
 */
export async function takeOwnership(dataDir: string): Promise<OwnerLock> {
  const path = join(dataDir, 'owner.lock')
  const mine = JSON.stringify({ pid: process.pid, startMark: (await startMark(process.pid)) ?? '' })
  while (!(await createPrivate(path, mine))) {
    const lock = await readIfPresent(path)
    if (lock === undefined) continue
    const pid = await livingOwner(lock)
    if (pid !== undefined) {
      throw new StartError(
        `Ngopi is already running on ${dataDir} (process ${pid}). Stop it first, or set another DATA_DIR.`,
      )
    }
    await removeDead(path, lock)
  }
  return {
    release: () => {
      try {
        unlinkSync(path)
      } catch (error) {
        if (!hasCode(error, 'ENOENT')) throw error
      }
    },
  }
}

/** The id of the process that a lock names, when that very process still lives. */
async function livingOwner(lock: string): Promise<number | undefined> {
  const parsed = owner.safeParse(parseJson(lock))
  if (!parsed.success) return undefined
  const mark = await startMark(parsed.data.pid)
  return mark === parsed.data.startMark ? parsed.data.pid : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Takes a dead lock out of the way. Two starts may both have judged it dead: what was moved aside is looked at
 * again, and put back when it turns out to be the other's new lock.
 */
async function removeDead(path: string, dead: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if ((await readIfPresent(aside)) !== dead) await link(aside, path)
  await unlink(aside)
}
