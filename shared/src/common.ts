import { z } from 'zod'

/** A UUID (version 7 when made by us). */
export const id = z.uuid()

/** An instant, UTC, ISO 8601 with `Z`: `2025-10-29T02:00:00.000Z`. An offset is accepted on the way in. */
export const instant = z.iso.datetime({ offset: true })

/** A day without time: `YYYY-MM-DD`. */
export const calendarDate = z.iso.date()

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

/** One line of text, trimmed, 1 to `max` characters. */
export const line = (max = 200) => z.string().trim().min(1).max(max)

/** Several lines of text, trimmed, at most `max` characters. */
export const text = (max = 4000) => z.string().trim().max(max)

/** An http(s) address without credentials. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => !/^https?:\/\/[^/]*@/i.test(url), { params: { key: 'webAddress' } })

export const version = z.int().min(1)

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
  q: z.string().trim().max(200).optional(),
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
