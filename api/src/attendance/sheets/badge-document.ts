import type { Content } from 'pdfmake/interfaces'
import { family, runs } from '../../platform/pdf/fonts.ts'
import type { PrintableDocument } from '../../platform/pdf/render-pdf.ts'
import { fittingSize } from './fit-text.ts'

/** What stands on every badge of a session. */
export interface BadgeSession {
  title: string
  office: string
  /** "Rabu, 29 Oktober 2025". */
  day: string
}

export interface Badge {
  guest: string
  outlet: string
  /** What its QR code says. */
  pass: string
}

const page = { width: 595.28, height: 841.89 }
/** 90 × 65 mm: fits the usual holder. */
const badge = { width: 255.12, height: 184.25 }
const columns = 2
const rows = 4
export const badgesPerPage = columns * rows
const left = (page.width - columns * badge.width) / 2
const top = (page.height - rows * badge.height) / 2
const padding = 12
const textWidth = badge.width - 2 * padding
/** Two points a module: the code of a pass has 37 of them to a side. */
const code = 74
const markLength = 10

/** Short lines at the edge of the paper and crosses where four badges meet: no line is left on a badge that was cut. */
function cutMarks(): Content {
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line' as const,
    x1,
    y1,
    x2,
    y2,
    lineWidth: 0.4,
  })
  const xs = Array.from({ length: columns + 1 }, (_, i) => left + i * badge.width)
  const ys = Array.from({ length: rows + 1 }, (_, i) => top + i * badge.height)
  const [right, bottom] = [page.width - left, page.height - top]
  return {
    canvas: [
      ...xs.flatMap((x) => [
        line(x, top - 4 - markLength, x, top - 4),
        line(x, bottom + 4, x, bottom + 4 + markLength),
      ]),
      ...ys.flatMap((y) => [
        line(left - 4 - markLength, y, left - 4, y),
        line(right + 4, y, right + 4 + markLength, y),
      ]),
      ...xs
        .slice(1, -1)
        .flatMap((x) =>
          ys.slice(1, -1).flatMap((y) => [line(x - 3, y, x + 3, y), line(x, y - 3, x, y + 3)]),
        ),
    ],
  }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
  largest: number
  least: number
  bold?: boolean
}

/** A text in a box of the badge, as large as it fits. */
const fitted = (text: string, { x, y, width, bold = false, ...box }: Box): Content => ({
  columns: [
    {
      width,
      text: runs(text),
      bold,
      fontSize: fittingSize(text, { width, ...box }),
      lineHeight: 1,
    },
  ],
  absolutePosition: { x, y },
})

function badgeAt(slot: number, { guest, outlet, pass }: Badge, session: BadgeSession): Content[] {
  const x = left + (slot % columns) * badge.width + padding
  const y = top + Math.floor(slot / columns) * badge.height + padding
  const foot = badge.height - 2 * padding - code
  const beside = textWidth - code - 10
  return [
    fitted(session.office, { x, y, width: textWidth, height: 14, largest: 9, least: 4 }),
    fitted(guest, {
      x,
      y: y + 16,
      width: textWidth,
      height: 64,
      largest: 26,
      least: 5,
      bold: true,
    }),
    fitted(outlet, { x, y: y + foot + 2, width: beside, height: 36, largest: 13, least: 4 }),
    fitted(session.title, {
      x,
      y: y + foot + 40,
      width: beside,
      height: 20,
      largest: 9,
      least: 4,
    }),
    { text: session.day, fontSize: 8, absolutePosition: { x, y: y + foot + 62 } },
    // Set as shapes: a picture of each would be drawn where requests are answered, not in the thread for documents.
    {
      qr: pass,
      eccLevel: 'M',
      fit: code,
      absolutePosition: { x: x + textWidth - code, y: y + foot },
    },
  ]
}

/** Name badges, eight on a sheet, to be cut apart. */
export function badgeDocument(session: BadgeSession, badges: readonly Badge[]): PrintableDocument {
  return {
    pageSize: 'A4',
    pageMargins: [left, top, left, top],
    info: { title: `Kartu nama: ${session.title}`, creator: 'Ngopi', producer: 'Ngopi' },
    language: 'id',
    displayTitle: true,
    defaultStyle: { font: family, fontSize: 9 },
    background: cutMarks(),
    content: badges.flatMap((one, i) => [
      ...(i > 0 && i % badgesPerPage === 0 ? [{ text: '', pageBreak: 'before' as const }] : []),
      ...badgeAt(i % badgesPerPage, one, session),
    ]),
  }
}
