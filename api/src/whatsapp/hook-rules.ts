import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const same = (given: Buffer, expected: Buffer): boolean =>
  given.length === expected.length && timingSafeEqual(given, expected)

const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest()

/** Compares secrets in the same time wherever they differ, and whatever their length. */
export const isSameSecret = (given: string, expected: string): boolean =>
  same(digest(given), digest(expected))

/** Whether a body, to the byte, was signed with the app's secret (`X-Hub-Signature-256: sha256=…`). */
export function isSigned(body: Buffer, signature: unknown, appSecret: string): boolean {
  const hex =
    typeof signature === 'string' ? /^sha256=([0-9a-f]{64})$/.exec(signature)?.[1] : undefined
  if (!hex) return false
  return same(Buffer.from(hex, 'hex'), createHmac('sha256', appSecret).update(body).digest())
}

/** What the service says became of a message. */
export interface Report {
  providerId: string
  /** Our id, where the service tells it. */
  ours: string | undefined
  state: 'sent' | 'delivered' | 'failed'
  /** ISO instant. */
  at: string
  error: { code: number; text: string } | undefined
}

const status = z.object({
  id: z.string().min(1).max(300),
  status: z.string(),
  timestamp: z.string().regex(/^\d{1,11}$/),
  biz_opaque_callback_data: z.string().optional(),
  errors: z
    .array(
      z.object({
        code: z.int(),
        title: z.string().optional(),
        error_data: z.object({ details: z.string().optional() }).optional(),
      }),
    )
    .optional(),
})

const notice = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({ value: z.object({ statuses: z.array(z.unknown()).optional() }).loose() }),
      ),
    }),
  ),
})

// A message that was read was delivered, which the service then may not say by itself. That it was read is not kept.
const states: Record<string, Report['state']> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'failed',
}

function reportOf(given: unknown): Report[] {
  const parsed = status.safeParse(given)
  const state = parsed.success ? states[parsed.data.status] : undefined
  if (!parsed.success || !state) return []
  const { id, timestamp, biz_opaque_callback_data: ours, errors } = parsed.data
  const [error] = errors ?? []
  return [
    {
      providerId: id,
      ours: z.uuid().safeParse(ours).data,
      state,
      at: new Date(Number(timestamp) * 1000).toISOString(),
      error: error && {
        code: error.code,
        text: error.error_data?.details ?? error.title ?? `${error.code}`,
      },
    },
  ]
}

/** The reports in a notice of the service; what it tells of anything else is passed over. */
export function reportsIn(body: unknown): Report[] {
  const parsed = notice.safeParse(body)
  if (!parsed.success) return []
  return parsed.data.entry
    .flatMap(({ changes }) => changes)
    .flatMap(({ value }) => value.statuses ?? [])
    .flatMap(reportOf)
}
