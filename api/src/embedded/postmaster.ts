import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Log } from '../platform/log.ts'
import { postgresEnvironment } from './environment.ts'
import { clusterName } from './orphan.ts'
import type { Place } from './place.ts'
import { signal } from './processes.ts'

export interface Postmaster {
  port: number
  /** Resolves when the process has ended, asked or not. */
  ended: Promise<void>
  /** Shutdown; `immediately` skips the checkpoint (the next start recovers). Resolves when it has ended. */
  stop(immediately?: boolean): Promise<void>
}

/** Its port was taken between the look and the start. */
export class PortTaken extends Error {}

/** How long connections may take to end by themselves, in milliseconds. */
const goodbye = 700

/**
 * When the immediate shutdown follows the fast one, in milliseconds: it skips the checkpoint, and the next start
 * recovers what was committed.
 */
const stopGraceMs = 2_500

/**
 * Starts PostgreSQL on a port of the loopback address; resolves when it accepts connections (after any recovery).
 * `onSpawn` learns at once how to ask for its end, in case this process ends before that.
 */
export async function startPostmaster(options: {
  location: Place
  port: number
  durable: boolean
  log: Log
  onSpawn: (ask: () => void) => void
}): Promise<Postmaster> {
  const { location, port, durable, log, onSpawn } = options
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: clusterName,
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(
    join(location.native, 'bin', 'postgres'),
    ['-D', location.cluster, ...flags],
    {
      ...location.user,
      cwd: location.cluster,
      env: postgresEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      // its own process group: Ctrl+C reaches only Node, which stops PostgreSQL last
      detached: true,
    },
  )
  const send = (name: NodeJS.Signals): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      signal(child.pid, name)
  }
  onSpawn(() => send('SIGINT'))
  const ended = once(child, 'exit').then(() => undefined)
  try {
    await ready(child, log)
  } catch (error) {
    send('SIGQUIT')
    if (child.pid !== undefined) await ended
    throw error
  }
  return {
    port,
    ended,
    stop: async (immediately = false) => {
      // smart first: a pool that was just closed is still saying goodbye, and being cut off then is an error nobody
      // listens for any more
      send(immediately ? 'SIGQUIT' : 'SIGTERM')
      const timers = [
        setTimeout(() => send('SIGINT'), goodbye),
        setTimeout(() => send('SIGQUIT'), stopGraceMs),
      ]
      await ended
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** Follows PostgreSQL's log: resolves at "ready", rejects when it ends before; later lines go to the log. */
function ready(child: ChildProcess, log: Log): Promise<void> {
  return new Promise((resolve, reject) => {
    const early: string[] = []
    let isReady = false
    child.on('error', reject)
    if (child.stderr === null) return reject(new Error('PostgreSQL has no log'))
    const lines = createInterface({ input: child.stderr })
    lines.on('line', (line) => {
      if (isReady) {
        // not ERROR: a failed statement is told by whoever sent it, and its detail may hold personal data
        if (/ (WARNING|FATAL|PANIC): /.test(line)) log.warn(`PostgreSQL: ${line}`)
      } else if (line.includes('database system is ready to accept connections')) {
        isReady = true
        resolve()
      } else early.push(line)
    })
    lines.on('close', () => {
      const text = early.join('\n')
      if (/could not bind|could not create any TCP\/IP sockets/.test(text))
        reject(new PortTaken(text))
      else reject(new Error(`PostgreSQL did not start:\n${text}`))
    })
  })
}
