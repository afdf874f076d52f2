import type { ReactNode } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import classes from './templates.module.css'

/** Everything the server found wrong in a field, a line for each; undefined where it found nothing. */
export function faultsOf(error: Error | null, field: string): ReactNode {
  if (!(error instanceof ApiError)) return undefined
  const found = error.fields.filter(({ path }) => path === field)
  if (found.length === 0) return undefined
  return found.map(({ message }) => (
    <span key={message} className={classes.fault}>
      {message}
    </span>
  ))
}
