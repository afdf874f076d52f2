import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { serviceUser } from '../src/embedded/service-user.ts'
import { probePort } from '../src/platform/free-port.ts'

/** Where PgBouncer is installed; undefined where it is not. */
export const pgbouncerPath = [
  '/usr/sbin/pgbouncer',
  '/usr/bin/pgbouncer',
  '/usr/local/bin/pgbouncer',
].find(existsSync)

export interface Pooler {
  /** The database through PgBouncer. */
  url: string
  stop(): Promise<void>
}

/** Starts PgBouncer in front of the database of an owner's URL. */
export async function startPgbouncer(
  ownerUrl: string,
  settings: { pool_mode: 'session' | 'transaction' | 'statement' } & Record<
    string,
    string | number
  >,
): Promise<Pooler> {
  const target = new URL(ownerUrl)
  const folder = await mkdtemp(join(tmpdir(), 'ngopi-pgbouncer-'))
  const port = (await probePort('127.0.0.1', 0)) ?? 0
  const users = join(folder, 'users.txt')
  const config = join(folder, 'pgbouncer.ini')
  await writeFile(users, `"${target.username}" "${target.password}"\n`)
  await writeFile(
    config,
    [
      '[databases]',
      `* = host=${target.hostname} port=${target.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = plain',
      `auth_file = ${users}`,
      'max_client_conn = 100',
      'default_pool_size = 40',
      ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
    ].join('\n'),
  )
  // It refuses to run as root, as PostgreSQL does.
  const user = await serviceUser()
  if (user) {
    await chmod(folder, 0o755)
    for (const path of [users, config]) await chown(path, user.uid, user.gid)
  }
  const child = spawn(pgbouncerPath ?? 'pgbouncer', [config], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await listening(child)
  target.port = String(port)
  return {
    url: target.href,
    stop: async () => {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.stderr) return reject(new Error('PgBouncer has no log'))
    const said: string[] = []
    child.on('error', reject)
    const lines = createInterface({ input: child.stderr })
    lines.on('line', (line) => {
      said.push(line)
      if (/process up/.test(line)) resolve()
    })
    lines.on('close', () => reject(new Error(`PgBouncer did not start:\n${said.join('\n')}`)))
  })
}
