import type { Role } from '@ngopi/shared/roles'
import pg from 'pg'
import { type Database, prepared, type Statement } from './database.ts'
import type { Log } from './log.ts'

/** What a user may do and see now. */
export interface Access {
  id: string
  name: string
  role: Role
  officeId: string
  officeName: string
  /** Offices in sight, the own one first. */
  offices: string[]
  disabled: boolean
  /** When the present password was set; an access token of an earlier one is good no more. */
  passwordSetAt: string | null
  /** Logins that ended within the life of an access token. */
  endedLogins: string[]
}

const findAccess: Statement = {
  name: 'find_access',
  text: `select id, office_id as "officeId", office_name as "officeName", name, role, disabled, offices,
                 password_set_at as "passwordSetAt", ended_logins as "endedLogins"
           from find_access($1)`,
}

/** The user's rights as they are in the database now, or undefined where there is no such user. */
export async function readAccess(database: Database, userId: string): Promise<Access | undefined> {
  const [access] = await database.lookup((db) => prepared<Access>(db, findAccess, [userId]))
  return access
}

/**
 * Rights of the users seen lately. The database announces every change of a user or of the office tree
 * (LISTEN/NOTIFY), and what was kept of it is dropped. While the announcements cannot be heard nothing is
 * kept, so a disabled user is refused then too.
 */
export class AccessCache {
  readonly #known = new Map<string, Promise<Access | undefined>>()
  readonly #database: Database
  readonly #ownerUrl: string
  readonly #log: Log
  readonly #watching = new Set<(userId: string | undefined) => void>()
  #listener: pg.Client | undefined
  #closed = false
  #retry: NodeJS.Timeout | undefined

  constructor({ database, ownerUrl, log }: { database: Database; ownerUrl: string; log: Log }) {
    this.#database = database
    this.#ownerUrl = ownerUrl
    this.#log = log
  }

  /** Begins to listen; resolves when changes are heard. */
  async start(): Promise<void> {
    if (this.#closed) return
    const client = new pg.Client({ connectionString: this.#ownerUrl, keepAlive: true })
    const lost = () => {
      if (this.#listener !== client && this.#listener !== undefined) return
      this.#listener = undefined
      this.#known.clear()
      if (this.#closed) return
      clearTimeout(this.#retry)
      this.#retry = setTimeout(() => void this.start().catch(() => lost()), 1_000)
    }
    client.on('error', (error) => {
      this.#log.warn(`changes of users cannot be heard: ${error.message}`)
      lost()
    })
    client.on('end', lost)
    client.on('notification', ({ payload }) => this.#forget(payload))
    await client.connect()
    await client.query('listen ngopi_access')
    this.#listener = client
    this.#forget(undefined)
  }

  /** The user's rights, or undefined where there is no such user. */
  find(userId: string): Promise<Access | undefined> {
    const known = this.#known.get(userId)
    if (known) return known
    const asked = readAccess(this.#database, userId)
    if (this.#listener) {
      if (this.#known.size >= 10_000) this.#known.clear()
      this.#known.set(userId, asked)
      asked.catch(() => this.#known.delete(userId))
    }
    return asked
  }

  /** Drops what this process keeps of a user at once, before the announcement of a change arrives. */
  forget(userId: string): void {
    this.#forget(userId)
  }

  /** Tells of every change of a user's rights in this process or another; without an id anybody's may have changed. */
  onChange(resolve: (userId: string | undefined) => void): void {
    this.#watching.add(resolve)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#listener?.end()
  }

  #forget(userId: string | undefined): void {
    if (userId) this.#known.delete(userId)
    else this.#known.clear()
    for (const resolve of this.#watching) resolve(userId || undefined)
  }
}
