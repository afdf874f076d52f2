import type { OfficeDay } from '@ngopi/shared/holidays'

/** Why a line of a list cannot be taken. */
export type DayProblem =
  | { readonly kind: 'cells' | 'noDate' | 'noName' | 'noKind' }
  | { readonly kind: 'date' | 'dateMissing' | 'monthFirst' | 'dayKind'; readonly value: string }
  | { readonly kind: 'longName'; readonly max: number }
  | { readonly kind: 'twice'; readonly line: number }

export interface ReadDay extends OfficeDay {
  /** Where it stands in the list, from 1. */
  readonly line: number
}

export interface ReadDays {
  readonly days: readonly ReadDay[]
  readonly problems: readonly { readonly line: number; readonly problem: DayProblem }[]
}

const months = [
  ['januari', 'jan'],
  ['februari', 'feb'],
  ['maret', 'mar'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['agustus', 'agu', 'agt'],
  ['september', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['desember', 'des'],
]

const kinds: Record<string, OfficeDay['kind']> = {
  'libur nasional': 'national',
  'hari libur nasional': 'national',
  nasional: 'national',
  libur: 'national',
  national: 'national',
  'cuti bersama': 'joint_leave',
  cuti: 'joint_leave',
  joint_leave: 'joint_leave',
  'hari kerja': 'working_day',
  kerja: 'working_day',
  working_day: 'working_day',
}

const longestName = 200

const monthOf = (written: string): number => {
  const known = months.findIndex((names) => names.includes(written.toLowerCase()))
  return known >= 0 ? known + 1 : Number(written)
}

/** A day as people write it: `2026-10-29`, `29/10/2026`, `29 Oktober 2026`; the day comes first. */
const dateIn = (written: string): { date: string } | { problem: DayProblem } => {
  const iso = written.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)
  const dayFirst = written.match(/^(\d{1,2})(?:[/.-](\d{1,2})[/.-]|\s+([a-z]+)\s+)(\d{4})$/i)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [dayFirst?.[4], dayFirst?.[2] ?? dayFirst?.[3], dayFirst?.[1]]
  const number = month === undefined ? Number.NaN : monthOf(month)
  if (year === undefined || day === undefined || Number.isNaN(number))
    return { problem: { kind: 'date', value: written } }
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${date}T00:00:00Z`)
  // 31 February becomes 3 March in some engines and nothing in others.
  if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)) return { date }
  const monthFirst = !iso && number > 12 && Number(day) <= 12
  return { problem: { kind: monthFirst ? 'monthFirst' : 'dateMissing', value: written } }
}

type Column = 'date' | 'name' | 'kind'

const titles: Record<string, Column> = {
  tanggal: 'date',
  date: 'date',
  nama: 'name',
  name: 'name',
  jenis: 'kind',
  kind: 'kind',
}

const usual: Column[] = ['date', 'name', 'kind']

/** The order of the columns, where the first line names them. */
const columnsIn = (cells: readonly string[]): Column[] | undefined => {
  const named = cells.map((cell) => titles[cell.toLowerCase()])
  return usual.every((column) => named.includes(column)) ? (named as Column[]) : undefined
}

/**
 * The days in the lines of a list with the columns tanggal, nama, jenis (in any order when the
 * first line names them), and everything that is wrong with it, line by line. Empty lines count
 * and say nothing.
 */
export const readDays = (lines: readonly (readonly string[])[]): ReadDays => {
  const days: ReadDay[] = []
  const problems: { line: number; problem: DayProblem }[] = []
  const firstLineOf = new Map<string, number>()
  const trimmed = lines.map((cells) => cells.map((cell) => cell.trim()))
  const top = trimmed.findIndex((cells) => cells.some(Boolean))
  const named = columnsIn(trimmed[top] ?? [])
  const columns = named ?? usual
  for (const [index, cells] of trimmed.entries()) {
    if (!cells.some(Boolean) || (named && index === top)) continue
    const line = index + 1
    const before = problems.length
    const wrong = (problem: DayProblem) => problems.push({ line, problem })
    if (cells.slice(columns.length).some(Boolean)) wrong({ kind: 'cells' })
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
    const read = cell('date') ? dateIn(cell('date')) : { problem: { kind: 'noDate' as const } }
    if ('problem' in read) wrong(read.problem)
    const name = cell('name')
    if (!name) wrong({ kind: 'noName' })
    else if (name.length > longestName) wrong({ kind: 'longName', max: longestName })
    const kind = kinds[cell('kind').toLowerCase().replaceAll(/\s+/g, ' ')]
    if (!cell('kind')) wrong({ kind: 'noKind' })
    else if (!kind) wrong({ kind: 'dayKind', value: cell('kind') })
    if (!('date' in read)) continue
    const first = firstLineOf.get(read.date)
    if (first !== undefined) wrong({ kind: 'twice', line: first })
    else firstLineOf.set(read.date, line)
    if (kind && problems.length === before) days.push({ line, date: read.date, name, kind })
  }
  return { days, problems }
}

/** What parts the cells, by the first line with anything in it: `;`, a tab, else a comma. */
export const delimiterOf = (text: string): string => {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  return [';', '\t'].find((sign) => first.includes(sign)) ?? ','
}
