import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import { delimiterOf, readDays } from './read-days.ts'

const read = (text: string) => readDays(text.split('\n').map((line) => line.split(';')))
const problems = (text: string) =>
  read(text).problems.map(({ line, problem }) => [line, problem.kind])

describe('a list of days', () => {
  it('is read with the day first, in every way people write one', () => {
    const { days, problems } = read(
      [
        'Tanggal;Nama;Jenis',
        '29/10/2026;Hari A (contoh);Libur nasional',
        '2026-10-30;Hari B (contoh);cuti bersama',
        '1.2.2026;Hari C (contoh);hari kerja',
        '17 Agustus 2026;Hari D (contoh);NASIONAL',
        '5-6-2026;Hari E (contoh);cuti',
      ].join('\n'),
    )
    expect(problems).toEqual([])
    expect(days).toEqual([
      { line: 2, date: '2026-10-29', name: 'Hari A (contoh)', kind: 'national' },
      { line: 3, date: '2026-10-30', name: 'Hari B (contoh)', kind: 'joint_leave' },
      { line: 4, date: '2026-02-01', name: 'Hari C (contoh)', kind: 'working_day' },
      { line: 5, date: '2026-08-17', name: 'Hari D (contoh)', kind: 'national' },
      { line: 6, date: '2026-06-05', name: 'Hari E (contoh)', kind: 'joint_leave' },
    ])
  })

  it('needs no line of titles, and takes the columns in the order of one', () => {
    expect(read('29/10/2026;A;libur').days).toHaveLength(1)
    expect(read('jenis;tanggal;nama\nlibur;29/10/2026;A').days).toEqual([
      { line: 2, date: '2026-10-29', name: 'A', kind: 'national' },
    ])
  })

  it('passes over empty lines and still counts them', () => {
    expect(read('\n;;\n29/10/2026;A;libur\n').days[0]?.line).toBe(3)
    expect(read('')).toEqual({ days: [], problems: [] })
  })
})

describe('what is wrong with a list', () => {
  it('is said of every line, and of all that is wrong in one', () => {
    expect(problems('besok;;apa saja\n29/10/2026;A;libur\n;B;')).toEqual([
      [1, 'date'],
      [1, 'noName'],
      [1, 'dayKind'],
      [3, 'noDate'],
      [3, 'noKind'],
    ])
  })

  it('is a day that does not exist, a year of two digits, a month before the day', () => {
    expect(problems('31/02/2026;A;libur')).toEqual([[1, 'dateMissing']])
    expect(problems('29/02/2028;A;libur')).toEqual([])
    expect(problems('29/10/26;A;libur')).toEqual([[1, 'date']])
    expect(problems('10/29/2026;A;libur')).toEqual([[1, 'monthFirst']])
    expect(problems('2026-13-01;A;libur')).toEqual([[1, 'dateMissing']])
    expect(problems('29 Foo 2026;A;libur')).toEqual([[1, 'date']])
  })

  it('is a day given twice, with the line that gave it first', () => {
    expect(read('29/10/2026;A;libur\n2026-10-29;B;cuti').problems).toEqual([
      { line: 2, problem: { kind: 'twice', line: 1 } },
    ])
  })

  it('is a name too long, and a cell too many', () => {
    expect(problems(`29/10/2026;${'a'.repeat(201)};libur`)).toEqual([[1, 'longName']])
    expect(problems(`29/10/2026;${'a'.repeat(200)};libur`)).toEqual([])
    expect(problems('29/10/2026;A;libur;lagi')).toEqual([[1, 'cells']])
    expect(problems('29/10/2026;A;libur;;')).toEqual([])
  })
})

describe('with the CSV reader', () => {
  const parse = (text: string) =>
    readDays(parseCsv(text, { delimiter: delimiterOf(text) }).map((row) => row.map(String)))

  it('semicolons, commas and tabs part the cells, quotes keep them whole', () => {
    const semicolons = '\uFEFFtanggal;nama;jenis\r\n29/10/2026;"Satu; dua, tiga";libur\r\n'
    expect(parse(semicolons).days).toEqual([
      { line: 2, date: '2026-10-29', name: 'Satu; dua, tiga', kind: 'national' },
    ])
    expect(parse('29/10/2026,"A, B",libur').days[0]?.name).toBe('A, B')
    expect(parse('29/10/2026\tA, B\tlibur').days[0]?.name).toBe('A, B')
  })

  it('dates stay the text they are, also in the year 2026', () => {
    expect(parse('2026-01-02;A;libur').days[0]?.date).toBe('2026-01-02')
    expect(parse('01/02/2026;A;libur').days[0]?.date).toBe('2026-02-01')
  })
})
