/** A code is out of view once no frame showed it for so long, in milliseconds; frames are blurred now and then. */
const goneAfter = 1_500

/** Tells a code held before the camera from one shown anew: the same is taken once while it stays in view. */
export class SeenCodes {
  private readonly lastSeen = new Map<string, number>()

  /** Whether this code, seen at `now` (milliseconds of any steady clock), is to be taken. */
  take(code: string, now: number): boolean {
    const before = this.lastSeen.get(code)
    this.lastSeen.set(code, now)
    return before === undefined || now - before >= goneAfter
  }
}
