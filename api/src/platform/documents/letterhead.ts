import type { Content } from 'pdfmake/interfaces'
import { runs } from '../pdf/fonts.ts'
import { type HeadStyle, headStyles, type Letterhead } from './head-lines.ts'
import { groupedNip } from './spelling.ts'

/** What stands above a document of an office; plain data, ready to be set. */
export interface Head {
  head: { text: string; style: HeadStyle }[]
  /** A `data:` address of a PNG or JPEG; a document names it `logo` among its images. */
  logo: string | null
}

/** Who signs it. */
export interface Signatory {
  signatoryTitle: string
  signatoryName: string
  /** Pangkat, where the document names it. */
  rank?: string
  /** In its groups; empty where there is none. */
  nip: string
}

/** An office as its documents need it. */
export interface HeadedOffice {
  office: string
  letterhead: Letterhead
  logoType: string | null
  logo: Buffer | null
}

/** Head and signatory of an office; where it has no letterhead, its name stands alone. */
export const headOf = (row: HeadedOffice): Head & Signatory => ({
  head: headStyles(row.letterhead.lines.length > 0 ? row.letterhead.lines : [row.office]),
  logo:
    row.logo && row.logoType ? `data:${row.logoType};base64,${row.logo.toString('base64')}` : null,
  signatoryTitle: row.letterhead.signatoryTitle,
  signatoryName: row.letterhead.signatoryName,
  nip: groupedNip(row.letterhead.signatoryNip),
})

const emblem = 66

/** Size of a line, and how wide its letters are on average, in parts of the size. */
const lineStyles: Record<HeadStyle, { fontSize: number; bold?: boolean; letter: number }> = {
  above: { fontSize: 11.5, letter: 0.6 },
  name: { fontSize: 13, bold: true, letter: 0.6 },
  detail: { fontSize: 8.5, letter: 0.52 },
}

const rule = (lineWidth: number, y: number, textWidth: number) => ({
  type: 'line' as const,
  x1: 0,
  y1: y,
  x2: textWidth,
  y2: y,
  lineWidth,
})

function headLines({ head }: Head) {
  return {
    stack: head.map(({ text, style }) => {
      const { fontSize, bold = false } = lineStyles[style]
      return { text: runs(text), alignment: 'center' as const, lineHeight: 1.08, fontSize, bold }
    }),
  }
}

/** As much empty room at the right as the emblem takes at the left, where the lines in the middle leave that. */
function counterweight({ head }: Head, textWidth: number): number {
  const widest = Math.max(
    ...head.map(({ text, style }) => {
      const { fontSize, letter } = lineStyles[style]
      return text.length * fontSize * letter
    }),
  )
  return widest <= textWidth - 2 * emblem ? emblem : 0
}

/** The letterhead and the rules below it, `textWidth` points wide. */
export function letterhead(top: Head, textWidth: number): [head: Content, rules: Content] {
  const lines = headLines(top)
  const emblemAndLines: Content = {
    table: {
      widths: [emblem, '*', counterweight(top, textWidth)],
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
    top.logo === null ? lines : emblemAndLines,
    { canvas: [rule(2.2, 0, textWidth), rule(0.7, 3, textWidth)], margin: [0, 7, 0, 14] },
  ]
}

/** Title, room for the signature, name, rank and number of who signs. */
export const signatoryLines = ({
  signatoryTitle,
  signatoryName,
  rank,
  nip,
}: Signatory): Content[] => [
  { text: runs(signatoryTitle && `${signatoryTitle},`), margin: [0, 0, 0, 54] },
  { text: runs(signatoryName), bold: true, decoration: 'underline' },
  ...(rank ? [{ text: runs(rank) }] : []),
  ...(nip ? [{ text: `NIP ${nip}` }] : []),
]
