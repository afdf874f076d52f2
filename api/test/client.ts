import type { Endpoint, RequestOf, ResponseOf } from '@ngopi/shared/endpoint'
import type { Problem } from '@ngopi/shared/errors'
import type { App } from '../src/platform/app-type.ts'

/** An answer that was no success, with its problem details. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    readonly headers: Record<string, unknown>,
  ) {
    super(`${status} ${problem.code}: ${problem.title} ${JSON.stringify(problem.fields ?? '')}`)
  }
}

export interface CallOptions {
  /** Access token; none: a stranger. */
  token?: string
  headers?: Record<string, string>
}

/** The path of an endpoint with its parameters and query, as the web client builds it. */
export function pathOf(endpoint: Endpoint, parts: { params?: unknown; query?: unknown }): string {
  const params = (parts.params ?? {}) as Record<string, string>
  const path = endpoint.url.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries((parts.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) query.set(key, Array.isArray(value) ? value.join(',') : String(value))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** Calls an endpoint of the server under test by its contract; throws a ProblemError unless it succeeds. */
export async function call<E extends Endpoint>(
  app: App,
  endpoint: E,
  parts: RequestOf<E>,
  { token, headers = {} }: CallOptions = {},
): Promise<ResponseOf<E>> {
  const { body } = parts as { body?: unknown }
  const response = await app.inject({
    method: endpoint.method,
    url: pathOf(endpoint, parts as { params?: unknown; query?: unknown }),
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { payload: body as object }),
  })
  if (response.statusCode >= 300) {
    throw new ProblemError(response.statusCode, response.json<Problem>(), response.headers)
  }
  return (response.body === '' ? undefined : response.json()) as ResponseOf<E>
}

/** The problem an awaited call answers with; throws when it succeeds. */
export async function problemOf(pending: Promise<unknown>): Promise<ProblemError> {
  const outcome = await pending.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof ProblemError) return outcome
  throw outcome ?? new Error('the call succeeded')
}
