import type { FastifyBaseLogger } from 'fastify'
import { databaseFailure } from './database-errors.ts'

/** Where an error arose, without its message: that may hold what people wrote. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((row) => /^\s+at /.test(row))
    .join('\n')

/**
 * An error as it may stand in the log. What PostgreSQL and the parsers say of a value repeats the value, and a failed
 * query lists its parameters: of those only what names code and schema is kept.
 */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = framesOf(error)
  const failure = databaseFailure(error)
  if (failure && (failure !== error || failure.code !== undefined)) {
    const { code, constraint, table, column, routine } = failure
    const { query } = error as { query?: unknown }
    return { name: error.name, code, constraint, table, column, routine, query, frames }
  }
  if (error instanceof SyntaxError || error.name === 'ZodError') return { name: error.name, frames }
  return { name: error.name, message: error.message, frames }
}

/** An error in one line of a log, as `loggable` tells it. */
export function described(error: unknown): string {
  const { name, code, constraint, message } = loggable(error)
  return [name, code, constraint, message].filter(Boolean).join(' ')
}

/** Writes down what nobody expected. */
export const logUnexpected = (log: FastifyBaseLogger, error: unknown): void =>
  log.error({ err: loggable(error) }, 'a request failed unexpectedly')
