import type { MinutesBody } from '@ngopi/shared/minutes'
import type { Content } from 'pdfmake/interfaces'
import {
  type Head,
  letterhead,
  type Signatory,
  signatoryLines,
} from '../platform/documents/letterhead.ts'
import { family, runs } from '../platform/pdf/fonts.ts'
import type { PrintableDocument } from '../platform/pdf/render-pdf.ts'
import { bodyContent } from './body-content.ts'

/** Everything that stands in printed minutes; plain data, ready to be set. */
export interface MinutesPaper extends Head, Signatory {
  title: string
  /** Day, time, place and people, each with its name. */
  facts: [name: string, value: string][]
  body: MinutesBody
  /** Not signed yet, which the paper then says. */
  draft: boolean
  /** "Pemalang, 29 Oktober 2025". */
  placeAndDate: string
  minuteTaker: string
  /** Who attended, in the order of arrival; `at` is "09.02 WIB" or empty. */
  attended: { guest: string; outlet: string; at: string }[]
}

const pageWidth = 595.28
const margins = { left: 64, top: 40, right: 57, bottom: 54 }
const textWidth = pageWidth - margins.left - margins.right

const draftLine: Content = {
  text: 'KONSEP: belum ditandatangani, dapat berubah',
  alignment: 'center',
  fontSize: 9,
  bold: true,
  color: '#8a5a00',
  margin: [0, 2, 0, 0],
}

const heading = (name: string, title: string): Content[] => [
  { text: name, bold: true, fontSize: 13, alignment: 'center' },
  { text: runs(title), alignment: 'center', margin: [0, 1, 0, 0] },
]

/** Minute taker at the left, signatory at the right; they stay on one page. */
const signatures = (paper: MinutesPaper): Content => ({
  unbreakable: true,
  margin: [0, 20, 0, 0],
  columnGap: 24,
  columns: [
    {
      width: '*',
      stack: [
        { text: '\u00a0' },
        ...(paper.minuteTaker
          ? signatoryLines({ signatoryTitle: 'Notulis', signatoryName: paper.minuteTaker, nip: '' })
          : []),
      ],
    },
    { width: '*', stack: [{ text: runs(paper.placeAndDate) }, ...signatoryLines(paper)] },
  ],
})

function attendance({ attended, title }: MinutesPaper): Content[] {
  if (attended.length === 0) return []
  return [
    {
      text: 'Lampiran notula',
      fontSize: 9,
      alignment: 'right',
      pageBreak: 'before',
      margin: [0, 0, 0, 6],
    },
    ...heading('DAFTAR HADIR', title),
    {
      margin: [0, 12, 0, 0],
      fontSize: 9.5,
      layout: 'ruled',
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [24, '*', '*', 66],
        body: [
          ['No.', 'Nama', 'Media', 'Waktu'].map((text) => ({
            text,
            bold: true,
            alignment: 'center' as const,
          })),
          ...attended.map(({ guest, outlet, at }, i) => [
            { text: String(i + 1), alignment: 'right' as const },
            { text: runs(guest) },
            { text: runs(outlet) },
            { text: at },
          ]),
        ],
      },
    },
  ]
}

/** The minutes (notula) of a session with the list of who attended. */
export function minutesDocument(paper: MinutesPaper): PrintableDocument {
  const [head, rules] = letterhead(paper, textWidth)
  const { title, draft } = paper
  return {
    pageSize: 'A4',
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    info: { title: `Notula: ${title}`, creator: 'Ngopi', producer: 'Ngopi' },
    language: 'id',
    displayTitle: true,
    defaultStyle: { font: family, fontSize: 10.5, lineHeight: 1.15 },
    images: paper.logo === null ? {} : { logo: paper.logo },
    pageFooter: {
      text: `${draft ? 'KONSEP · ' : ''}Notula · ${title}`,
      left: margins.left,
      right: margins.right,
    },
    content: [
      head,
      rules,
      ...heading('NOTULA', title),
      ...(draft ? [draftLine] : []),
      {
        table: {
          widths: ['auto', 'auto', '*'],
          body: paper.facts.map(([name, value]) => [
            { text: name, noWrap: true },
            ':',
            { text: runs(value) },
          ]),
        },
        layout: 'letterFacts',
        margin: [0, 12, 0, 6],
      },
      ...bodyContent(paper.body),
      signatures(paper),
      ...attendance(paper),
    ],
  }
}
