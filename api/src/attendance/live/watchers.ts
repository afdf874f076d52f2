import type { Database, Offices } from '../../platform/database.ts'
import type { Log } from '../../platform/log.ts'
import { described } from '../../platform/log-error.ts'
import { changesBetween, lastEventOf, type Watched } from './event-queries.ts'
import { type Frame, framesFor, type ReadQuestions, resync } from './frames.ts'

/** Somebody who watches a session. */
export interface Watcher {
  readonly offices: Offices
  readonly desk: boolean
  /** Takes text for the stream; whoever cannot keep up ends it. */
  write(text: string): void
  end(): void
}

interface Place {
  /** Number of the last event told. */
  seen: number
}

/**
 * Those who watch one session in this process. Joining and telling happen one after the other, so that nobody
 * misses an event between reading what was missed and hearing of the next, nor is told one twice.
 */
export class Watchers {
  readonly #watched: Watched
  readonly #database: Database
  readonly #readQuestions: ReadQuestions
  readonly #log: Log
  readonly #places = new Map<Watcher, Place>()
  #work: Promise<void> = Promise.resolve()
  /** Number of the last event announced to those here. */
  #told = 0
  #telling = false

  constructor({
    watched,
    database,
    readQuestions,
    log,
  }: { watched: Watched; database: Database; readQuestions: ReadQuestions; log: Log }) {
    this.#watched = watched
    this.#database = database
    this.#readQuestions = readQuestions
    this.#log = log
  }

  /** Begins to tell `watcher`, first what happened after event `after`, if given. */
  join(watcher: Watcher, after: number | undefined): Promise<void> {
    const joined = this.#work.then(async () => {
      const { offices, desk } = watcher
      await this.#database.read(offices, async (db) => {
        const until = await lastEventOf(db, this.#watched)
        const missed =
          after === undefined ? [] : await changesBetween(db, this.#watched, { after, until })
        const frames = missed ? await framesFor(db, this.#asked(missed, desk)) : [resync(until)]
        // An id alone is no event: it tells where to resume from.
        watcher.write(`${frames.map((one) => one.text).join('')}id: ${until}\n\n`)
        this.#places.set(watcher, { seen: until })
        this.#told = this.#places.size === 1 ? until : Math.min(this.#told, until)
      })
    })
    this.#work = joined.catch(() => {})
    return joined
  }

  /** True when nobody is left. */
  leave(watcher: Watcher): boolean {
    this.#places.delete(watcher)
    return this.#places.size === 0
  }

  /** Something happened, or may have: reads it once for each audience and tells everybody. */
  catchUp(): void {
    // Whatever is announced before the reading begins is read with it.
    if (this.#telling) return
    this.#telling = true
    this.#work = this.#work
      .then(() => {
        this.#telling = false
        return this.#tellAll()
      })
      .catch((error: unknown) => {
        this.#log.error(`a session's events could not be told: ${described(error)}`)
        // Whoever comes back resumes where the telling stopped.
        for (const watcher of this.#places.keys()) watcher.end()
      })
  }

  async #tellAll(): Promise<void> {
    if (this.#places.size === 0) return
    const own = [this.#watched.officeId]
    const after = this.#told
    const { until, changes } = await this.#database.read(own, async (db) => {
      const until = await lastEventOf(db, this.#watched)
      return { until, changes: await changesBetween(db, this.#watched, { after, until }) }
    })
    if (changes?.length === 0) return
    for (const [first, ...others] of this.#audiences()) {
      if (!first) continue
      const frames = changes
        ? await this.#database.read(first.offices, (db) =>
            framesFor(db, this.#asked(changes, first.desk)),
          )
        : [resync(until)]
      for (const watcher of [first, ...others]) this.#send(watcher, frames, until)
    }
    this.#told = until
  }

  #asked(changes: Parameters<typeof framesFor>[1]['changes'], desk: boolean) {
    return { watched: this.#watched, changes, desk, readQuestions: this.#readQuestions }
  }

  #send(watcher: Watcher, frames: readonly Frame[], until: number): void {
    const position = this.#places.get(watcher)
    if (!position) return
    const text = frames
      .filter((one) => one.event > position.seen)
      .map((one) => one.text)
      .join('')
    position.seen = until
    if (text) watcher.write(text)
  }

  /** Those who may see the same. */
  #audiences(): Iterable<Watcher[]> {
    const audiences = new Map<string, Watcher[]>()
    for (const watcher of this.#places.keys()) {
      const key = `${watcher.desk} ${watcher.offices.join()}`
      const audience = audiences.get(key)
      if (audience) audience.push(watcher)
      else audiences.set(key, [watcher])
    }
    return audiences.values()
  }
}
