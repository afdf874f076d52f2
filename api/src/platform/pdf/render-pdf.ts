import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { fontFiles, fonts } from './fonts.ts'

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
})

/** Sets a document; takes the processor for as long as that needs, so in a thread of its own. */
export const renderPdf = (definition: TDocumentDefinitions): Promise<Uint8Array> =>
  pdfmake.createPdf(definition).getBuffer()
