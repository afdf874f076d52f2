import { describe, expect, it } from 'vitest'
import { fileText } from './file-text.ts'

describe('the text in a file', () => {
  it('is the same in the three sets that spreadsheets save in', () => {
    const utf8 = new TextEncoder().encode('Café; é')
    const windows = Uint8Array.from([...'Café; é'].map((sign) => sign.charCodeAt(0)))
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...'Café; é'].flatMap((sign) => [sign.charCodeAt(0), 0]),
    ])
    expect([utf8, windows, utf16].map(fileText)).toEqual(['Café; é', 'Café; é', 'Café; é'])
  })
  it('has the line ends of a page, whatever system it comes from', () => {
    expect(fileText(new TextEncoder().encode('a\r\nb\rc\nd'))).toBe('a\nb\nc\nd')
  })
})
