import { randomUUID } from 'node:crypto'
import type { Endpoint } from '@ngopi/shared/endpoint'
import { z } from 'zod'

/** What an id of a body may mean, by the name of its field. */
export type IdsByField = Readonly<Record<string, string>>

interface Shape {
  type?: string
  const?: unknown
  enum?: unknown[]
  format?: string
  minimum?: number
  minLength?: number
  minItems?: number
  required?: string[]
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  $ref?: string
  $defs?: Record<string, Shape>
}

const formats: Record<string, string> = {
  'date-time': '2031-05-05T02:00:00Z',
  date: '2031-05-05',
  time: '09:00',
  uri: 'https://contoh.example/x',
  email: 'baru@contoh.example',
}

/** The least that the contract of an operation takes as its body, naming the things of these ids; undefined for none. */
export function leastBody(endpoint: Endpoint, ids: IdsByField): unknown {
  const { body } = endpoint.schema
  if (!body) return undefined
  const root = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Shape
  const sample = (given: Shape, field: string): unknown => {
    const shape = given.$ref
      ? (root.$defs?.[given.$ref.replace('#/$defs/', '')] ?? {})
      : (given.anyOf?.[0] ?? given.oneOf?.[0] ?? given.allOf?.[0] ?? given)
    if (shape !== given) return sample(shape, field)
    if (shape.const !== undefined) return shape.const
    if (shape.enum) return shape.enum[0]
    if (shape.type === 'object')
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, sample(shape.properties?.[name] ?? {}, name)]),
      )
    if (shape.type === 'array')
      return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}, field))
    if (shape.type === 'boolean') return false
    if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1)
    if (ids[field]) return ids[field]
    if (shape.format === 'uuid') return randomUUID()
    return formats[shape.format ?? ''] ?? 'x'.repeat(Math.max(shape.minLength ?? 1, 1))
  }
  return sample(root, '')
}
