import { parentPort } from 'node:worker_threads'
import { type PrintableDocument, renderPdf } from './render-pdf.ts'

// The thread documents are set in: one at a time, in the order they are sent.

parentPort?.on('message', async (definition: PrintableDocument) => {
  try {
    const pdf = await renderPdf(definition)
    parentPort?.postMessage({ pdf })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
