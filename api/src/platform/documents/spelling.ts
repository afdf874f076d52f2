import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { longDay } from '../when.ts'

/** "29 Oktober 2025", as a letter is dated; `day` is `YYYY-MM-DD`. */
export const letterDate = (day: string): string =>
  longDay({ at: `${day}T00:00:00.000Z`, zone: 'UTC' }, 'id').replace(/^[^,]+, /, '')

/** A civil servant's number in its groups of 8, 6, 1 and 3 digits; one of another length stays as written. */
export function groupedNip(nip: string): string {
  const digits = nip.replaceAll(/\D/g, '')
  const groups = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(digits)
  return groups ? groups.slice(1).join(' ') : nip.trim()
}

/** A number as it is read aloud, kept on one line. */
export function spokenNumber(phone: string): string {
  const number = parsePhoneNumberFromString(phone, 'ID')?.formatInternational() ?? phone
  return number.replaceAll(/[\s-]+/g, '\u00a0')
}
