import { createRequire } from 'node:module'
import type { TFontDictionary } from 'pdfmake/interfaces'

const require = createRequire(import.meta.url)

const file = (set: 'latin' | 'latin-ext', weight: 400 | 700): string =>
  require.resolve(`@fontsource/noto-sans/files/noto-sans-${set}-${weight}-normal.woff`)

/** The family every document is set in, and the one that has the letters it lacks. */
export const family = 'NotoSans'
const extended = 'NotoSansExt'

/** Noto Sans as it comes from npm: in parts by script, so one document needs two of them. */
export const fonts: TFontDictionary = {
  [family]: { normal: file('latin', 400), bold: file('latin', 700) },
  [extended]: { normal: file('latin-ext', 400), bold: file('latin-ext', 700) },
}

/** Files a document may open; nothing else of the machine, whatever a definition names. */
export const fontFiles: ReadonlySet<string> = new Set(
  Object.values(fonts).flatMap(({ normal, bold }) => [String(normal), String(bold)]),
)

/** Letters such as ā, ş and ạ; the basic part covers Western Europe up to ÿ, and the usual signs. */
const extendedLetters = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff\u2c60-\u2c7f]+/gu

/** A run of text in one font. */
export interface Run {
  text: string
  font?: string
}

/** What is no letter to set: controls but for the line break, and marks that turn the direction of writing. */
const unprintable = /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu

/** Text as runs, each in the font that has its letters. */
export function runs(text: string): Run[] {
  // A word too long for a line may be broken anywhere: without a place to break it would run out of the page.
  const clean = text
    .replaceAll(unprintable, ' ')
    .replaceAll(/\S{32,}/g, (word) => word.replaceAll(/.{12}(?=.)/gu, '$&\u200b'))
  const found: Run[] = []
  let from = 0
  for (const match of clean.matchAll(extendedLetters)) {
    if (match.index > from) found.push({ text: clean.slice(from, match.index) })
    found.push({ text: match[0], font: extended })
    from = match.index + match[0].length
  }
  if (from < clean.length || found.length === 0) found.push({ text: clean.slice(from) })
  return found
}
