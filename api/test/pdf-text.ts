import { inflateSync } from 'node:zlib'

/** What each code of a font stands for, as its ToUnicode map says (PDF 9.10.3). */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [i, [, hex = '']] of [...list.matchAll(/<(\w*)>/g)].entries())
      letters.set(
        Number.parseInt(first, 16) + i,
        Buffer.from(hex, 'hex').swap16().toString('utf16le'),
      )
  return letters
}

/** The text of a PDF as this project makes them, in its order; nothing stands between one place on the page and the next. */
export function pdfText(file: Buffer): string {
  const source = file.toString('latin1')
  const objects = new Map<string, { head: string; content: string }>()
  for (const [, id = '', body = ''] of source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)) {
    const [head = '', ...rest] = body.split(/\nstream\r?\n/)
    // As long as it says: its own last byte may look like the end of a line.
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const bytes = Buffer.from(rest.join('\nstream\n').slice(0, length), 'latin1')
    const packed = bytes.length > 0 && head.includes('/FlateDecode')
    const content = packed && !head.includes('/Image') ? inflateSync(bytes).toString('latin1') : ''
    objects.set(id, { head, content })
  }
  const fonts = new Map<string, Map<number, string>>()
  for (const { head } of objects.values())
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
      fonts.set(name, lettersOf(objects.get(map)?.content ?? ''))
    }
  let text = ''
  for (const { content } of objects.values()) {
    if (!/\bTf\b/.test(content)) continue
    let letters = new Map<number, string>()
    for (const [, font, codes] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]*)>/g)) {
      if (font !== undefined) letters = fonts.get(font) ?? new Map()
      for (const code of codes?.match(/.{4}/g) ?? [])
        text += letters.get(Number.parseInt(code, 16)) ?? ''
    }
  }
  return text
}
