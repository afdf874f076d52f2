import { AppError } from '../../platform/app-error.ts'
import { Channel } from '../../platform/channel.ts'
import type { Database } from '../../platform/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Watched } from './event-queries.ts'
import type { ReadQuestions } from './frames.ts'
import { type Watcher, Watchers } from './watchers.ts'

/** A watcher whose right to watch ends. */
export interface Stream extends Watcher {
  readonly userId: string
  /** By the clock, in milliseconds. */
  readonly endsAt: number
  /** False when the login may no longer see what it watches. */
  mayStay(): Promise<boolean>
}

/** A comment goes out this often, so that nobody in between takes a quiet stream for a dead one; in seconds. */
const heartbeatEvery = 20
/** So many streams one process holds. */
const mostStreams = 5_000

/** All streams of the process: one connection listens for them, one timer ends them. */
export class SessionStreams {
  readonly #sessions = new Map<string, Watchers>()
  readonly #streams = new Map<Stream, string>()
  readonly #deps: { database: Database; log: Log; readQuestions: ReadQuestions }
  readonly #channel: Channel
  #clock: NodeJS.Timeout | undefined
  #ticks = 0
  #closed = false

  constructor(deps: { database: Database; log: Log; readQuestions: ReadQuestions }) {
    this.#deps = deps
    this.#channel = new Channel({
      ...deps,
      name: 'ngopi_sessions',
      hear: (payload) => this.#sessions.get(payload.split(' ')[1] ?? '')?.catchUp(),
      missed: () => {
        for (const watchers of this.#sessions.values()) watchers.catchUp()
      },
    })
  }

  /** Resolves once events are heard; 503 while they cannot be, or when there is no room. */
  async open(): Promise<void> {
    if (this.#closed || this.#streams.size >= mostStreams)
      throw new AppError('unavailable', { retryAfter: 5 })
    await this.#channel.heard().catch(() => {
      throw new AppError('unavailable', { retryAfter: 2 })
    })
  }

  /** Tells `stream` what happens in the session from now on, and what it missed since event `after`. */
  async watch(watched: Watched, stream: Stream, after: number | undefined): Promise<void> {
    let watchers = this.#sessions.get(watched.sessionId)
    if (!watchers) {
      watchers = new Watchers({ ...this.#deps, watched })
      this.#sessions.set(watched.sessionId, watchers)
    }
    this.#streams.set(stream, watched.sessionId)
    this.#clock ??= setInterval(() => this.#tick(), 1_000)
    await watchers.join(stream, after)
    // It may have gone while it was joining.
    if (!this.#streams.has(stream)) watchers.leave(stream)
  }

  leave(stream: Stream): void {
    const sessionId = this.#streams.get(stream)
    if (!sessionId) return
    this.#streams.delete(stream)
    if (this.#sessions.get(sessionId)?.leave(stream) && !this.#anybodyAt(sessionId))
      this.#sessions.delete(sessionId)
    if (this.#streams.size > 0) return
    clearInterval(this.#clock)
    this.#clock = undefined
  }

  /** Ends the streams of a user, or of anybody, who may no longer watch. */
  review(userId: string | undefined): void {
    for (const stream of this.#streams.keys())
      if (userId === undefined || stream.userId === userId) void this.#endUnlessAllowed(stream)
  }

  /** Ends every stream at once. */
  async close(): Promise<void> {
    this.#closed = true
    for (const stream of this.#streams.keys()) stream.end()
    await this.#channel.close()
  }

  /** Also those who are still joining. */
  #anybodyAt(sessionId: string): boolean {
    for (const other of this.#streams.values()) if (other === sessionId) return true
    return false
  }

  #tick(): void {
    const now = Date.now()
    const beat = ++this.#ticks % heartbeatEvery === 0
    for (const stream of this.#streams.keys()) {
      if (now >= stream.endsAt) stream.end()
      else if (beat) void this.#beat(stream)
    }
  }

  async #beat(stream: Stream): Promise<void> {
    if (await this.#endUnlessAllowed(stream)) stream.write(':\n\n')
  }

  async #endUnlessAllowed(stream: Stream): Promise<boolean> {
    const allowed = await stream.mayStay().catch(() => false)
    if (!allowed) stream.end()
    return allowed
  }
}
