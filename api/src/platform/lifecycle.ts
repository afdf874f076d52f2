import type { Log } from './log.ts'
import { StartError } from './start-error.ts'

/** Ends one thing; `hurry` when the operator asked a second time. */
export type Close = (hurry: boolean) => Promise<void>

/** How long requests and jobs under way may take at shutdown, in milliseconds. */
export const shutdownGraceMs = 3_500

/** After so many milliseconds the process ends, whatever is still open: service managers kill soon after. */
const lastMoment = 7_500

export interface Lifecycle {
  /** Aborted when the process is to end: a long step of the start gives up. */
  signal: AbortSignal
  /** Registers what to end; the last one registered ends first. */
  onClose(name: string, close: Close): void
  /** Ends everything in order, then the process with this status. Called again, it changes nothing. */
  shutDown(exitCode: number): void
}

/** One Ctrl+C may arrive twice, from the terminal and passed on by npm; within so many milliseconds it is one. */
const sameKeyPress = 300

/**
 * Runs a program until SIGINT, SIGTERM or SIGHUP. What it opened is closed in reverse order with status 0, and with status 1
 * when its start fails midway or an error is caught by nobody. A second signal closes the rest at once, without waiting for requests and jobs.
 */
export function runUntilSignalled(log: Log, start: (life: Lifecycle) => Promise<void>): void {
  const open: { name: string; close: Close }[] = []
  const abort = new AbortController()
  let hurry = false

  const closeAll = async (): Promise<void> => {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { name } = next
      await next
        .close(hurry)
        .catch((error: unknown) => log.error(`Could not close ${name}: ${String(error)}`))
    }
  }

  let started: Promise<void> = Promise.resolve()
  const shutDown = (exitCode: number): void => {
    if (abort.signal.aborted) return
    abort.abort()
    setTimeout(() => {
      log.error('Not everything could be closed in time.')
      process.exit(exitCode)
    }, lastMoment).unref()
    // a step of the start that is under way may still open something: it is closed too
    void started.then(closeAll).then(() => process.exit(exitCode))
  }
  let firstAt = 0
  const onSignal = (): void => {
    if (!abort.signal.aborted) {
      firstAt = performance.now()
      shutDown(0)
      return
    }
    if (hurry || performance.now() - firstAt < sameKeyPress) return
    hurry = true
    void closeAll().then(() => process.exit(1))
  }
  process.on('uncaughtException', (error) => {
    // during the shutdown the rest is still closed; before it, this begins one
    log.error(describe(error))
    shutDown(1)
  })
  if (process.env.npm_lifecycle_event !== undefined) watchParent(() => shutDown(0))
  // SIGHUP: the terminal was closed
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)

  started = start({
    signal: abort.signal,
    onClose: (name, close) => void open.push({ name, close }),
    shutDown,
  }).catch((error: unknown) => {
    // a step that the shutdown itself interrupted is no failure
    if (abort.signal.aborted) return
    log.error(error instanceof StartError ? error.message : describe(error))
    shutDown(1)
  })
}

/**
 * npm passes SIGTERM to the shell it runs a script in, which dies of it without telling us; and SIGKILL tells nobody.
 * So a program that npm started ends when its parent does.
 */
function watchParent(gone: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, 100)
  timer.unref()
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Waits for `work`, but no longer than this many milliseconds; true when it was done in time. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  try {
    return await Promise.race([work.then(() => true as const), late])
  } finally {
    clearTimeout(timer)
  }
}
