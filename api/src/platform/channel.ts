import type pg from 'pg'
import type { Database } from './database.ts'
import type { Log } from './log.ts'

/** One connection of the process that hears what is announced on a channel (LISTEN), and comes back when it is lost. */
export class Channel {
  readonly #database: Database
  readonly #log: Log
  readonly #name: string
  readonly #hear: (payload: string) => void
  readonly #missed: () => void
  #client: pg.Client | undefined
  #starting: Promise<void> | undefined
  #retry: NodeJS.Timeout | undefined
  #closed = false

  /** `missed` is called when the channel is heard again after announcements may have been lost. */
  constructor({
    database,
    log,
    name,
    hear,
    missed,
  }: {
    database: Database
    log: Log
    name: string
    hear: (payload: string) => void
    missed: () => void
  }) {
    this.#database = database
    this.#log = log
    this.#name = name
    this.#hear = hear
    this.#missed = missed
  }

  /** Begins to listen at the first call; resolves when announcements are heard. */
  async heard(): Promise<void> {
    if (this.#client || this.#closed) return
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined
    })
    await this.#starting
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#starting?.catch(() => {})
    await this.#client?.end()
  }

  async #start(): Promise<void> {
    const client = await this.#database.openClient()
    client.on('error', (error) => this.#log.warn(`${this.#name} cannot be heard: ${error.message}`))
    client.on('end', () => {
      if (this.#client !== client) return
      this.#client = undefined
      this.#again()
    })
    client.on('notification', ({ payload }) => {
      if (payload) this.#hear(payload)
    })
    await client.query(`listen ${client.escapeIdentifier(this.#name)}`)
    this.#client = client
  }

  #again(): void {
    if (this.#closed) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => {
      this.heard().then(
        () => this.#missed(),
        () => this.#again(),
      )
    }, 1_000)
  }
}
