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

/** The words of a message a person sends; a reminder differs by where the guest stands. */
export const aboutOf = (kind: DeliveryKind, answer: Answer): MessageKind =>
  kind === 'reminder' ? (reminderFor(answer) ?? 'reminder_silent') : kind

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

/** Whether it asks somebody to come, so that who wants no invitations is spared it; other news is told all the same. */
export const asksToCome = (about: MessageKind): boolean =>
  about !== 'reschedule' && about !== 'cancel'
