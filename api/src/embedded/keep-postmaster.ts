import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../platform/log.ts'
import type { Postmaster } from './postmaster.ts'

/** Pauses between two tries to start it again, in milliseconds: a full disk takes its time. */
const firstPause = 250
const longestPause = 10_000

/** Starts PostgreSQL again whenever it ends by itself, until it is stopped. */
export function keepPostmaster(
  first: Postmaster,
  revive: () => Promise<Postmaster>,
  log: Log,
): Pick<Postmaster, 'stop'> {
  const stopping = new AbortController()
  const { signal } = stopping
  let current = first

  const revived = async (): Promise<Postmaster | undefined> => {
    for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      try {
        return await revive()
      } catch (error) {
        log.error(`PostgreSQL could not be started again: ${String(error)}`)
        await delay(pause, undefined, { signal }).catch(() => {})
      }
    }
    return undefined
  }

  const watched = (async () => {
    for (;;) {
      await current.ended
      if (signal.aborted) return
      log.error('PostgreSQL ended unexpectedly; it is started again.')
      const next = await revived()
      if (!next) return
      current = next
      log.info('PostgreSQL runs again.')
      if (signal.aborted) await current.stop(true)
    }
  })()

  return {
    stop: async (immediately) => {
      stopping.abort()
      await current.stop(immediately)
      await watched
    },
  }
}
