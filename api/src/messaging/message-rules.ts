import type { Answer } from '@ngopi/shared/invitation-states'
import type { deliveryKind } from '@ngopi/shared/invitations'
import type { MessageKind } from '@ngopi/shared/templates'
import type { Reminded } from '@ngopi/shared/whatsapp'
import type { z } from 'zod'

export type DeliveryKind = z.output<typeof deliveryKind>

interface Reminder {
  answer: Answer
  group: Reminded
  kind: MessageKind
  /** It asks for an answer, which nobody is asked for once answers are closed. */
  asks: boolean
}

/** Which reminder is meant for whom; who stands elsewhere is not reminded. */
export const reminderRules: readonly Reminder[] = [
  { answer: 'none', group: 'silent', kind: 'reminder_silent', asks: true },
  {
    answer: 'needs_reconfirmation',
    group: 'unconfirmed',
    kind: 'reminder_silent',
    asks: true,
  },
  { answer: 'maybe', group: 'maybe', kind: 'reminder_maybe', asks: true },
  { answer: 'attending', group: 'attending', kind: 'reminder_attending', asks: false },
]

/** Which words remind a guest, by where the guest stands at this moment; undefined: this one is not reminded. */
export const reminderFor = (answer: Answer, answersOpen: boolean): MessageKind | undefined =>
  reminderRules.find((one) => one.answer === answer && (answersOpen || !one.asks))?.kind

const toConfirm: ReadonlySet<Answer> = new Set([
  'none',
  'needs_reconfirmation',
  'offered',
  'declined',
])

/** Which words tell a guest of a move: they ask for an answer where one is wanted and can be given. */
export const moveNoticeFor = ({ answer, answersOpen }: GuestStanding): MessageKind =>
  answersOpen && toConfirm.has(answer) ? 'reschedule' : 'moved'

/** What the words of a message depend on. */
export interface GuestStanding {
  answer: Answer
  /** The session takes answers at this moment. */
  answersOpen: boolean
  /** The words that fit after the session; null while there is nothing to say. */
  afterwards: 'thanks' | 'materials' | null
}

/** The words of a message a person sends: a reminder differs by where the guest stands, thanks by who was there. */
export function aboutOf(kind: DeliveryKind, guest: GuestStanding): MessageKind {
  if (kind === 'reminder') return reminderFor(guest.answer, guest.answersOpen) ?? 'reminder_silent'
  if (kind === 'reschedule') return moveNoticeFor(guest)
  return kind === 'thanks' ? (guest.afterwards ?? 'thanks') : kind
}

/** The words of a message queued with others, once its turn has come: who needs none any more keeps those. */
export function kindAtSendTime(templateKind: MessageKind, guest: GuestStanding): MessageKind {
  const kind = kindOf(templateKind)
  if (kind === 'reminder') return reminderFor(guest.answer, guest.answersOpen) ?? templateKind
  if (kind === 'reschedule') return moveNoticeFor(guest)
  return kind === 'thanks' ? (guest.afterwards ?? templateKind) : templateKind
}

/** What a message counts as in the record of deliveries. */
export function kindOf(templateKind: MessageKind): DeliveryKind {
  switch (templateKind) {
    case 'reminder_silent':
    case 'reminder_maybe':
    case 'reminder_attending':
      return 'reminder'
    // A freed seat renews the invitation of somebody who waited.
    case 'seat':
    case 'offer':
      return 'invitation'
    case 'moved':
      return 'reschedule'
    // For this one guest the session is off.
    case 'revoked':
    case 'replaced':
      return 'cancel'
    // After the session everybody gets one message: thanks, or the materials for who did not come.
    case 'materials':
      return 'thanks'
    default:
      return templateKind
  }
}

/**
 * Whether who wants no invitations is spared it: whatever asks to come, and courtesies after the session, without which
 * nobody misses anything they counted on. That a session is moved or cancelled is told all the same.
 */
export const asksToCome = (templateKind: MessageKind): boolean => {
  const kind = kindOf(templateKind)
  return kind !== 'reschedule' && kind !== 'cancel'
}

/** Whether a message tells a guest that the invitation is theirs no longer. */
export const endsInvitation = (templateKind: MessageKind): boolean =>
  templateKind === 'revoked' || templateKind === 'replaced'
