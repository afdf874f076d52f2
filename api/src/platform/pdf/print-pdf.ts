import { Worker } from 'node:worker_threads'
import { AppError } from '../app-error.ts'
import type { PrintableDocument } from './render-pdf.ts'

/** Documents waiting or being set, beyond which more are refused. */
const mostWaiting = 8
/** How long one document may take, in milliseconds. */
const patience = 30_000
/** How long an idle thread is kept, in milliseconds: starting one takes half a second, keeping one 100 MB. */
const idle = 60_000

/** A document that could not be set; the reason is pdfmake's. */
export class UnprintableError extends Error {
  override name = 'UnprintableError'
}

type Answer = { pdf: Uint8Array } | { error: string }

let thread: Worker | undefined
let idleTimer: NodeJS.Timeout | undefined
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

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
    const timer = setTimeout(() => fail(new Error('the document took too long')), patience)
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
 * Sets a document (plain data, layouts by name) as PDF, in a thread of its own so that requests go on meanwhile. One after
 * another; 503 when too many wait. Throws `UnprintableError` for what pdfmake cannot set, such as a broken image.
 */
export async function printPdf(definition: PrintableDocument): Promise<Buffer> {
  if (waiting >= mostWaiting) throw new AppError('unavailable', { retryAfter: 5 })
  waiting += 1
  const mine = last.then(() => setInThread(definition))
  last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}
