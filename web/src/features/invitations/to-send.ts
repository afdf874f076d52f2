import type { Invitation } from '@ngopi/shared/invitations'

/** What an officer sends guest by guest. */
export const sendKinds = ['invitation', 'reminder', 'reschedule', 'cancel'] as const
export type SendKind = (typeof sendKinds)[number]

type Guest = Pick<Invitation, 'answer' | 'lastDelivery'>

const reached = ({ lastDelivery }: Guest) =>
  lastDelivery !== null && lastDelivery.state !== 'failed'

const reachedBy = (guest: Guest, kind: SendKind) =>
  reached(guest) && guest.lastDelivery?.kind === kind

/**
 * Whom a message still has to reach. An invitation goes to those never written to; a reminder to
 * invited ones who are silent; news of a change or a cancellation to those it concerns.
 */
export const waitsFor = (guest: Guest, kind: SendKind): boolean => {
  if (guest.answer === 'substituted') return false
  switch (kind) {
    case 'invitation':
      return !reached(guest)
    case 'reminder':
      return guest.answer === 'none' && reached(guest) && !reachedBy(guest, kind)
    case 'reschedule':
      return guest.answer === 'needs_reconfirmation' && reached(guest) && !reachedBy(guest, kind)
    case 'cancel':
      return guest.answer !== 'declined' && reached(guest) && !reachedBy(guest, kind)
  }
}

/** The kinds that make sense for a session: a cancelled one has only one thing to say. */
export const kindsFor = (
  status: 'draft' | 'published' | 'cancelled' | 'done',
): readonly SendKind[] => {
  if (status === 'cancelled') return ['cancel']
  return status === 'published' ? ['invitation', 'reschedule', 'reminder'] : []
}

/** What a message to one guest would be, as things stand. */
export const sendKindFor = (
  guest: Guest,
  status: 'draft' | 'published' | 'cancelled' | 'done',
): SendKind => {
  if (status === 'cancelled') return 'cancel'
  if (!reached(guest)) return 'invitation'
  return guest.answer === 'needs_reconfirmation' ? 'reschedule' : 'reminder'
}
