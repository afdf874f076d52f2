import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { family, runs } from '../../platform/pdf/fonts.ts'
import type { HeadStyle } from './letter-rules.ts'

/** Everything that stands in a letter but whom it goes to; plain data, ready to be set. */
export interface LetterSheet {
  head: { text: string; style: HeadStyle }[]
  /** A `data:` address of a PNG or JPEG. */
  logo: string | null
  number: string
  nature: string
  attachment: string
  subject: string
  /** "Pemalang, 29 Oktober 2025". */
  placeAndDate: string
  before: string[]
  /** Day, time and place, each with its name. */
  facts: [name: string, value: string][]
  /** Begin (may be empty) and title of each part. */
  agenda: { at: string; title: string }[]
  after: string[]
  signatoryTitle: string
  signatoryName: string
  /** In its groups; empty where there is none. */
  nip: string
  copiesTo: string[]
  proofUrl: string
  /** The same as a QR code, as the `data:` address of a PNG. */
  proofImage: string
}

const pageWidth = 595.28
const margins = { left: 71, top: 40, right: 57, bottom: 52 }
const textWidth = pageWidth - margins.left - margins.right
const emblem = 66

/** Size of a line, and how wide its letters are on average, in parts of the size. */
const headStyles: Record<HeadStyle, { fontSize: number; bold?: boolean; letter: number }> = {
  above: { fontSize: 11.5, letter: 0.6 },
  name: { fontSize: 13, bold: true, letter: 0.6 },
  detail: { fontSize: 8.5, letter: 0.52 },
}

const rule = (lineWidth: number, y: number) => ({
  type: 'line' as const,
  x1: 0,
  y1: y,
  x2: textWidth,
  y2: y,
  lineWidth,
})

function headLines({ head }: LetterSheet) {
  return {
    stack: head.map(({ text, style }) => {
      const { fontSize, bold = false } = headStyles[style]
      return { text: runs(text), alignment: 'center' as const, lineHeight: 1.08, fontSize, bold }
    }),
  }
}

/** As much empty room at the right as the emblem takes at the left, where the lines in the middle leave that. */
function counterweight({ head }: LetterSheet): number {
  const widest = Math.max(
    ...head.map(({ text, style }) => {
      const { fontSize, letter } = headStyles[style]
      return text.length * fontSize * letter
    }),
  )
  return widest <= textWidth - 2 * emblem ? emblem : 0
}

function letterhead(sheet: LetterSheet): [head: Content, rules: Content] {
  const lines = headLines(sheet)
  const emblemAndLines: Content = {
    table: {
      widths: [emblem, '*', counterweight(sheet)],
      body: [
        [
          { image: 'logo', fit: [emblem, emblem], verticalAlignment: 'middle' },
          { ...lines, verticalAlignment: 'middle' },
          '',
        ],
      ],
    },
    layout: 'letterHead',
  }
  return [
    sheet.logo === null ? lines : emblemAndLines,
    { canvas: [rule(2.2, 0), rule(0.7, 3)], margin: [0, 7, 0, 14] },
  ]
}

/** Names and values beside each other, the colons below each other. */
const aligned = (rows: [name: string, value: string][], indent: number): Content => ({
  table: {
    widths: ['auto', 'auto', '*'],
    body: rows.map(([name, value]) => [
      { text: name, noWrap: true },
      ':',
      { text: runs(value), alignment: 'left' },
    ]),
    dontBreakRows: true,
  },
  layout: 'letterFacts',
  margin: [indent, 0, 0, 0],
})

const paragraph = (text: string): Content => ({
  text: runs(text),
  alignment: 'justify',
  margin: [0, 0, 0, 8],
})

function addressee(lines: readonly string[]): Content {
  return {
    columns: [
      { text: 'Yth.', width: 28 },
      {
        width: 300,
        stack: [...lines.map((line, i) => ({ text: runs(line), bold: i === 0 })), 'di Tempat'],
      },
    ],
    margin: [0, 0, 0, 14],
  }
}

function agenda(parts: LetterSheet['agenda']): Content[] {
  if (parts.length === 0) return []
  const timed = parts.some(({ at }) => at !== '')
  return [
    { text: 'dengan susunan acara:', margin: [0, 0, 0, 4] },
    {
      table: {
        widths: timed ? ['auto', '*'] : ['*'],
        body: parts.map(({ at, title }) => {
          const cell = { text: runs(title), alignment: 'left' as const }
          return timed ? [{ text: at, noWrap: true }, cell] : [cell]
        }),
        dontBreakRows: true,
      },
      layout: 'letterFacts',
      margin: [28, 0, 0, 8],
    },
  ]
}

/** The last words, proof at the left and signature at the right; they stay on one page. */
function signature(sheet: LetterSheet): Content {
  const { signatoryTitle, signatoryName, nip, proofUrl } = sheet
  const shown = proofUrl.replace(/^https?:\/\//, '')
  return {
    unbreakable: true,
    stack: [
      ...sheet.after.slice(-1).map(paragraph),
      {
        columns: [
          {
            width: 216,
            stack: [
              { image: 'proof', fit: [74, 74] },
              {
                text: ['Keaslian surat dapat diperiksa di\n', { text: shown, link: proofUrl }],
                fontSize: 7,
                lineHeight: 1.1,
                margin: [0, 5, 12, 0],
              },
            ],
          },
          {
            width: '*',
            stack: [
              { text: runs(signatoryTitle && `${signatoryTitle},`), margin: [0, 0, 0, 54] },
              { text: runs(signatoryName), bold: true, decoration: 'underline' },
              ...(nip ? [{ text: `NIP ${nip}` }] : []),
            ],
          },
        ],
        margin: [0, 12, 0, 0],
      },
    ],
  }
}

function copies([first, ...others]: readonly string[]): Content[] {
  if (first === undefined) return []
  return [
    { text: 'Tembusan:', fontSize: 9.5, margin: [0, 14, 0, 2] },
    others.length > 0
      ? { ol: [first, ...others].map((copy) => ({ text: runs(copy) })), fontSize: 9.5 }
      : { text: runs(first), fontSize: 9.5 },
  ]
}

function letterTo(sheet: LetterSheet, lines: readonly string[], first: boolean): Content {
  const { number, nature, attachment, subject } = sheet
  const [head, rules] = letterhead(sheet)
  return {
    stack: [
      // Where one letter ends and the next begins, the page does.
      { stack: [head], ...(!first && { pageBreak: 'before' as const }) },
      rules,
      {
        columns: [
          {
            width: '*',
            stack: [
              aligned(
                [
                  ['Nomor', number],
                  ['Sifat', nature],
                  ['Lampiran', attachment],
                  ['Hal', subject],
                ],
                0,
              ),
            ],
          },
          { width: 170, text: runs(sheet.placeAndDate), alignment: 'right' },
        ],
        columnGap: 16,
        margin: [0, 0, 0, 14],
      },
      addressee(lines),
      ...sheet.before.map(paragraph),
      { stack: [aligned(sheet.facts, 28)], margin: [0, 0, 0, 8] },
      ...agenda(sheet.agenda),
      ...sheet.after.slice(0, -1).map(paragraph),
      signature(sheet),
      ...copies(sheet.copiesTo),
    ],
  }
}

/** The document of a letter to each of these, one after another in one file; each begins on a page of its own. */
export const letterDocument = (
  sheet: LetterSheet,
  addressees: readonly (readonly string[])[],
): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
  info: { title: `${sheet.subject} (${sheet.number})`, creator: 'Ngopi', producer: 'Ngopi' },
  language: 'id',
  displayTitle: true,
  defaultStyle: { font: family, fontSize: 10.5, lineHeight: 1.12 },
  images: { proof: sheet.proofImage, ...(sheet.logo !== null && { logo: sheet.logo }) },
  content: addressees.map((lines, i) => letterTo(sheet, lines, i === 0)),
})
