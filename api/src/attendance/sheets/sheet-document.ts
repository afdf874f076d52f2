import type { Content, TableCell } from 'pdfmake/interfaces'
import {
  type Head,
  letterhead,
  type Signatory,
  signatoryLines,
} from '../../platform/documents/letterhead.ts'
import { family, runs } from '../../platform/pdf/fonts.ts'
import type { PrintableDocument } from '../../platform/pdf/render-pdf.ts'

/** Everything that stands in an attendance sheet; plain data, ready to be set. */
export interface AttendanceSheet extends Head, Signatory {
  title: string
  /** Day, time and place, each with its name. */
  facts: [name: string, value: string][]
  purpose: string
  /** "Pemalang, 29 Oktober 2025". */
  placeAndDate: string
  rows: SheetRow[]
  /** With the column that tells when and how each guest came in. */
  withArrival: boolean
}

export interface SheetRow {
  guest: string
  outlet: string
  phone: string
  arrival: string
}

/** A row to be filled in by hand. */
export const emptyRow: SheetRow = { guest: '', outlet: '', phone: '', arrival: '' }

const pageWidth = 595.28
const margins = { left: 42, top: 36, right: 42, bottom: 46 }
const textWidth = pageWidth - margins.left - margins.right
const rowHeight = 22
const signatureWidth = 104

/** The place to sign, numbered at the left and in the middle by turns, so that neighbours do not write over each other. */
const signatureCell = (number: number): TableCell => ({
  text: `${number}.`,
  fontSize: 8.5,
  margin: [number % 2 === 1 ? 0 : signatureWidth / 2, 0, 0, 0],
})

function table({ rows, withArrival }: AttendanceSheet): Content {
  const head = ['No.', 'Nama', 'Media', 'No. HP', ...(withArrival ? ['Masuk'] : []), 'Tanda tangan']
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      // Where the guest writes the number there must be room for it.
      widths: [22, '*', withArrival ? 92 : 110, ...(withArrival ? [38, 74] : [82]), signatureWidth],
      heights: rowHeight,
      body: [
        head.map((text) => ({ text, bold: true, alignment: 'center' as const })),
        ...rows.map(({ guest, outlet, phone, arrival }, i) => [
          { text: String(i + 1), alignment: 'right' as const },
          { text: runs(guest) },
          { text: runs(outlet) },
          { text: phone },
          ...(withArrival ? [{ text: arrival }] : []),
          signatureCell(i + 1),
        ]),
      ],
    },
    layout: 'ruled',
    fontSize: 9,
    lineHeight: 0.95,
  }
}

/** The attendance sheet (daftar hadir) of a session, to be signed. */
export function sheetDocument(sheet: AttendanceSheet): PrintableDocument {
  const [head, rules] = letterhead(sheet, textWidth)
  return {
    pageSize: 'A4',
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    info: { title: `Daftar hadir: ${sheet.title}`, creator: 'Ngopi', producer: 'Ngopi' },
    language: 'id',
    displayTitle: true,
    defaultStyle: { font: family, fontSize: 10, lineHeight: 1.1 },
    images: sheet.logo === null ? {} : { logo: sheet.logo },
    pageFooter: {
      text: `Daftar hadir · ${sheet.title}`,
      left: margins.left,
      right: margins.right,
    },
    content: [
      head,
      rules,
      { text: 'DAFTAR HADIR', bold: true, fontSize: 13, alignment: 'center' },
      { text: runs(sheet.title), alignment: 'center', margin: [0, 1, 0, 10] },
      {
        table: {
          widths: ['auto', 'auto', '*'],
          body: sheet.facts.map(([name, value]) => [
            { text: name, noWrap: true },
            ':',
            { text: runs(value) },
          ]),
        },
        layout: 'letterFacts',
      },
      { text: runs(sheet.purpose), fontSize: 8, margin: [0, 8, 0, 8] },
      table(sheet),
      {
        unbreakable: true,
        margin: [textWidth - 215, 16, 0, 0],
        stack: [{ text: runs(sheet.placeAndDate) }, ...signatoryLines(sheet)],
      },
    ],
  }
}
