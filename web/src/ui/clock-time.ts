/** The time of day in what was typed: "9", "9.30", "0930", "09:30", "pukul 9.30" are `HH:MM`; undefined if none. */
export const clockTimeIn = (typed: string): string | undefined => {
  const written = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(pukul|jam|pkl\.?)\s+/i, '')
  const [, hours, minutes = '0'] =
    written.match(/^(\d{1,2})(?:\s*[.:, ]?\s*(\d{2}))?$/) ?? written.match(/^(\d)(\d{2})$/) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}
