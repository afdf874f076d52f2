import type { Tx } from '../platform/database.ts'
import type { Guest, PlannedInvitation } from './meeting.ts'
import type { SeededPartners } from './seed-partners.ts'

export interface Meeting {
  /** 0 is the first one, of October 2025. */
  number: number
  day: string
  status: 'published' | 'done'
  capacity: number
  guests: Guest[]
  /** When the demo is made; the newest coverage still waits for its review then. */
  now: Date
}

export interface MeetingPlace {
  officeId: string
  seriesId: string
  title: string
  venue: string
  entryNote: string
}

export interface Staff {
  officer: string
  manager: string | null
  desk: string
}

export type Kept = PlannedInvitation & { id: string }

/** What the parts of one meeting are made from. */
export interface World {
  tx: Tx
  officeId: string
  sessionId: string
  startsAt: string
  /** Guests answered and asked twenty hours before this or earlier, so never in the future. */
  answeredBefore: string
  meeting: Meeting
  seeded: Kept[]
  partners: SeededPartners
  staff: Staff
}

/** Those who came. */
export const present = (world: World): Kept[] =>
  world.seeded.filter((invitation) => invitation.attendance === 'present')
