import type { AccessCache } from './access.ts'
import type { Config } from './config.ts'
import type { Cursors } from './cursor.ts'
import type { Database } from './database.ts'
import type { Keys } from './keys.ts'
import type { Limits } from './limits.ts'

/** What routes are built from; every dependency is a visible argument. */
export interface Deps {
  config: Config
  /** Origin that links begin with, without a trailing slash. */
  publicUrl: string
  keys: Keys
  database: Database
  cursors: Cursors
  access: AccessCache
  limits: Limits
  /** True once everything the start-up promises was done; `/readyz` tells. */
  readiness: { ready: boolean }
  /** Folder of the built web app. */
  webRoot: string
  /** Takes the log of requests in place of standard output. */
  logTo?: { write(row: string): void } | undefined
}
