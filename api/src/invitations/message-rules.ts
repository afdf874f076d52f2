import type { Answer } from '@ngopi/shared/invitation-states'
import type { deliveryKind } from '@ngopi/shared/invitations'
import type { MessageKind } from '@ngopi/shared/templates'
import type { z } from 'zod'

export type DeliveryKind = z.output<typeof deliveryKind>

/** Which words remind a guest, by where the guest stands at this moment; undefined: this one is not reminded. */
export function reminderFor(answer: Answer): MessageKind | undefined {
  if (answer === 'none' || answer === 'needs_reconfirmation') return 'reminder_silent'
  if (answer === 'maybe') return 'reminder_maybe'
  return answer === 'attending' ? 'reminder_attending' : undefined
}

/** What the words of a message depend on. */
export interface GuestStanding {
  answer: Answer
  /** The words that fit after the session; null while there is nothing to say. */
  afterwards: 'thanks' | 'materials' | null
}

/** The words of a message a person sends: a reminder differs by where the guest stands, thanks by who was there. */
export function aboutOf(kind: DeliveryKind, { answer, afterwards }: GuestStanding): MessageKind {
  if (kind === 'reminder') return reminderFor(answer) ?? 'reminder_silent'
  return kind === 'thanks' ? (afterwards ?? 'thanks') : kind
}

/** The words of a message queued with others, once its turn has come: who needs none any more keeps those. */
export function wordsAtSending(
  about: MessageKind,
  { answer, afterwards }: GuestStanding,
): MessageKind {
  const kind = kindOf(about)
  if (kind === 'reminder') return reminderFor(answer) ?? about
  return kind === 'thanks' ? (afterwards ?? about) : about
}

/** What a message counts as in the record of deliveries. */
export function kindOf(about: MessageKind): DeliveryKind {
  switch (about) {
    case 'reminder_silent':
    case 'reminder_maybe':
    case 'reminder_attending':
      return 'reminder'
    // A freed seat renews the invitation of somebody who waited.
    case 'seat':
    case 'offer':
      return 'invitation'
    // After the session everybody gets one message: thanks, or the materials for who did not come.
    case 'materials':
      return 'thanks'
    default:
      return about
  }
}

/**
 * Whether who wants no invitations is spared it: whatever asks to come, and courtesies after the session, without which
 * nobody misses anything they counted on. That a session is moved or cancelled is told all the same.
 */
export const asksToCome = (about: MessageKind): boolean =>
  about !== 'reschedule' && about !== 'cancel'
