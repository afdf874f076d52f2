import type { Language } from '../platform/language.ts'
import { addSession, newCalendar } from '../sessions/calendar.ts'
import { pageTexts } from './page/page-text.ts'
import type { PersonalView } from './personal-queries.ts'

/**
 * The session for a guest's own calendar. Calendars are shared and synchronised, so it carries the event
 * and the press office, not the guest or the link.
 */
export function personalCalendar(view: PersonalView, language: Language): string {
  const text = pageTexts[language]
  const calendar = newCalendar(view.office)
  const contact = view.contactName && `${text.contact}: ${view.contactName}, ${view.contactPhone}`
  const lines = [view.description, view.entryNote, view.mapUrl, view.office, contact]
  addSession(calendar, {
    ...view,
    id: view.sessionId,
    description: lines.filter(Boolean).join('\n'),
  })
  return calendar.toString()
}
