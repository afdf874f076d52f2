import type { scanOutcome } from '@ngopi/shared/attendance'
import type { z } from 'zod'

export type Outcome = z.infer<typeof scanOutcome>

/** A scan already recorded, whatever session it belongs to. */
export interface KnownScan {
  nonce: string
  sessionId: string
  /** The guest it admits; null for an undo and for a scan that admits nobody. */
  journalistId: string | null
  isUndo: boolean
  /** Whether an undo of its session names it. */
  undone: boolean
}

/**
 * Tells what to answer to each scan of a batch, one after the other. It only words the answers: the
 * attendance itself follows from the set of all scans.
 */
export class Door {
  readonly #sessionId: string
  readonly #acts = new Map<string, KnownScan[]>()
  readonly #undone = new Set<string>()
  readonly #inside = new Map<string, Set<string>>()
  readonly #markedPresent: ReadonlySet<string>

  /** `markedPresent` are the guests whom a person set present by hand. */
  constructor({
    sessionId,
    known,
    undone,
    markedPresent,
  }: {
    sessionId: string
    known: readonly KnownScan[]
    undone: readonly string[]
    markedPresent: readonly string[]
  }) {
    this.#sessionId = sessionId
    this.#markedPresent = new Set(markedPresent)
    for (const nonce of undone) this.#undone.add(nonce)
    for (const scan of known) this.#remember(scan)
  }

  /** A guest is let in. */
  admit(nonce: string, journalistId: string): Outcome {
    const inside = this.#inside.get(journalistId)?.size ?? 0
    this.#remember({
      nonce,
      sessionId: this.#sessionId,
      journalistId,
      isUndo: false,
      undone: false,
    })
    if (this.#undone.has(nonce)) return 'undone'
    return inside > 0 || this.#markedPresent.has(journalistId) ? 'already' : 'admitted'
  }

  /** A scan is taken back; one not yet seen will be, when it arrives. An undo itself cannot be. */
  undo(nonce: string, target: string): Outcome {
    this.#remember({
      nonce,
      sessionId: this.#sessionId,
      journalistId: null,
      isUndo: true,
      undone: false,
    })
    const named = this.#acts.get(target) ?? []
    const here = named.filter((scan) => scan.sessionId === this.#sessionId)
    if (named.length > 0 && here.length === 0) return 'wrong_session'
    if (here.some((scan) => scan.isUndo)) return 'unknown'
    this.#undone.add(target)
    for (const scan of here) {
      if (scan.journalistId) this.#inside.get(scan.journalistId)?.delete(target)
    }
    return 'undone'
  }

  /** The guests a scan of this nonce admitted here. */
  guestsOf(nonce: string): string[] {
    return (this.#acts.get(nonce) ?? []).flatMap((scan) =>
      scan.journalistId && scan.sessionId === this.#sessionId ? [scan.journalistId] : [],
    )
  }

  #remember(scan: KnownScan): void {
    this.#acts.set(scan.nonce, [...(this.#acts.get(scan.nonce) ?? []), scan])
    if (!scan.journalistId || scan.sessionId !== this.#sessionId) return
    if (scan.undone || this.#undone.has(scan.nonce)) return
    const inside = this.#inside.get(scan.journalistId) ?? new Set()
    this.#inside.set(scan.journalistId, inside.add(scan.nonce))
  }
}
