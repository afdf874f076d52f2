import { Worker } from 'node:worker_threads'
import { AppError } from '../app-error.ts'
import { FairQueue } from './fair-queue.ts'
import type { PrintableDocument } from './render-pdf.ts'
import { pdfStrings } from './strings.ts'

/**
 * How long a document may wait for its turn, and how long it may take then, in milliseconds.
 */
const timeouts = { turn: 20_000, work: 30_000 }

/** The longest that anybody waits for a document, in milliseconds. */
export const longestPrint = timeouts.turn + timeouts.work
/** How long an idle thread is kept, in milliseconds: starting one takes half a second, keeping one 100 MB. */
const idle = 60_000

/** A document that could not be set; the reason is pdfmake's. */
export class UnprintableError extends Error {
  override name = 'UnprintableError'
}

type Answer = { pdf: Uint8Array } | { error: string }

let thread: Worker | undefined
let idleTimer: NodeJS.Timeout | undefined
const queue = new FairQueue({ perOffice: 4, inAll: 16, maxWaitMs: timeouts.turn })

function openThread(): Worker {
  if (thread) return thread
  const opened = new Worker(new URL('./start-thread.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  // It must not keep the process alive; while a document is set, whoever waits for it does.
  opened.unref()
  opened.on('exit', () => {
    if (thread === opened) thread = undefined
  })
  thread = opened
  return opened
}

function closeThread(): void {
  const closing = thread
  thread = undefined
  void closing?.terminate()
}

function setInThread(definition: PrintableDocument): Promise<Buffer> {
  clearTimeout(idleTimer)
  const worker = openThread()
  return new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(
      () => fail(new AppError('unavailable', { message: pdfStrings.tooLong, retryAfter: 30 })),
      timeouts.work,
    )
    const settle = () => {
      clearTimeout(timer)
      worker.off('message', answer)
      worker.off('error', fail)
      worker.off('exit', gone)
      idleTimer = setTimeout(closeThread, idle)
      idleTimer.unref()
    }
    const answer = (message: Answer) => {
      settle()
      if ('error' in message) reject(new UnprintableError(message.error))
      else resolve(Buffer.from(message.pdf))
    }
    const fail = (error: Error) => {
      settle()
      closeThread()
      reject(error)
    }
    const gone = () => fail(new Error('the thread that sets documents ended'))
    worker.on('message', answer)
    worker.on('error', fail)
    worker.on('exit', gone)
    worker.postMessage(definition)
  })
}

/**
 * Sets a document (plain data, layouts by name) as PDF, in a thread of its own so that requests go on meanwhile: one after
 * another, the offices in turn; 503 when too much waits or it takes too long. Not to be awaited while a database connection
 * is held. Throws `UnprintableError` for what pdfmake cannot set, such as a broken image.
 */
export const printPdf = (definition: PrintableDocument, officeId = ''): Promise<Buffer> =>
  queue.run(officeId, () => setInThread(definition))

/** As `printPdf`, for a job: it waits for its turn however long that takes, and counts against nobody who asks. */
export const printPdfPatiently = (
  definition: PrintableDocument,
  officeId: string,
): Promise<Buffer> => queue.runPatiently(officeId, () => setInThread(definition))
