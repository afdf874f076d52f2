import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readIfPresent } from '../platform/private-file.ts'
import { isAlive, processesOf, signal } from './processes.ts'

/** The name PostgreSQL shows in its processes' titles, by which they are found again where /proc is missing. */
export const clusterName = 'ngopi'

/** How long each way of asking is given, gentle first: fast shutdown, immediate shutdown, the end. */
const steps: { name: NodeJS.Signals; milliseconds: number }[] = [
  { name: 'SIGINT', milliseconds: 20_000 },
  { name: 'SIGQUIT', milliseconds: 10_000 },
  { name: 'SIGKILL', milliseconds: 10_000 },
]

/**
 * Stops a PostgreSQL that outlived the Node process which started it, and waits for all its backends: a new
 * postmaster beside a living backend of the old one would damage the data. To be called by the owner of the data only.
 * Returns whether there was one.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const found = await stopProcesses(cluster)
  // its process id may belong to an unrelated process by now, for which PostgreSQL would refuse to start
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  return found
}

/** Stops every PostgreSQL process that works on this cluster; true when there was one. */
export async function stopProcesses(cluster: string): Promise<boolean> {
  let found = false
  for (const { name, milliseconds } of steps) {
    const running = await living(cluster)
    if (running.length === 0) return found
    found = true
    const postmaster = Number(
      (await readIfPresent(join(cluster, 'postmaster.pid')))?.split('\n')[0],
    )
    // backends follow their postmaster; without one each is asked, by the signal a backend knows
    if (name === 'SIGINT' && running.includes(postmaster)) signal(postmaster, name)
    else for (const pid of running) signal(pid, name === 'SIGINT' ? 'SIGTERM' : name)
    await untilGone(cluster, milliseconds)
  }
  if ((await living(cluster)).length > 0)
    throw new Error(`An earlier PostgreSQL in ${cluster} cannot be stopped.`)
  return found
}

async function untilGone(cluster: string, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  while (Date.now() < end && (await living(cluster)).length > 0) await delay(25)
}

/** Windows has no list of a cluster's processes; there the postmaster that postmaster.pid names stands for all. */
async function living(cluster: string): Promise<number[]> {
  if (process.platform !== 'win32') return processesOf(cluster, `${clusterName}`)
  const pid = Number((await readIfPresent(join(cluster, 'postmaster.pid')))?.split('\n')[0])
  return pid > 0 && isAlive(pid) ? [pid] : []
}
