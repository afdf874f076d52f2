import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { fontFiles, fonts, runs } from './fonts.ts'

// A definition is data of ours with words of people in it; even so it can make pdfmake fetch and read nothing.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path))
pdfmake.setFonts(fonts)

const none = () => 0

pdfmake.setTableLayouts({
  /** Neither lines nor room around what stands in it. */
  letterHead: {
    hLineWidth: none,
    vLineWidth: none,
    paddingLeft: none,
    paddingRight: none,
    paddingTop: none,
    paddingBottom: none,
  },
  /** Rows without lines, a little apart. */
  letterFacts: {
    hLineWidth: none,
    vLineWidth: none,
    paddingLeft: (column) => (column === 0 ? 0 : 6),
    paddingRight: none,
    paddingTop: none,
    paddingBottom: () => 1.5,
  },
  /** A fine line around every cell. */
  ruled: {
    hLineWidth: () => 0.6,
    vLineWidth: () => 0.6,
    paddingLeft: () => 5,
    paddingRight: () => 5,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
})

/** A document as it is sent to be set: plain data throughout. */
export interface PrintableDocument extends Omit<TDocumentDefinitions, 'footer'> {
  /** Stands below every page, before "Halaman 1 dari 3". */
  pageFooter?: { text: string; left: number; right: number }
}

/** The one part of a document that depends on the page: a function, so it is made where the document is set. */
const footer =
  ({ text, left, right }: NonNullable<PrintableDocument['pageFooter']>) =>
  (page: number, pages: number): Content => ({
    columns: [
      { text: runs(text), width: '*' },
      { text: `Halaman ${page} dari ${pages}`, width: 90, alignment: 'right' },
    ],
    columnGap: 12,
    fontSize: 8,
    margin: [left, 12, right, 0],
  })

/** Sets a document; takes the processor for as long as that needs, so in a thread of its own. */
export const renderPdf = ({ pageFooter, ...document }: PrintableDocument): Promise<Uint8Array> =>
  pdfmake.createPdf({ ...document, ...(pageFooter && { footer: footer(pageFooter) }) }).getBuffer()
