import { createHmac, timingSafeEqual } from 'node:crypto'
import { invalidField } from './app-error.ts'
import { requestStrings } from './problem-strings.ts'

/** What a page was asked of: the list by its name, and every filter. */
export interface Asked {
  readonly list: string
  readonly [filter: string]: unknown
}

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/**
 * Keyset cursors, opaque and bound to what was asked: the sort values of the last row, with a MAC over them
 * the list and its filters, so a cursor that was altered or moved to another list is refused before it reaches SQL.
 */
export class Cursors {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** The sort values after which the page begins; undefined for the first page. 400 when it is of another list or other filters. */
  read(cursor: string | undefined, asked: Asked): string[] | undefined {
    if (cursor === undefined) return undefined
    const bytes = Buffer.from(cursor, 'base64url')
    const payload = bytes.subarray(16)
    if (bytes.length < 18 || !timingSafeEqual(bytes.subarray(0, 16), this.#mac(payload, asked))) {
      throw invalidField('cursor', requestStrings.staleCursor)
    }
    return JSON.parse(payload.toString()) as string[]
  }

  /** One page out of `limit + 1` rows; `sortValues` gives what the next page begins after. */
  page<Row>(
    rows: Row[],
    limit: number,
    asked: Asked,
    sortValues: (last: Row) => unknown[],
  ): Page<Row> {
    const items = rows.length > limit ? rows.slice(0, limit) : rows
    const last = items.at(-1)
    if (rows.length <= limit || !last) return { items, nextCursor: null }
    const payload = Buffer.from(JSON.stringify(sortValues(last).map(String)))
    return {
      items,
      nextCursor: Buffer.concat([this.#mac(payload, asked), payload]).toString('base64url'),
    }
  }

  #mac(payload: Buffer, asked: Asked): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify(asked))
      .update('\0')
      .update(payload)
      .digest()
      .subarray(0, 16)
  }
}
