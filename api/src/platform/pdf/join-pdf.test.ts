import { expect, test } from 'vitest'
import { PdfJoiner } from './join-pdf.ts'
import { qrImage } from './qr-image.ts'
import { renderPdf } from './render-pdf.ts'

/** A file of two pages with an emblem, a link, and words that look like parts of a PDF. */
const part = (name: string) =>
  renderPdf({
    info: { title: 'Hal (5 0 R) \\ 7 0 R' },
    images: { emblem: qrImage('emblem') },
    defaultStyle: { font: 'NotoSans' },
    content: [
      { image: 'emblem', width: 40 },
      { text: `${name} endobj`, link: 'https://uji.example/(1 0 R)' },
      { text: `${name} >>\nstream\n`, pageBreak: 'before' },
    ],
  })

/** The objects of a file by the places its table gives, which must be theirs. */
function objectsAtTheirPlaces(file: string): string[] {
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1])
  expect(file.slice(table, table + 4)).toBe('xref')
  const places = [...file.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at))
  return places.map((at, i) => {
    const object = file.slice(at, places[i + 1] ?? table)
    expect(object.startsWith(`${i + 1} 0 obj\n`)).toBe(true)
    return object
  })
}

const count = (objects: string[], what: string) =>
  objects.filter((object) => object.includes(what)).length

test('joined files have all pages in order, each object in its place, and the emblem once', async () => {
  const joiner = new PdfJoiner()
  for (const name of ['A', 'B', 'C']) joiner.add(await part(name))
  const file = joiner.end().toString('latin1')
  const objects = objectsAtTheirPlaces(file)
  expect(count(objects, '/Type /Page\n')).toBe(6)
  expect(count(objects, '/Subtype /Image')).toBe(1)
  const [, kids = ''] = /\/Count 6\n\/Kids \[([^\]]+)\]/.exec(objects[0] ?? '') ?? []
  const pages = kids.match(/\d+(?= 0 R)/g) ?? []
  expect(new Set(pages).size).toBe(6)
  expect(pages).toEqual(pages.toSorted((a, b) => Number(a) - Number(b)))
  for (const page of pages) expect(objects[Number(page) - 1]).toContain('/Parent 1 0 R')
  // Words stay words, whatever they look like.
  expect(file).toContain('(Hal \\(5 0 R\\) \\\\ 7 0 R)')
  expect(file).toContain('(https://uji.example/\\(1 0 R\\))')
  const named = objects.flatMap((object) => {
    const [head = ''] = object.split('stream\n')
    return [...head.replaceAll(/\((?:\\.|[^\\)])*\)/g, '').matchAll(/(\d+) 0 R/g)].map(([, n]) =>
      Number(n),
    )
  })
  expect(Math.max(...named)).toBeLessThanOrEqual(objects.length)
})

test('what is no PDF of ours is refused', () => {
  expect(() => new PdfJoiner().add(Buffer.from('%PDF-1.7 compressed'))).toThrow('table of objects')
  expect(() => new PdfJoiner().end()).toThrow('nothing to join')
})
