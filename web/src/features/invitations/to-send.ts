import type { Invitation } from '@ngopi/shared/invitations'
import type { Session } from '@ngopi/shared/sessions'

/** What an officer sends. */
export const sendKinds = ['invitation', 'reminder', 'reschedule', 'cancel', 'thanks'] as const
export type SendKind = (typeof sendKinds)[number]

/** The messages that make sense for a session at a moment: what was cancelled or is over has one thing left to say. */
export const kindsFor = (
  { status, startsAt }: Pick<Session, 'status' | 'startsAt'>,
  now: number,
): readonly SendKind[] => {
  if (status === 'cancelled') return ['cancel']
  if (status === 'draft') return []
  return status === 'done' || Date.parse(startsAt) <= now
    ? ['thanks']
    : ['invitation', 'reminder', 'reschedule']
}

const notReached = ['kept', 'failed', 'bounced', 'withdrawn']

/** What a message to one guest would be, as things stand. */
export const sendKindFor = (
  { answer, lastDelivery }: Pick<Invitation, 'answer' | 'lastDelivery'>,
  status: Session['status'],
): SendKind => {
  if (status === 'cancelled') return 'cancel'
  if (!lastDelivery || notReached.includes(lastDelivery.state)) return 'invitation'
  return answer === 'needs_reconfirmation' ? 'reschedule' : 'reminder'
}
