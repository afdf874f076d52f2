import { AppError } from '../app-error.ts'
import { pdfStrings } from './strings.ts'

interface Waiting {
  begin: () => void
}

export interface FairQueueLimits {
  /** Of one office, waiting or at work, beyond which more are refused. */
  perOffice: number
  /** Of all offices. */
  inAll: number
  /** How long one may wait for its turn, in milliseconds. */
  maxWaitMs: number
}

/** Work done one after another, the offices in turn: whoever has little to do waits for one piece of each other at most. */
export class FairQueue {
  readonly #limits: FairQueueLimits
  /** By office, in the order of their turns; an office that was served goes to the end. */
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #held = new Map<string, number>()
  #atWork = false

  constructor(limits: FairQueueLimits) {
    this.#limits = limits
  }

  /** Does the work when its turn has come, however long that takes: for a job, which has one piece here at a time. */
  async runPatiently<T>(office: string, work: () => Promise<T>): Promise<T> {
    await this.#turn(office)
    return this.#work(work)
  }

  /** Does the work when its turn has come; 503 in words when too much waits, or for too long. */
  async run<T>(office: string, work: () => Promise<T>): Promise<T> {
    const own = this.#held.get(office) ?? 0
    const all = [...this.#held.values()].reduce((sum, count) => sum + count, 0)
    if (own >= this.#limits.perOffice || all >= this.#limits.inAll) throw busy()
    this.#held.set(office, own + 1)
    try {
      await this.#turn(office, this.#limits.maxWaitMs)
      return await this.#work(work)
    } finally {
      const left = (this.#held.get(office) ?? 1) - 1
      if (left > 0) this.#held.set(office, left)
      else this.#held.delete(office)
    }
  }

  async #work<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } finally {
      this.#next()
    }
  }

  #turn(office: string, maxWaitMs?: number): Promise<void> {
    if (!this.#atWork) {
      this.#atWork = true
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const row = this.#waiting.get(office) ?? []
      const giveUp = () => {
        row.splice(row.indexOf(waiting), 1)
        if (row.length === 0) this.#waiting.delete(office)
        reject(busy())
      }
      const timer = maxWaitMs === undefined ? undefined : setTimeout(giveUp, maxWaitMs)
      const waiting: Waiting = {
        begin: () => {
          clearTimeout(timer)
          resolve()
        },
      }
      row.push(waiting)
      this.#waiting.set(office, row)
    })
  }

  #next(): void {
    for (const [office, row] of this.#waiting) {
      const next = row.shift()
      this.#waiting.delete(office)
      if (row.length > 0) this.#waiting.set(office, row)
      if (next) {
        next.begin()
        return
      }
    }
    this.#atWork = false
  }
}

const busy = () => new AppError('unavailable', { message: pdfStrings.busy, retryAfter: 5 })
