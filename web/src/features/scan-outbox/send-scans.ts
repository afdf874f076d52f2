import { attendanceApi } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { type Scan, waiting, withOutcome } from './outbox-scans.ts'
import { changeScans, deviceId, outboxScans } from './scan-store.ts'

export type ScanResult = z.output<
  (typeof attendanceApi.scan.schema.response)['2xx']
>['results'][number]

type Send = (sessionId: string, scans: readonly Scan[]) => Promise<readonly ScanResult[]>

const maxItems = 500

const sendScans: Send = async (sessionId, scans) =>
  (
    await call(attendanceApi.scan, {
      params: { id: sessionId },
      body: { deviceId: deviceId(), sentAt: new Date().toISOString(), scans: [...scans] },
    })
  ).results

/** The request itself is wrong and will be wrong for ever; anything else may pass later. */
const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && [400, 409, 413, 422].includes(error.status)

/**
 * Sends what waits, in its order. One bad scan must not hold up the others: after a refusal they
 * go one by one, and only the bad one is set aside.
 *
 * @param take is given the results before the scans stop waiting, so that a list laid under them
 *   already shows what they did
 * @throws ApiError when nobody answered or the login ended; what was not sent stays waiting
 */
export const sendWaiting = async (
  sessionId: string,
  take: (results: readonly ScanResult[]) => void,
  send: Send = sendScans,
): Promise<void> => {
  let size = maxItems
  for (;;) {
    const scans = waiting(outboxScans(sessionId))
      .slice(0, size)
      .map((entry) => entry.scan)
    if (scans.length === 0) return
    const nonces = new Set(scans.map((scan) => scan.nonce))
    try {
      const results = await send(sessionId, scans)
      take(results)
      const attendanceIds = new Map(
        results.flatMap(({ nonce, attendance }): [string, string][] =>
          attendance?.id ? [[nonce, attendance.id]] : [],
        ),
      )
      changeScans(sessionId, (entries) =>
        withOutcome(entries, nonces, { state: 'sent' }, attendanceIds),
      )
    } catch (error) {
      if (!isRefusal(error)) throw error
      if (scans.length === 1) {
        const refused = { state: 'refused', refusal: error.message } as const
        changeScans(sessionId, (entries) => withOutcome(entries, nonces, refused))
      }
      size = 1
    }
  }
}
