import type { Role } from '@ngopi/shared/roles'
import pg from 'pg'
import type { App } from '../src/platform/app-type.ts'
import { signAccessToken } from '../src/platform/auth.ts'
import { newId } from '../src/platform/ids.ts'

export interface MadeOffice {
  id: string
  name: string
}

export interface MadeUser {
  id: string
  officeId: string
  email: string
  role: Role
  /** A valid access token. */
  token: string
}

/**
 * Makes what a test needs before it, as the database's owner; whatever has a contract is better made
 * through it, with the typed client.
 */
export class Make {
  readonly pool: pg.Pool
  readonly #app: App

  private constructor(pool: pg.Pool, app: App) {
    this.pool = pool
    // dropping the database may end a connection that is just being closed
    pool.on('error', () => {})
    this.#app = app
  }

  static async open({ ownerUrl, app }: { ownerUrl: string; app: App }): Promise<Make> {
    return new Make(
      new pg.Pool({
        connectionString: ownerUrl,
        max: 2,
        options: '-c app.actor=system: -c timezone=UTC',
      }),
      app,
    )
  }

  async office({
    name = 'Kantor Uji',
    parentId = null as string | null,
    timeZone = 'Asia/Jakarta',
  } = {}): Promise<MadeOffice> {
    const id = newId()
    await this.pool.query(
      // Without quiet hours, so that no test depends on the hour it runs at.
      'insert into offices (id, parent_id, name, time_zone, quiet_from, quiet_until) values ($1, $2, $3, $4, null, null)',
      [id, parentId, name, timeZone],
    )
    return { id, name }
  }

  /** A user who can act at once; the office is made when none is given. Has no usable password. */
  async user({
    officeId,
    role = 'officer' as Role,
  }: {
    officeId?: string
    role?: Role
  } = {}): Promise<MadeUser> {
    const office = officeId ?? (await this.office()).id
    const id = newId()
    const email = `${id}@uji.example`
    await this.pool.query(
      `insert into users (id, office_id, name, email, role, password_hash) values ($1, $2, $3, $4, $5, 'none')`,
      [id, office, `Pengguna ${role}`, email, role],
    )
    return { id, officeId: office, email, role, token: signAccessToken(this.#app, id) }
  }

  async close(): Promise<void> {
    await this.pool.end()
  }
}
