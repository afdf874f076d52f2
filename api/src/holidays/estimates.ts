import type { Holiday } from '@ngopi/shared/holidays'

/** Names as the government writes them; the library calls 27 Rajab and a few others differently. */
const names: Record<string, string> = {
  '01-01': 'Tahun Baru Masehi',
  '27 Rajab': 'Isra Mikraj Nabi Muhammad SAW',
  'chinese 01-0-01': 'Tahun Baru Imlek',
  '1 Shawwal': 'Idul Fitri',
  '2 Shawwal': 'Idul Fitri',
  'easter -2': 'Wafat Yesus Kristus',
  easter: 'Kebangkitan Yesus Kristus (Paskah)',
  '05-01': 'Hari Buruh Internasional',
  'easter 39': 'Kenaikan Yesus Kristus',
  '10 Dhu al-Hijjah': 'Idul Adha',
  '06-01': 'Hari Lahir Pancasila',
  '1 Muharram': 'Tahun Baru Islam',
  '08-17': 'Proklamasi Kemerdekaan',
  '12 Rabi al-awwal': 'Maulid Nabi Muhammad SAW',
  '12-25': 'Kelahiran Yesus Kristus',
}

/** Years that the calendars behind the library reach. */
const firstYear = 1970
const lastYear = 2076

/** The library knows the whole world and takes 90 ms and 40 MB, so it comes when first needed. */
async function openCalendar() {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays('ID', { languages: 'id', types: ['public'] })
  calendar.setHoliday('easter', { name: 'Paskah', type: 'public' })
  return calendar
}

let calendar: ReturnType<typeof openCalendar> | undefined
const years = new Map<number, readonly Holiday[]>()

/**
 * The national holidays of a year as they can be computed before it is published, one a day. What the
 * government adds or shifts (joint leave, a day by the sighting of the moon) is not among them.
 */
export async function estimatedHolidays(year: number): Promise<readonly Holiday[]> {
  if (year < firstYear || year > lastYear) return []
  const known = years.get(year)
  if (known) return known
  calendar ??= openCalendar()
  const byDay = new Map<string, string[]>()
  for (const { date, name, rule } of (await calendar).getHolidays(year)) {
    const day = date.slice(0, 10)
    byDay.set(day, [...(byDay.get(day) ?? []), names[rule] ?? name])
  }
  const found = [...byDay].map(([date, observed]) => ({
    date,
    name: observed.join(' dan '),
    kind: 'national' as const,
    estimated: true,
    origin: 'computed' as const,
    source: null,
  }))
  years.set(year, found)
  return found
}
