/** Where counting stops; a total beyond it is said to be more. */
export const MAX_COUNTED = 10_000

/** How many rows a list has, as its contract answers. */
export interface Total {
  total: number
  totalCapped?: true
}

/** The total of rows that were counted up to `MAX_COUNTED + 1`. */
export const cappedTotal = (counted: number): Total =>
  counted > MAX_COUNTED ? { total: MAX_COUNTED, totalCapped: true } : { total: counted }

/** The LIKE pattern of texts that hold this one, whose own signs mean themselves; null for none. */
export const holding = (text: string | undefined): string | null =>
  text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null
