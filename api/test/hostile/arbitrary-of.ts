import fc from 'fast-check'
import { z } from 'zod'

/** Stands in every text that is sent, to be looked for where it must not be. */
export const canary = 'KENARI'

/** What is known of the office that is asked, to be named beside what is made up. */
export interface Known {
  /** Ids by the plural of what they name: `journalists`. */
  ids: Readonly<Record<string, string>>
  /** Cursors that lists have answered with so far. */
  cursors: readonly string[]
  /** Words that some list of choices has. */
  samples: readonly string[]
}

type Schema = Record<string, unknown>

/** Texts that broke something once, here or elsewhere. */
const hostileTexts = [
  `${canary}\ud800`,
  `\udc00${canary}`,
  `${canary}\0`,
  '\0',
  `${canary}\r\nBEGIN:VALARM`,
  `${canary}\r\nBcc: x@evil.example`,
  `${canary}\u202egpj.exe`,
  `\u2028${canary}\u0085`,
  '\u200b\u2060',
  'https:///u@evil.example',
  'https:\\\\evil.example',
  'https://u:p@evil.example/',
  'javascript:alert(1)',
  `https://x.example/${canary}\n`,
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31',
  '9999-12-31T23:59:59.999999Z',
  '2025-10-29T02:00:00+23:59',
  '2025-02-30',
  'infinity',
  '0812\u2069345678',
  '9'.repeat(30),
  '1e400',
  '%',
  '\\',
  "'; drop table offices; --",
  '{nama} {{ }} {tak dikenal}',
  '<script>alert(1)</script>',
  'FREQ=DAILY;BYMONTHDAY=1,1,1,1,1,1,1,1,1',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  '__proto__',
  '',
  ' ',
]

const sizes = [-1, 0, 1, 2_147_483_647, 2_147_483_648, -2_147_483_649, 2 ** 53, 1e21, 1.5]

const fits = (text: string, { minLength = 0, maxLength = 200 }: Schema): string =>
  text.slice(0, Number(maxLength)).padEnd(Number(minLength), 'x')

function plainText(schema: Schema): fc.Arbitrary<string> {
  const limit = Math.min(Number(schema.maxLength ?? 200), 5000)
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.string({ maxLength: 12 }).map((s) => fits(`${canary} ${s}`, schema)),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('ﷺ', '𝕏', '\u0344', 'İ', '%', '"')
        .map((s) => s.repeat(limit).slice(0, limit)),
    },
    { weight: 1, arbitrary: fc.constant('a'.repeat(limit + 1)) },
    { weight: 2, arbitrary: fc.constantFrom(...hostileTexts) },
  )
}

const soon = (days: number): Date => new Date(Date.now() + days * 86_400_000)

const wellFormed: Record<string, fc.Arbitrary<string>> = {
  'date-time': fc.integer({ min: -400, max: 400 }).map((days) => soon(days).toISOString()),
  date: fc.integer({ min: -400, max: 400 }).map((days) => soon(days).toISOString().slice(0, 10)),
  email: fc.integer({ min: 0, max: 99 }).map((n) => `${canary.toLowerCase()}${n}@uji.example`),
  uri: fc.constantFrom('https://uji.example/', 'https://www.uji.example/a?b=c&utm_source=x#y'),
}

/** How far values stray: not at all, in one field of each object, or anywhere. */
export type Mood = 'tame' | 'one' | 'wild'

interface About extends Known {
  mood: Mood
}

/** In 30 days, for two hours. */
const begin = soon(30).toISOString()
const end = new Date(Date.parse(begin) + 7_200_000).toISOString()

/** What fields of a name hold, where their type says too little. */
const byName: Record<string, fc.Arbitrary<string>> = {
  rrule: fc.constantFrom('FREQ=MONTHLY;BYDAY=-1WE', 'FREQ=WEEKLY', 'FREQ=DAILY;COUNT=3'),
  timeZone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar'),
  phone: fc.constantFrom('081200001234', '+62 812-0000-4321'),
  startsAt: fc.constant(begin),
  endsAt: fc.constant(end),
  from: fc.constantFrom('2026-01-01', '2026-06-01'),
  until: fc.constantFrom('2026-07-01'),
  to: fc.constantFrom('2026-07-01'),
  step: fc.constantFrom('7-0900', '1-0900'),
  number: fc.constant('1'),
}

const isId = (name: string, { ids }: Known): boolean =>
  /Ids?$/.test(name) || name === 'id' || name === 'except' || Object.hasOwn(ids, name)

/** An id of what the name speaks of, else of anything. */
function knownId(name: string, { ids }: Known): fc.Arbitrary<string> {
  const own = ids[`${name.replace(/Ids?$/, '')}s`] ?? ids[name]
  return fc.constantFrom(...(own ? [own] : Object.values(ids)))
}

const anyId = (name: string, known: Known): fc.Arbitrary<string> =>
  fc.oneof(
    knownId(name, known),
    fc.constantFrom(...Object.values(known.ids)),
    fc.uuid(),
    fc.constantFrom('bukan-id', ...hostileTexts),
  )

function goodText({ format, pattern, ...schema }: Schema, name: string, known: Known) {
  if (format === 'uuid' || (isId(name, known) && !pattern)) return knownId(name, known)
  if (byName[name]) return byName[name]
  if (typeof format === 'string' && wellFormed[format]) return wellFormed[format]
  if (typeof pattern === 'string') return matching(pattern)
  return fc.integer({ min: 0, max: 999 }).map((n) => fits(`${canary} ${n}`, schema))
}

function textOf(schema: Schema, name: string, where: About): fc.Arbitrary<unknown> {
  if (where.mood !== 'wild') return goodText(schema, name, where)
  if (name === 'cursor')
    return fc.constantFrom('', '!', Buffer.alloc(40).toString('base64url'), ...where.cursors)
  if (schema.format === 'uuid') return anyId(name, where)
  return fc.oneof(goodText(schema, name, where), plainText(schema))
}

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'))
  } catch {
    return fc.constant('08:00')
  }
}

function numberOf({ type, minimum, maximum }: Schema, { mood }: About): fc.Arbitrary<unknown> {
  const from = Math.max(Number(minimum ?? 0), -1000)
  const to = Math.min(Number(maximum ?? 1000), from + 1000)
  const inside = fc.integer({ min: from, max: Math.min(to, from + 3) })
  if (mood !== 'wild') return inside
  const edges = [minimum, maximum].filter((edge) => typeof edge === 'number')
  const beyond = edges.flatMap((edge) => [edge - 1, edge, edge + 1])
  return fc.oneof(
    inside,
    fc.constantFrom(...sizes, ...beyond),
    fc.constantFrom<unknown>('3', type, null, true),
  )
}

function objectOf(schema: Schema, where: About): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  const requiredKeys = (schema.required ?? []) as string[]
  const partsIn = (mood: (name: string) => Mood, left: string[] = []) =>
    Object.fromEntries(
      properties
        .filter(([name]) => !left.includes(name))
        .map(([name, part]) => [name, arbitraryOf(part, name, { ...where, mood: mood(name) })]),
    )
  if (where.mood === 'tame')
    return fc.record(
      partsIn(() => 'tame', ['cursor']),
      { requiredKeys },
    )
  const names = properties.map(([name]) => name)
  if (where.mood === 'one' && names.length > 0)
    return fc.constantFrom(...names).chain((odd) =>
      fc.record(
        partsIn((name) => (name === odd ? 'wild' : 'tame')),
        { requiredKeys: [...new Set([...requiredKeys, odd])] },
      ),
    )
  const whole = fc.record(
    partsIn(() => 'wild'),
    { requiredKeys },
  )
  return fc.oneof(
    { weight: 6, arbitrary: whole },
    { weight: 1, arbitrary: whole.map((good) => ({ ...good, [canary]: { '\ud800': 1 } })) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>([], null, 7, canary, { constructor: 1 }) },
  )
}

function listOf(schema: Schema, name: string, where: About): fc.Arbitrary<unknown> {
  const item = arbitraryOf((schema.items ?? {}) as Schema, name, where)
  const minLength = Number(schema.minItems ?? 0)
  const limit = Math.min(Number(schema.maxItems ?? 3), 600)
  const few = fc.array(item, { minLength, maxLength: Math.max(minLength, Math.min(3, limit)) })
  if (where.mood !== 'wild') return few
  const tooMany = item.map((one) => Array.from({ length: limit + 1 }, () => one))
  return fc.oneof({ weight: 12, arbitrary: few }, { weight: 1, arbitrary: tooMany })
}

/** Values as a JSON schema allows them, at its edges, and just beyond. */
function arbitraryOf(schema: Schema, name: string, where: About): fc.Arbitrary<unknown> {
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) {
    const all = choices.map((choice) => arbitraryOf(choice, name, where))
    const isWord = where.mood === 'wild' && choices.some(({ type }) => type === 'array')
    return fc.oneof(...all, ...(isWord ? [fc.constantFrom(...where.samples)] : []))
  }
  const all = schema.allOf as Schema[] | undefined
  if (all) return arbitraryOf(Object.assign({}, ...all) as Schema, name, where)
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) {
    const listed = fc.constantFrom(...(schema.enum as unknown[]))
    if (where.mood !== 'wild') return listed
    return fc.oneof(listed, fc.constantFrom<unknown>(...hostileTexts, null))
  }
  switch (schema.type) {
    case 'string':
      return textOf(schema, name, where)
    case 'integer':
    case 'number':
      return numberOf(schema, where)
    case 'boolean':
      return where.mood === 'wild' ? fc.constantFrom<unknown>(true, 'true', 1) : fc.boolean()
    case 'array':
      return listOf(schema, name, where)
    case 'object':
      return objectOf(schema, where)
    case 'null':
      return fc.constant(null)
    default:
      return fc.constantFrom<unknown>(canary, 1, null)
  }
}

const unstorable = ['\0', `${canary}\ud800`]

/** What a value of this type must not be taken for: beyond its bounds, what no database keeps, and another type. */
function oddValues(schema: Schema): unknown[] {
  const { type, format, minimum, maximum, maxLength } = schema
  if (Array.isArray(schema.enum)) return [...unstorable, null]
  switch (type) {
    case 'integer':
    case 'number': {
      const edges = [Number(minimum ?? 0) - 1, Number(maximum ?? 2 ** 31) + 1]
      return [...edges, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1.5]
    }
    case 'string':
      if (format === 'date') return ['0000-01-01', '9999-12-31', '2025-02-30', 'infinity', '\0']
      if (format === 'date-time')
        return ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z', 'infinity', '\0']
      if (format === 'uuid') return ['bukan-id', '\0', '01990000-0000-7000-8000-000000000000']
      return [...unstorable, '', ' ', 'a'.repeat(Math.min(Number(maxLength ?? 4000), 5000) + 1)]
    case 'boolean':
      return ['true', 1]
    default:
      return [null, 7]
  }
}

/** Where in a part of a contract a value stands, and one that it must not be taken for. */
export interface Oddity {
  at: readonly (string | number)[]
  value: unknown
}

function odditiesOf(schema: Schema, at: Oddity['at']): Oddity[] {
  const choices = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as Schema[] | undefined
  if (choices) return choices.flatMap((choice) => odditiesOf(choice, at))
  if (at.length > 4) return []
  if (schema.type === 'array')
    return [{ at, value: 7 }, ...odditiesOf((schema.items ?? {}) as Schema, [...at, 0])]
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  if (properties.length > 0)
    return properties.flatMap(([name, part]) => odditiesOf(part, [...at, name]))
  return at.length === 0 ? [] : oddValues(schema).map((value) => ({ at, value }))
}

const jsonSchemaOf = (part: z.ZodType): Schema =>
  z.toJSONSchema(part, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    metadata: z.registry(),
  })

/** Every field of a part of a contract with each value it must not be taken for, once each. */
export function odditiesIn(part: z.ZodType): Oddity[] {
  const seen = new Set<string>()
  return odditiesOf(jsonSchemaOf(part), []).filter(({ at, value }) => {
    const key = JSON.stringify([at, value])
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The same with this value where the oddity stands, and whatever is missing on the way to it made. */
export function withOddity(whole: unknown, { at, value }: Oddity): unknown {
  const [step, ...rest] = at
  if (step === undefined) return value
  if (typeof step === 'number')
    return [withOddity(Array.isArray(whole) ? whole[0] : {}, { at: rest, value })]
  const known = typeof whole === 'object' && whole !== null ? (whole as Schema) : {}
  return { ...known, [step]: withOddity(known[step], { at: rest, value }) }
}

/** Values for a part of a contract. */
export function arbitraryFor(part: z.ZodType, known: Known, mood: Mood): fc.Arbitrary<unknown> {
  return arbitraryOf(jsonSchemaOf(part), '', { ...known, mood })
}

/** Every word of a choice in a contract. */
export function wordsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(wordsOf)
  if (typeof part !== 'object' || part === null) return []
  const own = (part as Schema).enum
  const samples = Array.isArray(own) ? own.filter((word) => typeof word === 'string') : []
  return [...samples, ...Object.values(part).flatMap(wordsOf)]
}

/** What may stand in the path where an id is meant. */
export function pathPart(name: string, known: Known, mood: Mood): fc.Arbitrary<string> {
  const good = byName[name] ?? knownId(name, known)
  if (mood !== 'wild') return good
  return fc.oneof(
    good,
    anyId(name, known).map((id) => encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, ''))),
    fc.constantFrom('%ZZ', '%00', '%ED%A0%80', '%', '..%2F..', 'x'.repeat(400)),
    fc.constantFrom('1', '0', '2031-05-05', '0000-00-00', '9999999999999999999', 'thanks'),
  )
}
