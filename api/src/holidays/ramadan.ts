const month = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  month: 'numeric',
  timeZone: 'UTC',
})

/**
 * Whether a day (`YYYY-MM-DD`) falls in Ramadan by the Umm al-Qura calendar. Indonesia goes by the
 * sighting of the moon, so the first and the last day may differ by one: an estimate.
 */
export const isRamadan = (day: string): boolean =>
  month.formatToParts(new Date(`${day}T12:00:00Z`)).find(({ type }) => type === 'month')?.value ===
  '9'
