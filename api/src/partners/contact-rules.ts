import { invalidField } from '../platform/app-error.ts'
import { normalisePhone } from './phone-rules.ts'
import { partnerStrings } from './strings.ts'

/** The two columns of a phone number, none for an untouched one; 400 for text that is no number. */
export function phoneColumns(
  phone: string | null | undefined,
): { phone: string | null; phoneRaw: string | null } | Record<never, never> {
  if (phone === undefined) return {}
  if (phone === null) return { phone: null, phoneRaw: null }
  const number = normalisePhone(phone)
  if (number === undefined) throw invalidField('phone', partnerStrings.noPhone)
  return { phone: number, phoneRaw: phone }
}
