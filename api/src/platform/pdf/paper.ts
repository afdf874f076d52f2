import { AppError } from '../app-error.ts'
import type { Limits } from '../limits.ts'
import type { Attachment } from '../mail.ts'
import { printPdf } from './print-pdf.ts'
import type { PrintableDocument } from './render-pdf.ts'

export const pdfType = 'application/pdf'

/** A paper that was read from the database and can be set: whole, or one part of its items after another. */
export interface Paper {
  filename: string
  /** Its letters, badges or rows. */
  items: number
  /** Milliseconds that setting one item takes, as measured. */
  itemCost: number
  /** Items on a page, where a part must fill its pages; 0: the paper is set in one piece, since its pages are numbered. */
  pageItems: number
  /** The items from `from` up to `to`, which is left out. */
  document: (from: number, to: number) => PrintableDocument
}

/** Whether setting a paper takes longer than a request should wait for it. */
const isLong = ({ items, itemCost }: Paper, { shortPaper }: Limits): boolean =>
  items * itemCost > shortPaper

/** Sets a paper outside the database connection, which others may need meanwhile. */
export const printPaper = async (
  { filename, items, document }: Paper,
  officeId: string,
): Promise<Attachment> => ({
  filename,
  contentType: pdfType,
  content: await printPdf(document(0, items), officeId),
})

/** As `printPaper`, for somebody who waits; 409 `long_paper` for a long one. */
export async function printShort(
  paper: Paper,
  { officeId, limits }: { officeId: string; limits: Limits },
): Promise<Attachment> {
  if (isLong(paper, limits)) throw new AppError('long_paper')
  return printPaper(paper, officeId)
}

/** The parts a long paper is set in, each within the time of a turn. */
export function partsOf(
  { items, itemCost, pageItems }: Paper,
  { paperPart }: Limits,
): { from: number; to: number }[] {
  if (pageItems === 0) return [{ from: 0, to: items }]
  const pages = Math.max(1, Math.floor(paperPart / itemCost / pageItems))
  const size = pages * pageItems
  return Array.from({ length: Math.ceil(items / size) }, (_, i) => ({
    from: i * size,
    to: Math.min((i + 1) * size, items),
  }))
}
