import type { RequestOf, ResponseOf } from '@ngopi/shared/endpoint'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { call } from '../../lib/api.ts'

type Sent = ResponseOf<typeof whatsappApi.sendMany>

/**
 * Sends to everybody it was said to go to, however many they are: the server writes to so many at once and says how many
 * are left. What was written before a call that fails stays written, and sending again goes on from there.
 *
 * @returns the counts of all calls; who was skipped, as the last one names them
 */
export async function sendToAll(request: RequestOf<typeof whatsappApi.sendMany>): Promise<Sent> {
  const sent = await call(whatsappApi.sendMany, request)
  // Where nobody was written to, asking again would not end.
  if (sent.left === 0 || sent.sent + sent.kept === 0) return sent
  const after = await sendToAll(request)
  return {
    ...after,
    sent: sent.sent + after.sent,
    kept: sent.kept + after.kept,
    queued: sent.queued + after.queued,
  }
}
