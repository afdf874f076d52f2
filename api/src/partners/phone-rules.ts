import { searchableText } from '@ngopi/shared/searchable-text'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * The E.164 form of a number as people write it in Indonesia: 08…, 62…, +62…, 8… (a spreadsheet ate the 0),
 * (022)…, 0062…, with spaces, dots and dashes, in Western or Arabic-Indic digits. Numbers of other countries begin with + or 00. Undefined where it is none:
 * an Indonesian number must be one that can be dialled, of a foreign one only the length is checked.
 */
export function normalisePhone(written: string): string | undefined {
  const plain = searchableText(written).trim()
  const number = parsePhoneNumberFromString(plain.replace(/^00(?=[1-9])/, '+'), 'ID')
  if (!number) return undefined
  const real = number.countryCallingCode === '62' ? number.isValid() : number.isPossible()
  return real ? number.number : undefined
}
