import { expect, test } from 'vitest'
import { calendarDate, instant, line, linkAddress, text, version, webAddress } from './common.ts'
import { unstorablePaths } from './written-text.ts'

test.each([
  'a\ud800',
  '\udc00b',
  'a\0b',
  'Ngopi\r\nBEGIN:VALARM',
  'a\u2028b',
  'a\u0085b',
  'a\vb',
  '\u200b\u2060',
  '\u3164',
  '',
  ' \t ',
  'x'.repeat(21),
  '\u0344'.repeat(11),
])('%j is no line of 20', (written) => {
  expect(line(20).safeParse(written).success).toBe(false)
})

test.each([
  [' Ani\tSari ', 'Ani Sari'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['\u2066+62 812\u2069', '+62 812'],
  ['Nu\u0301', 'N\u00fa'],
  ['a\u0007b', 'ab'],
])('the line %j is kept as %j', (written, stored) => {
  expect(line(20).parse(written)).toBe(stored)
})

test('lines end one way, whatever wrote them', () => {
  expect(text().parse('a\r\nb\rc\vd\u2028e\n')).toBe('a\nb\nc\nd\ne')
  expect(text().safeParse('a\ud800').success).toBe(false)
})

test.each([
  'https:///u@evil.example',
  'https:\\\\evil.example',
  'https://u:p@evil.example/',
  'https://u@evil.example',
  'https://x.example/a b',
  'https://x.example/\u202e',
  'javascript:alert(1)',
  'https:x.example',
])('%j is no web address', (written) => {
  expect(webAddress.safeParse(written).success).toBe(false)
  expect(linkAddress.safeParse(written).success).toBe(false)
})

test.each(['https://x.example/@ani?a=b@c', 'http://127.0.0.1:8080/', 'https://berita.example/é'])(
  '%s is a web address',
  (written) => expect(webAddress.parse(written)).toBe(written),
)

test.each([
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '1999-12-31T23:59:59Z',
  '2101-01-01T00:00:00Z',
])('%s is no instant', (written) => expect(instant.safeParse(written).success).toBe(false))

test('a line break in a web address is left out', () => {
  expect(webAddress.parse('https://x.example/\r\nBEGIN:VALARM')).toBe(
    'https://x.example/BEGIN:VALARM',
  )
})

test('an instant is read as UTC, with any offset', () => {
  expect(instant.parse('2025-10-29T09:00:00+23:59')).toBe('2025-10-28T09:01:00.000Z')
})

test('days and versions have their bounds', () => {
  expect(calendarDate.safeParse('0001-01-01').success).toBe(false)
  expect(calendarDate.safeParse('1987-05-05').success).toBe(true)
  expect(version.safeParse(2_147_483_647).success).toBe(true)
  expect(version.safeParse(2_147_483_648).success).toBe(false)
})

test('what cannot be kept is found wherever it stands, in keys too', () => {
  const value = { a: ['x', { b: 'y\ud800' }], c: '\0', 'k\udc00': 1 }
  expect(unstorablePaths(value)).toEqual(['a.1.b', 'c', ''])
})
