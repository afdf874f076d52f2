import type { AppErrorDetails } from './app-error.ts'
import { AppError } from './app-error.ts'
import { requestMessages } from './problem-messages.ts'

interface DatabaseFailure {
  code?: string
  constraint?: string
  table?: string
  column?: string
  routine?: string
  message: string
}

/** PostgreSQL's error under drizzle's wrapping; undefined where it is none. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return inner instanceof Error ? (inner as DatabaseFailure) : undefined
}

/** Text with NUL, as text and as JSON; a date or offset beyond what PostgreSQL knows, such as the year 0. */
const unstorable = new Set(['22021', '22P05', '22007', '22008', '22009'])

const unavailable = /^(08|53|57P0)|^(ECONN\w+|EPIPE|ETIMEDOUT)$/

/** SQLSTATEs (PostgreSQL manual, appendix A) that are an answer to the caller, not a fault of ours. */
export function answerToDatabaseError(error: unknown): AppError | undefined {
  const failure = databaseFailure(error)
  if (!failure) return undefined
  const { code = '', constraint } = failure
  const details: AppErrorDetails = { retryAfter: 2 }
  if (unavailable.test(code) || code === '55P03' || code === '57014')
    return new AppError('unavailable', details)
  if (/timeout exceeded when trying to connect|Connection terminated/.test(failure.message)) {
    return new AppError('unavailable', details)
  }
  if (code === '40P01' || code === '40001') return new AppError('unavailable', { retryAfter: 1 })
  if (code === '23505') return new AppError('duplicate')
  if (code === '23503')
    return new AppError('invalid', { message: requestMessages.unknownReference })
  if (code === '23514' && constraint === 'sessions_seats') return new AppError('full')
  if (unstorable.has(code)) return new AppError('invalid')
  return undefined
}
