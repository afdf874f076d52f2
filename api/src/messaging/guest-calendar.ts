import type { Answer } from '@ngopi/shared/invitation-states'
import type { SessionStatus } from '@ngopi/shared/sessions'
import type { MessageKind } from '@ngopi/shared/templates'
import type { Language } from '../platform/language.ts'
import type { NewMail } from '../platform/mail.ts'
import { type CalendarPerson, calendarText, eventOf } from '../sessions/calendar.ts'
import { isChangeable, type Occasion } from '../sessions/rules.ts'
import { eventWords } from './event-words.ts'
import { endsInvitation, kindOf } from './message-rules.ts'

/** What the calendar of a guest is told of a session. */
export interface GuestEvent extends Occasion {
  sessionId: string
  title: string
  description: string | null
  mapUrl: string | null
  entryNote: string | null
  status: SessionStatus
  cancelReason: string | null
  sequence: number
  updatedAt: string
  office: string
  contactName: string | null
  contactPhone: string | null
  /** Who reads an answer from the calendar; null: the address that mails come from. */
  replyTo: string | null
}

interface Sending {
  language: Language
  /** The address that mails of the office come from. */
  sender: string
  guest?: CalendarPerson & { accepted: boolean }
}

/**
 * Calendars are shared and synchronised, so an event carries what the office says to all, not the personal
 * link, and the guest only where it is sent to the guest's own address.
 */
function guestEvent(event: GuestEvent, { language, sender, guest }: Sending) {
  const text = eventWords[language]
  const contact =
    event.contactName && `${text.contact}: ${event.contactName}, ${event.contactPhone}`
  const cancelled =
    event.status === 'cancelled' &&
    event.cancelReason &&
    `${text.cancelled}. ${text.because}: ${event.cancelReason}`
  const map = event.mapUrl && `${text.map}: ${event.mapUrl}`
  const lines = [cancelled, event.description, event.entryNote, map, event.office, contact]
  return eventOf(
    { ...event, id: event.sessionId, description: lines.filter(Boolean).join('\n') },
    {
      organizer: { name: event.office, address: event.replyTo ?? sender },
      ...(guest && { attendee: guest }),
    },
  )
}

/** The session for a guest's own calendar, to be fetched from the personal page. */
export const personalCalendar = (
  event: GuestEvent,
  sending: { language: Language; sender: string },
): string => calendarText({ name: event.office, method: 'PUBLISH' }, [guestEvent(event, sending)])

/** What a mail asks of a calendar: an invitation or a new date puts the session in, a cancellation takes it back. */
function methodOf(templateKind: MessageKind, status: SessionStatus) {
  if (endsInvitation(templateKind)) return 'CANCEL'
  if (templateKind === 'cancel') return status === 'cancelled' ? 'CANCEL' : undefined
  const asks =
    templateKind === 'invitation' ||
    templateKind === 'seat' ||
    templateKind === 'offer' ||
    kindOf(templateKind) === 'reschedule'
  return asks && isChangeable(status) ? 'REQUEST' : undefined
}

/** The session as a mail brings it to the guest's calendar; undefined where there is nothing to bring. */
export function mailedCalendar(
  event: GuestEvent & { answer: Answer },
  {
    templateKind,
    guest,
    sender,
  }: { templateKind: MessageKind; guest: CalendarPerson; sender: string },
): NewMail['calendar'] {
  const method = methodOf(templateKind, event.status)
  if (!method) return undefined
  const accepted = method === 'REQUEST' && event.answer === 'attending'
  // For this guest it is cancelled, whatever becomes of the session.
  const status = method === 'CANCEL' ? 'cancelled' : event.status
  const sent = guestEvent(
    { ...event, status },
    { language: 'id', sender, guest: { ...guest, accepted } },
  )
  return { method, body: calendarText({ method }, [sent]) }
}
