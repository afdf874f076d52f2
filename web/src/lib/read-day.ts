/** Names of each month in Indonesian and English, and the spellings that no beginning of them covers. */
const months = [
  ['januari', 'january'],
  ['februari', 'february', 'pebruari'],
  ['maret', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august', 'agt', 'ags'],
  ['september'],
  ['oktober', 'october'],
  ['november', 'nopember'],
  ['desember', 'december'],
]

const daysFromToday: Record<string, number> = {
  'hari ini': 0,
  today: 0,
  besok: 1,
  tomorrow: 1,
  lusa: 2,
  kemarin: -1,
  yesterday: -1,
}

/** Years that anything in the product can be about. */
const firstYear = 1900
const lastYear = 2100

/** Which year is meant where none is written: the one nearest to today, or the next or last such day. */
export type Lean = 'near' | 'future' | 'past'

/** From its three first letters on, so that "ma" is neither March nor May. */
const monthNamed = (word: string): number =>
  word.length < 3 ? 0 : months.findIndex((names) => names.some((name) => name.startsWith(word))) + 1

/** `YYYY-MM-DD`, where there is such a day in a year that can be meant. */
const calendarDay = (year: number, month: number, day: number): string | undefined => {
  if (year < firstYear || year > lastYear) return undefined
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.toISOString().slice(0, 10)
    : undefined
}

/** Whether a text is a day that can be meant, as the contract writes it. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = text.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? []
  return calendarDay(Number(year), Number(month), Number(day)) === text
}

/** The day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const inUnwrittenYear = (month: number, day: number, today: string, lean: Lean) => {
  const thisYear = Number(today.slice(0, 4))
  const far = (candidate: string) => Math.abs(Date.parse(candidate) - Date.parse(today))
  return [thisYear - 1, thisYear, thisYear + 1]
    .map((year) => calendarDay(year, month, day))
    .filter((candidate) => candidate !== undefined)
    .filter(
      (candidate) =>
        lean === 'near' || (lean === 'future' ? candidate >= today : candidate <= today),
    )
    .sort((one, other) => far(one) - far(other))[0]
}

/** "25" is 2025, "85" is 1985: never more than fifty years ahead. */
const fullYear = (written: string, today: string): number => {
  if (written.length !== 2) return Number(written)
  const year = 2000 + Number(written)
  return year > Number(today.slice(0, 4)) + 50 ? year - 100 : year
}

/** The day, month and year written, in this order; the year may be absent. */
const partsIn = (written: string): readonly (string | undefined)[] | undefined => {
  const separator = String.raw`\s*[-/. ]\s*`
  const iso = written.match(new RegExp(`^(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})$`))
  if (iso) return [iso[3], iso[2], iso[1]]
  const numbers = written.match(
    new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})(?:${separator}(\\d{4}|\\d{2}))?$`),
  )
  if (numbers) return numbers.slice(1)
  const named = written.match(/^(\d{1,2})[-/. ]*([a-z]+)[-/.,' ]*(\d{4}|\d{2})?$/)
  if (named) return named.slice(1)
  const monthFirst = written.match(/^([a-z]+)\.? *(\d{1,2})(?:,? +(\d{4}))?$/)
  if (monthFirst) return [monthFirst[2], monthFirst[1], monthFirst[3]]
  return written.match(/^(\d{2})(\d{2})(\d{4}|\d{2})$/)?.slice(1)
}

/**
 * The day in what was typed, `YYYY-MM-DD`: `29/10/25`, `29-10-2025`, `29 Okt 2025`, `29 oktober`, `291025`,
 * `Rabu, 29 Oktober 2025`, `besok`. The day comes before the month. Undefined for what is no such day; a year is
 * never guessed from one digit or three.
 *
 * @param today `YYYY-MM-DD`, by the calendar of the office
 */
export const readDay = (typed: string, today: string, lean: Lean = 'near'): string | undefined => {
  const written = typed.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const ahead = daysFromToday[written]
  if (ahead !== undefined) return dayAfter(today, ahead)
  // "Rabu, 29 …": the weekday says nothing that the date does not.
  const [, word = ''] = written.match(/^([a-z]+)[,.]? (?=\d)/) ?? []
  const dated = word && !monthNamed(word) ? written.replace(/^[a-z]+[,.]? /, '') : written
  const [day, monthWritten, year] = partsIn(dated) ?? []
  if (day === undefined || monthWritten === undefined) return undefined
  const month = /^\d/.test(monthWritten) ? Number(monthWritten) : monthNamed(monthWritten)
  if (month === 0) return undefined
  if (year === undefined) return inUnwrittenYear(month, Number(day), today, lean)
  const read = calendarDay(fullYear(year, today), month, Number(day))
  // Eight digits may as well be those of a file name: 20251029.
  const [, y, m, d] = dated.match(/^(\d{4})(\d{2})(\d{2})$/) ?? []
  return read ?? (y ? calendarDay(Number(y), Number(m), Number(d)) : undefined)
}
