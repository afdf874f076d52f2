import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createOnce, readIfPresent } from '../platform/private-file.ts'
import { StartError } from '../platform/start-error.ts'
import { postgresEnvironment } from './environment.ts'
import { clusterVersion, type Place } from './place.ts'

const run = promisify(execFile)

const majorVersion = '18'

/** The cluster's owner role and the name of its database. */
export const databaseName = 'ngopi'

/**
 * Makes the cluster on the first start and returns the owner's password, which is random and kept in DATA_DIR.
 * It is made beside its place and moved there when complete, so that a crash leaves no half-made cluster.
 */
export async function ensureCluster(
  location: Place,
  dataDir: string,
  durable: boolean,
): Promise<string> {
  const passwordFile = join(dataDir, 'database-password')
  const version = await clusterVersion(location.cluster)
  if (version === undefined) {
    const password = await createOnce(passwordFile, randomBytes(24).toString('base64url'))
    await initialise(location, password, durable)
    return password
  }
  if (version !== majorVersion) {
    throw new StartError(
      `The database in ${location.cluster} was made by PostgreSQL ${version}; this version of Ngopi needs ${majorVersion}.`,
    )
  }
  const password = await readIfPresent(passwordFile)
  if (password === undefined) {
    throw new StartError(
      `${passwordFile} is missing; without it the database in ${location.cluster} cannot be opened.`,
    )
  }
  return password
}

async function initialise(
  { native, cluster, user }: Place,
  password: string,
  durable: boolean,
): Promise<void> {
  const draft = `${cluster}.new`
  const passwordDraft = `${cluster}.password`
  await rm(draft, { recursive: true, force: true })
  await rm(passwordDraft, { force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordDraft, password, { mode: 0o600, flag: 'wx' })
  try {
    if (user !== undefined) {
      await chown(draft, user.uid, user.gid)
      await chown(passwordDraft, user.uid, user.gid)
    }
    const options = [
      ['-D', draft, '-U', databaseName, '-A', 'scram-sha-256', '--pwfile', passwordDraft],
      [
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
      ],
      ['--set', 'timezone=UTC', '--set', 'log_timezone=UTC'],
      durable ? [] : ['--no-sync'],
    ].flat()
    // the working directory may be closed to the service user
    await run(join(native, 'bin', 'initdb'), options, {
      ...user,
      cwd: draft,
      env: postgresEnvironment(),
    })
  } finally {
    await rm(passwordDraft, { force: true })
  }
  await rename(draft, cluster)
}
