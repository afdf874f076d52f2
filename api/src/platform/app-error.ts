import type { ErrorCode } from '@ngopi/shared/errors'
import type { Bilingual } from './language.ts'

export interface FieldError {
  readonly path: string
  readonly message: Bilingual
}

export interface AppErrorDetails {
  /** Says more than the code's own sentence. */
  readonly message?: Bilingual
  readonly fields?: readonly FieldError[]
  /** With `stale`: the record as it is now, in the shape of its contract. */
  readonly current?: unknown
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number
  /** A status other than the code's own. */
  readonly status?: number
}

/** HTTP status of each error code (RFC 9110). */
export const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  stale: 409,
  duplicate: 409,
  closed: 409,
  full: 409,
  in_progress: 409,
  long_paper: 409,
  unprocessable: 422,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
}

/** An answer other than success, thrown from anywhere below a route. */
export class AppError extends Error {
  override name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    readonly details: AppErrorDetails = {},
  ) {
    super(details.message?.en ?? code)
  }
}

/** One wrong field, found by a rule the contract cannot know. */
export const invalidField = (path: string, message: Bilingual): AppError =>
  new AppError('invalid', { fields: [{ path, message }] })
