import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import {
  type Head,
  letterhead,
  type Signatory,
  signatoryLines,
} from '../platform/documents/letterhead.ts'
import { family, runs } from '../platform/pdf/fonts.ts'

/** Everything that stands in a letter but whom it goes to; plain data, ready to be set. */
export interface LetterSheet extends Head, Signatory {
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
  copiesTo: string[]
  proofUrl: string
  /** The same as a QR code, as the `data:` address of a PNG. */
  proofImage: string
}

const pageWidth = 595.28
const margins = { left: 71, top: 40, right: 57, bottom: 52 }
const textWidth = pageWidth - margins.left - margins.right

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
  const { proofUrl } = sheet
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
            stack: signatoryLines(sheet),
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
  const [head, rules] = letterhead(sheet, textWidth)
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
