import type { SessionEvent } from '@ngopi/shared/session-events'
import { expect } from 'vitest'

/** One who watches a session over a real connection, and what was heard so far. */
export class Watch {
  readonly heard: { id: string; event: SessionEvent }[] = []
  /** All that came over the wire. */
  text = ''
  /** Id to resume from. */
  lastId = ''
  ended = false
  readonly status: number
  readonly headers: Headers
  readonly #abort: AbortController

  private constructor(response: Response, abort: AbortController) {
    this.status = response.status
    this.headers = response.headers
    this.#abort = abort
    if (response.body) void this.#read(response.body)
  }

  /** Opens the stream; a stream that began has said its first number. */
  static async open(
    origin: string,
    { sessionId, token, lastId }: { sessionId: string; token: string; lastId?: string },
  ): Promise<Watch> {
    const abort = new AbortController()
    const response = await fetch(`${origin}/api/sessions/${sessionId}/events`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(lastId !== undefined && { 'last-event-id': lastId }),
      },
      signal: abort.signal,
    })
    const watch = new Watch(response, abort)
    if (watch.status === 200) await expect.poll(() => watch.lastId).not.toBe('')
    return watch
  }

  cut(): void {
    this.#abort.abort()
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = ''
    try {
      const decoder = new TextDecoder()
      for await (const chunk of body) {
        const text = decoder.decode(chunk, { stream: true })
        this.text += text
        const blocks = (rest + text).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) this.#take(block)
      }
    } catch {
      // cut off
    }
    this.ended = true
  }

  #take(block: string): void {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2)
    const id = field('id')
    if (id !== undefined) this.lastId = id
    const data = field('data')
    if (id !== undefined && data !== undefined)
      this.heard.push({ id, event: JSON.parse(data) as SessionEvent })
  }
}
