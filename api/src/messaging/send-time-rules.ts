import type { AddressedMessage } from './guest-message-queries.ts'
import { endOfQuiet } from './quiet-hours.ts'

/** When an automatic message goes: after the quiet hours, but never so late that the session has begun; undefined: now. */
export function afterQuiet(
  { quiet, startsAt }: Pick<AddressedMessage, 'quiet' | 'startsAt'>,
  now: string,
): string | undefined {
  const end = endOfQuiet(quiet, now)
  return end !== undefined && Date.parse(end) < Date.parse(startsAt) ? end : undefined
}
