import { AppError } from './app-error.ts'

/**
 * Why a write changed no row, told from the record as it is seen now: out of sight, another office's,
 * or changed by somebody else since it was read.
 */
export function refusedChange(
  current: { officeId: string } | undefined,
  ownOffice: string,
): AppError {
  if (!current) return new AppError('not_found')
  if (current.officeId !== ownOffice) return new AppError('forbidden')
  return new AppError('stale', { current })
}
