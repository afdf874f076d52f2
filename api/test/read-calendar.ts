import ICAL from 'ical.js'
import { expect } from 'vitest'

/**
 * Reads a calendar as another program would, with nothing but what stands in it, and sees that writing it again
 * changes nothing.
 */
export function readCalendar(text: string): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(ICAL.parse(calendar.toString())).toEqual(ICAL.parse(text))
  return calendar
}

/** The events of a calendar, each with its component. */
export const eventsIn = (calendar: ICAL.Component): ICAL.Event[] =>
  calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
