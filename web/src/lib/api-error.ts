import type { ErrorCode, Problem } from '@ngopi/shared/errors'

export interface FieldProblem {
  readonly path: string
  readonly message: string
}

/**
 * Any failed request. `status` 0 with code `offline` means that no answer came; then nothing is
 * known about whether the server did the work, so repeat writes with the same idempotency key.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: ErrorCode | 'offline'
  readonly fields: readonly FieldProblem[]
  /** Tells the entry of the server's log; shown to the user for support. */
  readonly requestId: string | undefined
  /** With `stale` and `duplicate`: the record as it is on the server. */
  readonly current: unknown
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(from: {
    status: number
    code: ErrorCode | 'offline'
    message: string
    fields?: readonly FieldProblem[] | undefined
    requestId?: string | undefined
    current?: unknown
    retryAfter?: number | undefined
  }) {
    super(from.message)
    this.status = from.status
    this.code = from.code
    this.fields = from.fields ?? []
    this.requestId = from.requestId
    this.current = from.current
    this.retryAfter = from.retryAfter
  }
}

const codeOf = (status: number): ErrorCode =>
  (
    ({
      400: 'invalid',
      401: 'unauthenticated',
      403: 'forbidden',
      404: 'not_found',
      422: 'unprocessable',
      429: 'too_many_requests',
      502: 'unavailable',
      503: 'unavailable',
      504: 'unavailable',
    }) satisfies Record<number, ErrorCode> as Record<number, ErrorCode | undefined>
  )[status] ?? 'internal'

/** Reads problem+json; an answer of something in between (a proxy's HTML page) keeps its status. */
export const errorFrom = async (response: Response): Promise<ApiError> => {
  const body: Partial<Problem> = response.headers.get('content-type')?.includes('json')
    ? await response.json().catch(() => ({}))
    : {}
  const seconds = Number(response.headers.get('retry-after'))
  return new ApiError({
    status: response.status,
    code: body.code ?? codeOf(response.status),
    message: body.detail ?? body.title ?? response.statusText,
    fields: body.fields,
    requestId: body.requestId ?? response.headers.get('x-request-id') ?? undefined,
    current: body.current,
    retryAfter: seconds > 0 ? seconds : undefined,
  })
}

/** No answer came: the network, or the server is down. */
export const unreachable = (cause: unknown) =>
  new ApiError({ status: 0, code: 'offline', message: String(cause) })
