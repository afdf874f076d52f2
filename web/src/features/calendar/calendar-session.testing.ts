import type { SessionListItem } from '@ngopi/shared/sessions'

/** A session of a list, for tests: 28 October 2026, 09.00–11.30 WIB unless told otherwise. */
export const calendarSession = (given: Partial<SessionListItem>): SessionListItem => {
  const startsAt = given.startsAt ?? '2026-10-28T02:00:00.000Z'
  return {
    id: '0199d0a0-0000-7000-8000-000000000001',
    officeId: '0199d0a0-0000-7000-8000-0000000000aa',
    seriesId: null,
    occurrenceDate: null,
    offRule: null,
    title: 'Ngopi Bareng Humas',
    startsAt,
    endsAt: '2026-10-28T04:30:00.000Z',
    timeZone: 'Asia/Jakarta',
    venue: 'Aula',
    capacity: null,
    seatsTaken: 0,
    rsvpClosesAt: startsAt,
    status: 'draft',
    cancelReason: null,
    answers: {
      invited: 0,
      attending: 0,
      maybe: 0,
      declined: 0,
      waitlisted: 0,
      offered: 0,
      needsReconfirmation: 0,
      silent: 0,
    },
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    archivedAt: null,
    ...given,
  }
}
