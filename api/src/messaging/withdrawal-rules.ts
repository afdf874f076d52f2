import type { Answer } from '@ngopi/shared/invitation-states'
import type { SessionStatus } from '@ngopi/shared/sessions'
import type { MessageKind } from '@ngopi/shared/templates'
import type { Bilingual } from '../platform/language.ts'
import { asksToCome, endsInvitation, kindOf, reminderFor } from './message-rules.ts'

/** What decides whether a message that was queued is still to be said. */
export interface GuestState {
  templateKind: MessageKind
  /** Of a reminder that a person sent: the words it was meant with; absent or null: it suits whoever stands elsewhere by now. */
  meantWith?: MessageKind | null | undefined
  /** For which version of the link it was queued. */
  linkVersionThen: number
  linkVersion: number
  answer: Answer
  /** The session takes answers at this moment. */
  answersOpen: boolean
  revoked: boolean
  /** The words that fit after the session; null while there is nothing to say. */
  afterwards: MessageKind | null
  /** ISO instants. */
  offerExpiresAt: string | null
  startsAt: string
  endsAt: string
  status: SessionStatus
  archived: boolean
  optedOut: boolean
}

export const withdrawals = {
  revoked: { id: 'Undangan sudah dicabut.', en: 'The invitation was revoked.' },
  substituted: {
    id: 'Tempat sudah diberikan kepada pengganti.',
    en: 'A substitute has taken the place.',
  },
  renewedLink: {
    id: 'Tautan pribadi diganti sebelum pesan ini terkirim.',
    en: 'The personal link was replaced before this message went out.',
  },
  cancelled: { id: 'Pertemuan dibatalkan.', en: 'The session was cancelled.' },
  archived: { id: 'Pertemuan diarsipkan.', en: 'The session was archived.' },
  begun: { id: 'Pertemuan sudah dimulai.', en: 'The session has begun.' },
  over: { id: 'Pertemuan sudah selesai.', en: 'The session is over.' },
  optedOut: {
    id: 'Tamu tidak ingin menerima undangan lagi.',
    en: 'The guest wants no more invitations.',
  },
  noAddress: {
    id: 'Tidak ada alamat surel yang dapat dipakai.',
    en: 'There is no e-mail address that works.',
  },
  closedOffer: {
    id: 'Tawaran kursi sudah tidak berlaku.',
    en: 'The offer of a seat is no longer open.',
  },
  changedAnswer: {
    id: 'Jawaban tamu sudah berubah.',
    en: 'The guest’s answer has changed.',
  },
  stillInvited: {
    id: 'Undangan tamu ini berlaku kembali.',
    en: 'The invitation of this guest is valid again.',
  },
  needsNoReminder: {
    id: 'Tamu sudah menjawab dan tidak perlu diingatkan.',
    en: 'The guest has answered and need not be reminded.',
  },
  nothingToSay: {
    id: 'Tamu tidak tercatat hadir, dan tidak ada materi untuknya.',
    en: 'The guest is not noted as present, and there is no material for them.',
  },
} satisfies Record<string, Bilingual>

function becauseOfTheSession(
  { templateKind, status, archived, startsAt, endsAt }: GuestState,
  now: number,
): Bilingual | undefined {
  // That it is cancelled is told whatever else became of it.
  if (templateKind === 'cancel') return undefined
  if (endsInvitation(templateKind)) return Date.parse(endsAt) <= now ? withdrawals.over : undefined
  if (status === 'cancelled') return withdrawals.cancelled
  if (archived) return withdrawals.archived
  if (kindOf(templateKind) === 'thanks') return undefined
  if (status === 'done' || Date.parse(endsAt) <= now) return withdrawals.over
  return asksToCome(templateKind) && Date.parse(startsAt) <= now ? withdrawals.begun : undefined
}

function becauseOfTheAnswer(
  { templateKind, meantWith, answer, answersOpen, afterwards, offerExpiresAt }: GuestState,
  now: number,
): Bilingual | undefined {
  if (templateKind === 'offer') {
    const open = answer === 'offered' && offerExpiresAt !== null && Date.parse(offerExpiresAt) > now
    return open ? undefined : withdrawals.closedOffer
  }
  if (templateKind === 'seat') return answer === 'attending' ? undefined : withdrawals.changedAnswer
  if (kindOf(templateKind) === 'thanks' && afterwards === null) return withdrawals.nothingToSay
  if (kindOf(templateKind) === 'reminder') {
    const reminderKind = reminderFor(answer, answersOpen)
    if (!reminderKind || (meantWith && meantWith !== reminderKind))
      return withdrawals.needsNoReminder
  }
  return undefined
}

/** Why a queued message is no longer to be sent (`now`: ISO instant); undefined while it is. */
export function withdrawnBecause(standing: GuestState, now: string): Bilingual | undefined {
  const { templateKind, revoked, answer } = standing
  if (templateKind === 'revoked' && !revoked) return withdrawals.stillInvited
  if (templateKind === 'replaced' && answer !== 'substituted') return withdrawals.stillInvited
  if (revoked && templateKind !== 'revoked') return withdrawals.revoked
  if (answer === 'substituted' && templateKind !== 'replaced') return withdrawals.substituted
  if (standing.linkVersion !== standing.linkVersionThen) return withdrawals.renewedLink
  const at = Date.parse(now)
  const reason = becauseOfTheSession(standing, at)
  if (reason) return reason
  if (standing.optedOut && asksToCome(standing.templateKind)) return withdrawals.optedOut
  return becauseOfTheAnswer(standing, at)
}
