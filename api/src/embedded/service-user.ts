import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { StartError } from '../platform/start-error.ts'

/** Ids to start a program with; undefined means as this very user. */
export interface ServiceUser {
  uid: number
  gid: number
}

/**
 * The user PostgreSQL runs as. It refuses to run as root, so root lends it an unprivileged one that exists:
 * `postgres`, else `nobody`. Anyone else runs it as themselves (undefined).
 */
export async function serviceUser(): Promise<ServiceUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartError(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody". Start Ngopi as an ordinary user.',
  )
}

/** Whether that user can enter a folder. Asked by trying: modes alone do not tell (ACLs, mounts). */
export function canEnter(user: ServiceUser, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, stdio: 'ignore' })
      .status === 0
  )
}

/** Whether that user can run a program. */
export function canRun(user: ServiceUser, program: string): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
