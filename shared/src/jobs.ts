import { z } from 'zod'
import { instant, nothing } from './common.ts'
import { endpoint } from './endpoint.ts'
import { admins } from './roles.ts'

const tags = ['jobs']

/** Work queued in the background. */
export const job = z
  .object({
    id: z.string().regex(/^\d{1,18}$/),
    task: z.string(),
    about: z.string().nullable().describe('Whom or what it is for, where that may be shown'),
    state: z
      .enum(['waiting', 'running', 'retrying', 'failed'])
      .describe('`retrying`: failed and will be tried again; `failed`: given up'),
    attempts: z.int(),
    maxAttempts: z.int(),
    runAt: instant,
    createdAt: instant,
    error: z.string().nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof job>

const jobParams = z.strictObject({ id: job.shape.id })

export const jobsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/jobs',
    config: { roles: admins },
    schema: {
      summary: 'Background work of the own office that is not done, failed first; at most 200',
      tags,
      response: {
        '2xx': z.object({
          items: z.array(job),
          counts: z.object({ waiting: z.int(), retrying: z.int(), failed: z.int() }),
        }),
      },
    },
  }),
  retry: endpoint({
    method: 'POST',
    url: '/api/jobs/:id/retry',
    config: { roles: admins },
    schema: {
      summary: 'Try again now',
      tags,
      params: jobParams,
      response: { '2xx': job },
    },
  }),
  discard: endpoint({
    method: 'DELETE',
    url: '/api/jobs/:id',
    config: { roles: admins },
    schema: {
      summary: 'Give a failed job up for good',
      tags,
      params: jobParams,
      response: { '2xx': nothing },
    },
  }),
}
