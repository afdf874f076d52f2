import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../src/app.ts'
import { AccessCache } from '../src/platform/access.ts'
import type { App } from '../src/platform/app-type.ts'
import { readConfig } from '../src/platform/config.ts'
import { Cursors } from '../src/platform/cursor.ts'
import { openDatabase } from '../src/platform/database.ts'
import type { Deps } from '../src/platform/deps.ts'
import { deriveKeys } from '../src/platform/keys.ts'
import { usualLimits } from '../src/platform/limits.ts'
import { Sealing } from '../src/platform/sealing.ts'
import { startWork } from '../src/work.ts'
import { cloneDatabase } from './database.ts'
import { Make } from './make.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

export interface TestServer {
  app: App
  deps: Deps
  make: Make
  /** Connection of the database's owner, past row-level security. */
  ownerUrl: string
  close(): Promise<void>
}

export interface TestServerOptions {
  publicUrl?: string
  smtpUrl?: string
  /** More of the environment. */
  env?: Record<string, string>
  poolSize?: number
  worker?: boolean
  webRoot?: string
  /** For a second process that must verify what this one signed. */
  secretKey?: string
  /** Name of the template its database is a clone of; the migrated and empty one unless given. */
  template?: string
  /** Takes the log of requests, where LOG_LEVEL asks for one. */
  logTo?: Deps['logTo']
  limits?: Partial<Deps['limits']>
}

/** The real server on a database of its own; ask with `app.inject` or the typed client. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { url, drop } = await cloneDatabase(options.template)
  const publicUrl = options.publicUrl ?? 'http://127.0.0.1:3000'
  const config = readConfig({
    DATABASE_URL: url,
    SECRET_KEY: options.secretKey ?? randomBytes(32).toString('base64url'),
    LOG_LEVEL: 'silent',
    PUBLIC_URL: publicUrl,
    SMTP_URL: options.smtpUrl,
    ...options.env,
  })
  const keys = deriveKeys(config.secretKeys ?? [])
  const database = openDatabase({
    ownerUrl: url,
    poolSize: options.poolSize ?? 10,
    sealing: new Sealing(keys.storedText),
    log: quiet,
  })
  const access = new AccessCache({ database, ownerUrl: url, log: quiet })
  await access.start()
  const ownWebRoot = options.webRoot ? undefined : await mkdtemp(join(tmpdir(), 'ngopi-web-'))
  if (ownWebRoot)
    await writeFile(join(ownWebRoot, 'index.html'), '<!doctype html><title>Ngopi</title>')
  const deps: Deps = {
    config,
    publicUrl,
    keys,
    database,
    cursors: new Cursors(keys.cursor[0]),
    access,
    limits: { ...usualLimits, ...options.limits },
    readiness: { ready: true },
    webRoot: options.webRoot ?? (ownWebRoot as string),
    logTo: options.logTo,
  }
  const app = await buildApp(deps)
  await app.ready()
  const make = await Make.open({ ownerUrl: url, app })
  const worker = options.worker
    ? await startWork({ ...deps, ownerUrl: url, log: quiet })
    : undefined
  return {
    app,
    deps,
    make,
    ownerUrl: url,
    close: async () => {
      await worker?.stop()
      await app.close()
      await access.close()
      await make.close()
      await database.close()
      await drop()
      if (ownWebRoot) await rm(ownWebRoot, { recursive: true, force: true })
    },
  }
}
