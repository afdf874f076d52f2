import { AppError } from './app-error.ts'
import { requestStrings } from './problem-strings.ts'
import { StartError } from './start-error.ts'

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

/**
 * SQLSTATEs of a server that cannot do its work at present: connections (08), who may connect (28, 3D, when changed
 * under way), resources such as a full disk (53), the operator, a shutdown or a limit (55P03, 57), the system (58),
 * a transaction given up for idleness (25P03), a server that only reads after a failover (25006).
 */
const serverAway = /^(08|28|3D|53|58|55P03|57|25P03|25006)/

const networkAway = /^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/

/** The driver's own errors have no code: a connection that was lost, could not be made, or is given up with the server. */
const driverGaveUp =
  /not queryable|connection terminated|timeout exceeded when trying to connect|timeout expired|query read timeout|after calling end/i

/** Nothing more is asked: the process is about to end. */
export class DatabaseClosed extends Error {
  override name = 'DatabaseClosed'

  constructor() {
    super('the server is stopping')
  }
}

/** Whether the database cannot be asked at present, so that the same request may succeed a moment later. */
export function isDatabaseAway(failure: DatabaseFailure): boolean {
  const { code = '', message } = failure
  return (
    // A connection that must not serve.
    failure instanceof StartError ||
    failure instanceof DatabaseClosed ||
    serverAway.test(code) ||
    networkAway.test(code) ||
    driverGaveUp.test(message)
  )
}

/** SQLSTATEs (PostgreSQL manual, appendix A) that are an answer to the caller, not a fault of ours. */
export function answerToDatabaseError(error: unknown): AppError | undefined {
  const failure = databaseFailure(error)
  if (!failure) return undefined
  const { code = '', constraint } = failure
  if (isDatabaseAway(failure)) return new AppError('unavailable', { retryAfter: 2 })
  if (code === '40P01' || code === '40001') return new AppError('unavailable', { retryAfter: 1 })
  if (code === '23505') return new AppError('duplicate')
  if (code === '23503') return new AppError('invalid', { message: requestStrings.unknownReference })
  if (code === '23514' && constraint === 'sessions_seats') return new AppError('full')
  if (unstorable.has(code)) return new AppError('invalid')
  return undefined
}
