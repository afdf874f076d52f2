import type { Log } from './log.ts'

/** Milliseconds in which trouble of one kind is told once. */
const telling = 60_000

/** Tells of trouble that may come with every request: the first of a kind at once, then once a minute how many more. */
export class RecurringTrouble {
  readonly #log: Pick<Log, 'error'>
  readonly #further = new Map<string, number>()

  constructor(log: Pick<Log, 'error'>) {
    this.#log = log
  }

  note(kind: string, message: string): void {
    const further = this.#further.get(kind)
    if (further !== undefined) {
      this.#further.set(kind, further + 1)
      return
    }
    this.#log.error(`${message} (${kind})`)
    this.#further.set(kind, 0)
    const timer = setInterval(() => {
      const count = this.#further.get(kind) ?? 0
      if (count > 0) {
        this.#log.error(`${message} (${kind}), ${count} more times within a minute`)
        this.#further.set(kind, 0)
        return
      }
      clearInterval(timer)
      this.#further.delete(kind)
    }, telling)
    timer.unref()
  }
}
