import { AppError } from '../platform/app-error.ts'

interface Waiting {
  begin: () => void
  refuse: (error: AppError) => void
}

/** Seconds after which whoever was refused may ask again. */
const retryAfter = 5

/**
 * Runs so much work at once and lets the rest wait, by turns between the sources it comes from: whoever sends
 * hundreds of requests waits behind the others' first ones, and nobody else is refused for them.
 */
export class FairQueue {
  readonly #atOnce: number
  readonly #share: number
  readonly #longest: number
  /** In the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>()
  #length = 0
  #running = 0

  constructor({
    atOnce,
    share,
    longest,
  }: {
    atOnce: number
    /** How many of one source may wait. */
    share: number
    /** How many may wait in all. */
    longest: number
  }) {
    this.#atOnce = atOnce
    this.#share = share
    this.#longest = longest
  }

  /**
   * Does the work when its turn has come. 429 where too many of the source wait already; 503 where too many wait in
   * all and no other source has more of them.
   */
  async run<T>(source: string, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) await this.#turn(source)
    else this.#running += 1
    try {
      return await work()
    } finally {
      this.#passOn()
    }
  }

  #turn(source: string): Promise<void> {
    const own = this.#waiting.get(source) ?? []
    if (own.length >= this.#share) throw new AppError('too_many_requests', { retryAfter })
    if (this.#length >= this.#longest) this.#makeRoom(own.length)
    return new Promise((begin, refuse) => {
      own.push({ begin, refuse })
      this.#waiting.set(source, own)
      this.#length += 1
    })
  }

  /** The last of the source with most waiting gives way to a source with fewer. */
  #makeRoom(ownLength: number): void {
    const full = new AppError('unavailable', { retryAfter })
    let [longest, length] = ['', ownLength]
    for (const [source, waiting] of this.#waiting) {
      if (waiting.length > length) [longest, length] = [source, waiting.length]
    }
    const last = length > ownLength ? this.#waiting.get(longest)?.pop() : undefined
    if (!last) throw full
    this.#length -= 1
    last.refuse(full)
  }

  /** The place passes to whoever waits, so nobody can slip in between. */
  #passOn(): void {
    const [first] = this.#waiting
    if (!first) {
      this.#running -= 1
      return
    }
    const [source, waiting] = first
    const next = waiting.shift()
    this.#waiting.delete(source)
    if (waiting.length > 0) this.#waiting.set(source, waiting)
    this.#length -= 1
    next?.begin()
  }
}
