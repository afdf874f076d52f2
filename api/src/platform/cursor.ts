import { createHmac, timingSafeEqual } from 'node:crypto'
import { invalidField } from './app-error.ts'
import { requestMessages } from './problem-messages.ts'

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/**
 * Keyset cursors, opaque and bound to what was asked: the sort values of the last row, with a MAC over them
 * and the filters, so a cursor that was altered or moved to another list is refused before it reaches SQL.
 */
export class Cursors {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** The sort values after which the page begins; undefined for the first page. 400 when it is not of these filters. */
  read(cursor: string | undefined, filters: unknown): string[] | undefined {
    if (cursor === undefined) return undefined
    const bytes = Buffer.from(cursor, 'base64url')
    const payload = bytes.subarray(16)
    if (bytes.length < 18 || !timingSafeEqual(bytes.subarray(0, 16), this.#mac(payload, filters))) {
      throw invalidField('cursor', requestMessages.staleCursor)
    }
    return JSON.parse(payload.toString()) as string[]
  }

  /** One page out of `limit + 1` rows; `sortValues` gives what the next page begins after. */
  page<Row>(
    rows: Row[],
    limit: number,
    filters: unknown,
    sortValues: (last: Row) => unknown[],
  ): Page<Row> {
    const items = rows.length > limit ? rows.slice(0, limit) : rows
    const last = items.at(-1)
    if (rows.length <= limit || !last) return { items, nextCursor: null }
    const payload = Buffer.from(JSON.stringify(sortValues(last).map(String)))
    return {
      items,
      nextCursor: Buffer.concat([this.#mac(payload, filters), payload]).toString('base64url'),
    }
  }

  #mac(payload: Buffer, filters: unknown): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify(filters) ?? '')
      .update('\0')
      .update(payload)
      .digest()
      .subarray(0, 16)
  }
}
