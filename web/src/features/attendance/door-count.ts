import type { DoorGuest } from './door-guest.ts'

/**
 * "18 / 30 · 12 lagi": who is inside, of the seats of the room; without a limit, of those on the
 * list. `total` is undefined when there is neither.
 */
export const doorCount = (
  guests: readonly Pick<DoorGuest, 'present' | 'invitationId'>[],
  capacity: number | null,
) => {
  const present = guests.filter((guest) => guest.present).length
  const invited = guests.filter((guest) => guest.invitationId !== null).length
  const total = capacity ?? (invited > 0 ? invited : undefined)
  return {
    present,
    total,
    left: Math.max(0, (total ?? 0) - present),
    over: total === undefined ? 0 : Math.max(0, present - total),
  }
}
