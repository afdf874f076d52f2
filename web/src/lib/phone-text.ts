// Landlines of these cities have a two-digit area code; all others have three.
const shortAreas = /^(21|22|24|31|61)/

const mobile = (digits: string) =>
  [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].filter(Boolean).join('-')

const landline = (digits: string) => {
  const last = digits.length > 6 ? 4 : 3
  return `${digits.slice(0, -last)}-${digits.slice(-last)}`
}

/**
 * A number as Indonesians read it: `+6281234567890` becomes "0812-3456-7890", `+62284321456`
 * "(0284) 321-456". A number of another country stays E.164.
 *
 * @param e164 from the API
 */
export const phoneText = (e164: string): string => {
  if (!e164.startsWith('+62')) return e164
  const national = e164.slice(3)
  if (national.startsWith('8')) return mobile(`0${national}`)
  const area = shortAreas.test(national) ? 2 : 3
  return `(0${national.slice(0, area)}) ${landline(national.slice(area))}`
}

/** The chat with a number; undefined for an Indonesian landline, which has none. */
export const whatsappUrl = (e164: string): string | undefined =>
  e164.startsWith('+62') && !e164.startsWith('+628')
    ? undefined
    : `https://wa.me/${e164.replace(/\D/g, '')}`
