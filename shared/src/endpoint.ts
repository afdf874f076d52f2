import type { z } from 'zod'
import type { Role } from './roles.ts'

/** Who may call an endpoint: anybody, or a login with one of the roles. */
export type Access = { readonly public: true } | { readonly roles: readonly Role[] }

/**
 * One HTTP operation. The object is at once Fastify's route options (so a route is
 * `{ ...endpoint, handler }`) and the argument of the web client's `call`.
 *
 * Responses are keyed `'2xx'`, never `200`: a reply with another success status would
 * otherwise skip the serializer and leak fields the contract does not name.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: `/api/${string}`
  readonly config: Access & {
    /** Media types of the body, where it is a file and no JSON. */
    readonly takes?: readonly string[]
    /** Media types of the answer, where it is a file and no JSON. */
    readonly gives?: readonly string[]
  }
  readonly schema: {
    readonly summary: string
    readonly tags: readonly string[]
    readonly params?: z.ZodType
    readonly querystring?: z.ZodType
    readonly body?: z.ZodType
    readonly response: { readonly '2xx': z.ZodType }
  }
}

/** Keeps the literal types of an endpoint while checking its shape. */
export const endpoint = <const E extends Endpoint>(e: E) => e

type InputOf<S, K extends string> = S extends { readonly [P in K]: infer T extends z.ZodType }
  ? z.input<T>
  : never

type Part<K extends string, T> = [T] extends [never]
  ? { readonly [P in K]?: undefined }
  : Partial<T> extends T
    ? { readonly [P in K]?: T }
    : { readonly [P in K]: T }

/** What a caller hands over: `params`, `query` and `body`, each only when the endpoint has it. */
export type RequestOf<E extends Endpoint> = Part<'params', InputOf<E['schema'], 'params'>> &
  Part<'query', InputOf<E['schema'], 'querystring'>> &
  Part<'body', InputOf<E['schema'], 'body'>>

/** What a caller gets back; `undefined` for an endpoint that answers 204. */
export type ResponseOf<E extends Endpoint> = z.output<E['schema']['response']['2xx']>
