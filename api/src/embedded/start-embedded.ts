import { Client } from 'pg'
import { openDataDir } from '../platform/data-dir.ts'
import { freePort } from '../platform/free-port.ts'
import type { Log } from '../platform/log.ts'
import { findBinaries } from './binaries.ts'
import { databaseName, ensureCluster } from './initialise.ts'
import { keepPostmaster } from './keep-postmaster.ts'
import { stopOrphan } from './orphan.ts'
import { takeOwnership } from './owner-lock.ts'
import { choosePlace } from './place.ts'
import { PortTaken, type Postmaster, startPostmaster } from './postmaster.ts'
import { serviceUser } from './service-user.ts'

export interface EmbeddedPostgres {
  /** Connection URL of the database's owner. */
  url: string
  /** Stops PostgreSQL and gives DATA_DIR free; may be called again, `immediately` to hurry. */
  stop(immediately?: boolean): Promise<void>
}

/** The port to try first, so that it is usually the same; away from 5432, where another PostgreSQL may want to live. */
const usualPort = 54_318

/** How often to look for another port when the one found free is taken in the meantime. */
const attempts = 5

/**
 * Starts the PostgreSQL that npm installed, with its data in DATA_DIR, and returns when it accepts connections.
 * An orphan of a crashed process is stopped first. When PostgreSQL ends by itself it is started again, on the same port.
 * Throws a StartError when another Ngopi runs on the same data.
 * `durable: false` is for throw-away data: fast, and lost in a power cut.
 */
export async function startEmbedded(options: {
  dataDir: string
  durable: boolean
  log: Log
  wishedPort?: number
}): Promise<EmbeddedPostgres> {
  const { durable, log, wishedPort = durable ? usualPort : 0 } = options
  const dataDir = await openDataDir(options.dataDir)
  const binaries = await findBinaries()
  const lock = await takeOwnership(dataDir)
  let postmaster: Postmaster | undefined
  let askToEnd = (): void => undefined
  // whatever ends this process short of SIGKILL, PostgreSQL is not left behind
  const onExit = (): void => {
    askToEnd()
    lock.release()
  }
  process.once('exit', onExit)
  const release = (): void => {
    process.off('exit', onExit)
    lock.release()
  }
  try {
    const location = await choosePlace(dataDir, binaries, await serviceUser())
    if (await stopOrphan(location.cluster))
      log.warn('Stopped a PostgreSQL that an earlier run had left behind.')
    const password = await ensureCluster(location, dataDir, durable)
    const start = (port: number) =>
      startPostmaster({
        location,
        port,
        durable,
        log,
        onSpawn: (ask) => {
          askToEnd = ask
        },
      })
    postmaster = await onFreePort(wishedPort, start)
    const { port } = postmaster
    await ensureDatabase(urlOf(password, port, 'postgres'))
    const revive = async () => {
      await stopOrphan(location.cluster)
      return start(port)
    }
    const keeper = keepPostmaster(postmaster, revive, log)
    return {
      url: urlOf(password, port, databaseName),
      stop: async (immediately) => {
        await keeper.stop(immediately)
        release()
      },
    }
  } catch (error) {
    await postmaster?.stop()
    release()
    throw error
  }
}

async function onFreePort(
  wished: number,
  start: (port: number) => Promise<Postmaster>,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(await freePort('127.0.0.1', attempt === 1 ? wished : 0))
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === attempts) throw error
    }
  }
}

/** Creates the database unless it exists: also after a crash between the cluster's making and this. */
async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      databaseName,
    ])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName} STRATEGY file_copy`)
  } finally {
    await client.end()
  }
}

const urlOf = (password: string, port: number, database: string): string =>
  `postgres://${databaseName}:${password}@127.0.0.1:${port}/${database}`
