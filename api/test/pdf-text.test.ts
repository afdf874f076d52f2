import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdfText } from './pdf-text.ts'

/** A PDF of one text, told by codes that are its letters; the length of the comment changes the bytes of its packing. */
function pdfOf(text: string, comment: number): { file: Buffer; lastByte: number | undefined } {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const packed = deflateSync(Buffer.from(`% ${'a'.repeat(comment)}\n/F1 12 Tf <${codes}> Tj`))
  const file = Buffer.concat([
    Buffer.from(`1 0 obj\n<</Filter /FlateDecode /Length ${packed.length}>>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  return { file, lastByte: packed.at(-1) }
}

test('a text is read whatever byte its packing ends with', () => {
  const all = Array.from({ length: 256 }, (_, comment) => pdfOf('Kopi', comment))
  expect(new Set(all.map(({ lastByte }) => lastByte)).size).toBe(256)
  for (const { file, lastByte } of all)
    expect(() => pdfText(file), `ends with ${lastByte}`).not.toThrow()
})
