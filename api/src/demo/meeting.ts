import type { Answer } from '@ngopi/shared/invitation-states'
import { after } from './calendar.ts'
import { chance } from './chance.ts'

export interface Guest {
  journalistId: string
  outletId: string | null
}

export interface PlannedInvitation extends Guest {
  answer: Answer
  respondedAt: string | null
  declineReason: string | null
  holdsSeat: boolean
  waitlistedAt: string | null
  attendance: 'present' | 'absent' | 'excused' | 'unmarked'
  arrivedAt: string | null
  source: 'pass' | 'list'
}

const reasons = ['Ada liputan lain', 'Sedang di luar kota', 'Tugas redaksi', null]

/** How often, of a hundred, a guest with an answer comes. */
const comes: Partial<Record<Answer, number>> = { attending: 86, maybe: 45, none: 12, declined: 2 }

/**
 * What became of the invitations to one meeting. Some people answer and come nearly always, some never
 * do, so that partners differ in reports as they do in life.
 */
export function planInvitations(
  guests: Guest[],
  meeting: {
    number: number
    startsAt: string
    /** The last answers came twenty hours before. */
    answeredBefore: string
    capacity: number
    over: boolean
  },
): PlannedInvitation[] {
  const draw = chance(meeting.number * 7919 + 17)
  let seats = 0
  return guests.map((guest, i) => {
    const mood = draw() * 100 + ((i * 37) % 30) - 12
    const wish: Answer =
      mood < 56 ? 'attending' : mood < 64 ? 'maybe' : mood < 80 ? 'declined' : 'none'
    const seated = wish === 'attending' && seats < meeting.capacity
    if (seated) seats += 1
    const answer: Answer = wish === 'attending' && !seated ? 'waitlisted' : wish
    const respondedAt =
      answer === 'none'
        ? null
        : after(meeting.answeredBefore, -60 * (20 + Math.floor(draw() * 120)))
    const present = meeting.over && draw() * 100 < (comes[answer] ?? 0)
    const late = Math.floor(draw() * 45) - 25
    return {
      ...guest,
      answer,
      respondedAt,
      declineReason: answer === 'declined' ? (reasons[i % reasons.length] ?? null) : null,
      holdsSeat: seated,
      waitlistedAt: answer === 'waitlisted' ? respondedAt : null,
      attendance: !meeting.over
        ? 'unmarked'
        : present
          ? 'present'
          : answer === 'attending' && i % 5 === 0
            ? 'excused'
            : 'absent',
      arrivedAt: present ? after(meeting.startsAt, late) : null,
      source: i % 3 === 0 ? 'pass' : 'list',
    }
  })
}
