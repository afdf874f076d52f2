import { z } from 'zod'
import { breaksLine, isStorable, isVisible, oneLine, severalLines } from './written-text.ts'

/** A UUID (version 7 when made by us). */
export const id = z.uuid()

/** Whole numbers are kept in four bytes. */
export const maxInteger = 2_147_483_647

const yearIn = (from: number, to: number) => (iso: string) => {
  const year = new Date(iso).getUTCFullYear()
  return year >= from && year <= to
}

/**
 * An instant of the years 2000 to 2100, UTC, ISO 8601 with `Z`: `2025-10-29T02:00:00.000Z`. An offset is accepted on the
 * way in, and read as UTC.
 */
export const instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(yearIn(2000, 2100), { params: { key: 'instantYears' }, abort: true })
  .overwrite((iso) => {
    const at = new Date(iso)
    return Number.isNaN(at.getTime()) ? iso : at.toISOString()
  })

/** An instant by the clock of somebody's device, which may be wrong by any number of years. */
export const deviceInstant = z.iso.datetime({ offset: true })

/** A day without time, of the years 1900 to 2100: `YYYY-MM-DD`. */
export const calendarDate = z.iso
  .date({ abort: true })
  .refine(yearIn(1900, 2100), { params: { key: 'dayYears' } })

/** A day that something is planned for, of the years 2000 to 2100. */
export const plannableDate = z.iso
  .date({ abort: true })
  .refine(yearIn(2000, 2100), { params: { key: 'instantYears' } })

/** A time of day: `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The zone under its one IANA name (`asia/jakarta` is `Asia/Jakarta`); undefined where there is none. */
function canonicalZone(zone: string): string | undefined {
  if (!/^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/.test(zone)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** The IANA zones of Indonesia, plus any other that the runtime knows. */
export const timeZone = z
  .string()
  .refine((zone) => canonicalZone(zone) !== undefined, { params: { key: 'timeZone' } })
  .overwrite((zone) => canonicalZone(zone) ?? zone)

const storable = z.string().refine(isStorable, { params: { key: 'unstorable' }, abort: true })

/** One line of text, trimmed, at most `max` characters, or nothing. */
export const lineOrNothing = (max = 200) =>
  storable
    .overwrite(oneLine)
    .refine((said) => !breaksLine(said), { params: { key: 'oneLine' } })
    .max(max)

/** One line of text, trimmed, 1 to `max` characters of which one can be seen. */
export const line = (max = 200) =>
  lineOrNothing(max)
    .min(1)
    .refine((said) => said === '' || isVisible(said), { params: { key: 'visible' } })

/** Several lines of text, trimmed, at most `max` characters. */
export const text = (max = 4000) => storable.overwrite(severalLines).trim().max(max)

/** A piece of a text, whose blanks at both ends count. */
export const untrimmedText = (max: number) => storable.overwrite(severalLines).max(max)

/** What somebody looks for; any text may be looked for. */
export const searchText = storable.overwrite(oneLine).max(200)

/**
 * Whether an address names a host and no user, and has nothing in it that one program reads otherwise than another:
 * `https:///u@evil.example` and `https:\\evil.example` lead to `evil.example`.
 */
const isPlainAddress = (address: string): boolean =>
  /^https?:\/\/[^\s\\\p{Cc}\p{Bidi_Control}/?#@][^\s\\\p{Cc}\p{Bidi_Control}]*$/iu.test(address) &&
  !/^https?:\/\/[^/?#]*@/i.test(address)

/** An address a text may link to: of the web or of a mailbox. */
export const linkAddress = z
  .url({ protocol: /^(https?|mailto)$/, abort: true })
  .max(2000)
  .refine((url) => isPlainAddress(url) || /^mailto:[^\s\\\p{Cc}\p{Bidi_Control}]+$/iu.test(url), {
    params: { key: 'webAddress' },
  })

/** An http(s) address without credentials. */
export const webAddress = z
  .url({ protocol: /^https?$/, abort: true })
  .max(2000)
  .refine(isPlainAddress, { params: { key: 'webAddress' } })

export const version = z.int().min(1).max(maxInteger)

/** The version of what was perhaps never saved: 0 until then. */
export const versionOrNone = z.int().min(0).max(maxInteger)

export const idParams = z.strictObject({ id })
export const named = z.object({ id, name: z.string() })
export const nothing = z.undefined().describe('No content')

/** Query flags arrive as text. */
export const flag = z.enum(['true', 'false', '1', '0']).transform((v) => v === 'true' || v === '1')

/** One value or several of a query parameter (`?status=a&status=b` or `a,b`), always as a list. */
export const several = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((v) => (Array.isArray(v) ? v : v.split(',')))
    .pipe(z.array(item).max(50))

/** The query parameters every list understands. */
export const listQuery = {
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(25),
  cursor: z.string().max(1000).optional(),
  q: searchText.optional(),
  count: flag.optional().describe('`1` adds `total`, which stops at 10,000'),
  archived: flag.optional().describe('`true` shows only what is archived'),
  officeId: id.optional().describe('One office among those the login may see'),
}

/** A page of a list; `nextCursor` is null at the end. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().optional(),
    totalCapped: z.boolean().optional(),
  })

/** What every row that people edit carries. */
export const edited = {
  version,
  createdAt: instant,
  updatedAt: instant,
  archivedAt: instant.nullable(),
}
