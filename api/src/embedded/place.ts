import { createHash } from 'node:crypto'
import { access, chmod, constants, mkdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '../platform/error-code.ts'
import { createOnce, readIfPresent } from '../platform/private-file.ts'
import { StartError } from '../platform/start-error.ts'
import { type Binaries, copyNative, exists, hydrate, isHydrated } from './binaries.ts'
import { stopProcesses } from './orphan.ts'
import { canEnter, canRun, type ServiceUser } from './service-user.ts'

/** Where root keeps what the service user cannot reach in the checkout or in DATA_DIR. */
export const systemFolder = '/var/lib/ngopi'

/** Everything that decides where and as whom PostgreSQL runs. */
export interface Place {
  /** Folder with bin, lib and share. */
  native: string
  /** PostgreSQL's data directory. */
  cluster: string
  user: ServiceUser | undefined
}

/**
 * Chooses where PostgreSQL runs from and keeps its files. As an ordinary user both stay where they are. As root the
 * service user may be unable to enter a checkout or DATA_DIR below a 0700 home: then programs and cluster live in
 * a system folder, the cluster keyed by DATA_DIR's real path.
 */
export async function choosePlace(
  dataDir: string,
  binaries: Binaries,
  user: ServiceUser | undefined,
): Promise<Place> {
  const inside = join(dataDir, 'cluster')
  const cluster =
    (await keptPlace(dataDir)) ??
    (user && !canEnter(user, dataDir) ? await freshOutside(dataDir) : inside)
  // a cluster made before, perhaps by an ordinary user, goes on under its owner
  const runAs = user && ((await ownerOf(cluster)) ?? user)
  await refuseForeign(cluster, runAs)
  if (runAs !== undefined && cluster === inside && !canEnter(runAs, dataDir)) {
    throw new StartError(
      `PostgreSQL's user (${runAs.uid}) can no longer enter ${dataDir}, where its cluster lies.`,
    )
  }
  await createOnce(placeFile(dataDir), `${dataDir}\n${cluster}\n`)
  return { native: await reachable(binaries, dataDir, runAs), cluster, user: runAs }
}

/**
 * The place for a new cluster in the system folder. One that lies there without DATA_DIR knowing of it belonged to a
 * DATA_DIR that was deleted, and its password with it: it is set aside, not deleted.
 */
async function freshOutside(dataDir: string): Promise<string> {
  const folder = join(systemFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
  const cluster = join(folder, 'cluster')
  await openFolder(systemFolder)
  await openFolder(folder)
  if (await exists(cluster)) {
    const aside = `${cluster}-${new Date().toISOString().replace(/\W/g, '')}`
    await rename(cluster, aside)
    await stopProcesses(aside)
  }
  return cluster
}

/** A folder that every user can pass, whatever the umask. */
async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
}

const placeFile = (dataDir: string): string => join(dataDir, 'cluster-place')

/** The cluster an earlier start chose, so that another user's start never makes a second, empty one. */
async function keptPlace(dataDir: string): Promise<string | undefined> {
  const stored = await readIfPresent(placeFile(dataDir))
  if (stored === undefined) return undefined
  const [madeFor = '', cluster = ''] = stored.split('\n')
  if (madeFor === dataDir) return cluster
  if (cluster === join(madeFor, 'cluster')) return join(dataDir, 'cluster')
  throw new StartError(
    `The database of ${dataDir} lies in ${cluster} and belongs to ${madeFor}. Move the folder back there, or set another DATA_DIR.`,
  )
}

async function ownerOf(cluster: string): Promise<ServiceUser | undefined> {
  if (!(await exists(join(cluster, 'PG_VERSION')))) return undefined
  const { uid, gid } = await stat(cluster)
  return { uid, gid }
}

async function refuseForeign(cluster: string, runAs: ServiceUser | undefined): Promise<void> {
  if (runAs !== undefined) return
  try {
    await access(cluster, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw new StartError(
      `The database in ${cluster} belongs to another user. Start Ngopi as that user, or as root.`,
    )
  }
}

/** The programs in place when they can be run there with their links, else a copy that can. */
async function reachable(
  binaries: Binaries,
  dataDir: string,
  user: ServiceUser | undefined,
): Promise<string> {
  const { native, version } = binaries
  if (!(await isHydrated(native))) {
    await hydrate(native).catch((error: unknown) => {
      if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS')) throw error
    })
  }
  const complete = await isHydrated(native)
  if (user === undefined) {
    if (complete) return native
    const copy = join(dataDir, `postgresql-${version}`)
    await copyNative(native, copy)
    return copy
  }
  if (complete && canRun(user, join(native, 'bin', 'postgres'))) return native
  await openFolder(systemFolder)
  const copy = join(systemFolder, `postgresql-${version}`)
  await copyNative(native, copy)
  return copy
}

/** Major version of the PostgreSQL that made a cluster; undefined when there is none. */
export async function clusterVersion(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
