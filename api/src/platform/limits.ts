import { longestPrint } from './pdf/print-pdf.ts'

/** How long things may take, in milliseconds; each is well within the next, so that whoever asks gets an answer. */
export interface Limits {
  /** How long setting a part of a long paper takes: papers of others wait for one such part at most. */
  paperPart: number
  /** Beyond which a paper is long. On a machine ten times slower such a paper still fits into the time a document has. */
  shortPaper: number
  /** How long a connection may be silent. Whoever waits for an answer then is told so; else the connection is closed. */
  silence: number
  /** How long a request may take to come in. A file of 25 MiB over a slow line takes minutes. */
  request: number
}

export const usualLimits: Limits = {
  paperPart: 1_000,
  shortPaper: 3_000,
  silence: longestPrint + 4_000,
  request: 300_000,
}
