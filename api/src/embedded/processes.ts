import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { hasCode } from '../platform/error-code.ts'
import { readIfPresent } from '../platform/private-file.ts'

const run = promisify(execFile)

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error
  }
}

/**
 * Something that differs when a process id is given to another process later: boot and start time.
 * Undefined when the process is gone; an empty string where the system does not tell.
 */
export async function startMark(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'linux') {
    const stat = await readIfPresent(`/proc/${pid}/stat`).catch(() => undefined)
    if (stat === undefined) return undefined
    // the command name, in parentheses, may itself hold spaces and parentheses
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
    return `${boot.trim()} ${fields[19]}`
  }
  if (process.platform === 'win32') return ''
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
}

/** Ids of the living PostgreSQL processes, postmaster and backends, that work on this cluster. */
export async function processesOf(cluster: string, clusterName: string): Promise<number[]> {
  if (process.platform === 'linux') return processesIn(cluster)
  if (process.platform === 'win32') return []
  const { stdout } = await run('ps', ['-axo', 'pid=,command='])
  return stdout
    .split('\n')
    .filter((line) => line.includes(`postgres: ${clusterName}:`) || line.includes(`-D ${cluster}`))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid !== process.pid)
}

/** A postmaster and its backends have the cluster as their working directory. */
async function processesIn(directory: string): Promise<number[]> {
  const ids = (await readdir('/proc'))
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
  const found = await Promise.all(
    ids.map(async (pid) => {
      const [cwd, name] = await Promise.all([
        readlink(`/proc/${pid}/cwd`).catch(() => ''),
        readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
      ])
      return cwd === directory && name.trim() === 'postgres' ? pid : undefined
    }),
  )
  return found.filter((pid) => pid !== undefined)
}
