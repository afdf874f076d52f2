import { unstorablePaths } from '@ngopi/shared/written-text'
import fastJson from 'fast-json-stringify'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { z } from 'zod'

/** Thrown when a part of a request breaks its contract; the error handler then names every wrong field. */
export class ContractViolation extends Error {
  override name = 'ContractViolation'
}

/** Fastify's validator: zod parses, so handlers see defaults and transformed values. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    if (unstorablePaths(data).length > 0) return { error: new ContractViolation() }
    const result = schema.safeParse(data)
    return result.success ? { value: result.data } : { error: new ContractViolation() }
  }

type JsonSchema = Record<string, unknown>

/**
 * What the serializer needs of a JSON schema: shape only. `anyOf [x, null]` becomes a nullable x, since
 * choosing between alternatives would validate each value once more.
 */
function forSerializer(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forSerializer)
  if (node === null || typeof node !== 'object') return node
  const { format, pattern, minLength, maxLength, minimum, maximum, ...schema } = node as JsonSchema
  const alternatives = schema.anyOf as JsonSchema[] | undefined
  if (alternatives?.length === 2 && alternatives[1]?.type === 'null') {
    return { ...(forSerializer(alternatives[0]) as JsonSchema), nullable: true }
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, forSerializer(value)]),
  )
}

/**
 * Fastify's serializer: compiled from the zod contract. Fields the contract does not name never leave,
 * whatever a query returned.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  const json = z.toJSONSchema(schema, {
    io: 'output',
    target: 'draft-7',
    unrepresentable: 'any',
    reused: 'inline',
    // Without the global registry named parts are written in place, where they can be made nullable.
    metadata: z.registry(),
  })
  return fastJson(forSerializer(json) as Parameters<typeof fastJson>[0])
}
