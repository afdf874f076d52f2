import type { Invitation } from '@ngopi/shared/invitations'
import type { Session } from '@ngopi/shared/sessions'
import type { Reminded } from '@ngopi/shared/whatsapp'

/** What an officer sends. */
export const sendKinds = ['invitation', 'reminder', 'reschedule', 'cancel', 'thanks'] as const
export type SendKind = (typeof sendKinds)[number]

/** A message to many, and of a reminder whom it is meant for. */
export interface Sending {
  kind: SendKind
  reminds?: Reminded | undefined
}

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

/** As `kindsFor`, with a reminder for each group that has somebody in it; who has not answered is always offered. */
export const sendingsFor = (
  session: Pick<Session, 'status' | 'startsAt' | 'answers'>,
  now: number,
): readonly Sending[] => {
  const { needsReconfirmation, maybe, attending } = session.answers
  const groups: readonly (readonly [Reminded, number])[] = [
    ['silent', 1],
    ['unconfirmed', needsReconfirmation],
    ['maybe', maybe],
    ['attending', attending],
  ]
  return kindsFor(session, now).flatMap((kind): readonly Sending[] =>
    kind === 'reminder'
      ? groups.flatMap(([reminds, count]) => (count > 0 ? [{ kind, reminds }] : []))
      : [{ kind }],
  )
}

/** The query of the address that opens the queue at these guests. */
export const queueSearch = ({ kind, reminds }: Sending): Record<string, string> => ({
  jenis: kind,
  ...(reminds ? { kepada: reminds } : {}),
})

const notReached = ['kept', 'failed', 'bounced', 'withdrawn']

/** What a message to one guest would be, as things stand. */
export const sendKindFor = (
  { answer, lastDelivery }: Pick<Invitation, 'answer' | 'lastDelivery'>,
  status: Session['status'],
): SendKind => {
  if (status === 'cancelled') return 'cancel'
  if (!lastDelivery || notReached.includes(lastDelivery.state)) return 'invitation'
  if (answer === 'needs_reconfirmation') return 'reschedule'
  // Nobody is reminded of what they have declined or wait for; the invitation can always be sent again.
  return ['none', 'maybe', 'attending'].includes(answer) ? 'reminder' : 'invitation'
}
