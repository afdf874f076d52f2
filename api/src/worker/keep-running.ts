import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../platform/log.ts'

/** Milliseconds until what ended by itself is started again. */
const restartPause = 1_000

export interface RunningWorker {
  /** Takes no more jobs, and waits a moment for those under way unless in a hurry. */
  stop(hurry?: boolean): Promise<void>
}

export interface Running extends RunningWorker {
  /** Settles when it has ended, asked or not. */
  done: Promise<void>
}

/**
 * Keeps a worker running until stopped: the queue's runner ends by itself when the database is away at the wrong moment,
 * and then another one takes its place. Rejects when the first start fails.
 */
export async function keepRunning(start: () => Promise<Running>, log: Log): Promise<RunningWorker> {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Running | undefined = await start()
  const end = (hurry?: boolean) => running?.stop(hurry).catch(() => {})

  const watched = (async () => {
    while (!signal.aborted) {
      await running?.done.catch(() => {})
      if (signal.aborted) return
      log.warn('The worker ended by itself; it is started again.')
      await end()
      running = undefined
      await delay(restartPause, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      running = await start().catch((error: unknown) => {
        log.warn(`The worker could not be started: ${String(error)}`)
        return undefined
      })
    }
    // It was still starting when it was asked to stop.
    await end()
  })()
  return {
    stop: async (hurry) => {
      stopping.abort()
      await end(hurry)
      await watched
    },
  }
}
