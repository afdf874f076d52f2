import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import {
  type CalendarEvent,
  type CalendarPerson,
  type CalendarSession,
  calendarText,
  eventOf,
} from '../sessions/calendar.ts'
import type { FeedEntry, FeedSession } from './queries.ts'

/** Raised when events are written otherwise, so that subscribers read them again. */
const revision = 1

/** Subscribers are asked to come again after so many seconds. */
const refresh = 3_600

/** Texts kept in memory, about a kilobyte each. */
const mostTexts = 20_000

/** Writing an event takes some tenths of a millisecond; after so many others get their turn. */
const atOnce = 20

function describe(session: FeedSession): CalendarSession {
  const { status, cancelReason, description, entryNote, mapUrl } = session
  const lines = [
    status === 'cancelled' && cancelReason && `Dibatalkan: ${cancelReason}`,
    description,
    entryNote,
    mapUrl && `Peta: ${mapUrl}`,
  ]
  return { ...session, description: lines.filter(Boolean).join('\n') || null }
}

/** Which sessions in which state, and who invites: two feeds with one tag are the same. */
export function tagOf(organizer: CalendarPerson, entries: readonly FeedEntry[]): string {
  const hash = createHash('sha256').update(`${revision} ${organizer.name} ${organizer.address}\n`)
  for (const { id, version } of entries) hash.update(`${id} ${version}\n`)
  return `W/"${hash.digest('base64url')}"`
}

interface Kept {
  version: number
  organizer: string
  event: CalendarEvent
}

/** The events of sessions, written once for each version. */
export class FeedEvents {
  readonly #kept = new Map<string, Kept>()

  /** The feed of these entries, in their order; `load` fetches sessions whose events are not at hand. */
  async feed(
    organizer: CalendarPerson,
    entries: readonly FeedEntry[],
    load: (ids: string[]) => Promise<FeedSession[]>,
  ): Promise<string> {
    const by = `${organizer.name} ${organizer.address}`
    const keptEvent = ({ id, version }: FeedEntry) => {
      const stored = this.#kept.get(id)
      return stored?.version === version && stored.organizer === by ? stored.event : undefined
    }
    const found = new Map<string, CalendarEvent>()
    const missing: string[] = []
    for (const entry of entries) {
      const event = keptEvent(entry)
      if (event) found.set(entry.id, event)
      else missing.push(entry.id)
    }
    if (this.#kept.size + missing.length > mostTexts) this.#kept.clear()
    for (const [i, session] of (missing.length > 0 ? await load(missing) : []).entries()) {
      if (i % atOnce === atOnce - 1) await setImmediate()
      // Another reader may have written it meanwhile.
      const event = keptEvent(session) ?? eventOf(describe(session), { organizer })
      found.set(session.id, event)
      this.#kept.set(session.id, { version: session.version, organizer: by, event })
    }
    const events = entries.flatMap(({ id }) => found.get(id) ?? [])
    return calendarText({ name: organizer.name, method: 'PUBLISH', refresh }, events)
  }
}
