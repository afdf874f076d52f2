import { z } from 'zod'

/** Stable error codes of the wire format; see `problem`. */
export const errorCode = z.enum([
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'stale',
  'duplicate',
  'closed',
  'full',
  'in_progress',
  'long_paper',
  'unprocessable',
  'too_many_requests',
  'unavailable',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCode>

/** RFC 9457 problem details, with every field that was wrong. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: errorCode,
    requestId: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional().describe('With `stale`: the record as it is now'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>
