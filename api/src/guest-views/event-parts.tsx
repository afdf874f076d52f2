/** @jsxRuntime automatic */

import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { Fragment } from 'react'
import { clock, hours, longDay } from '../platform/when.ts'
import { type ProgrammePart, programmeOf } from '../sessions/programme.ts'
import type { Occasion } from '../sessions/rules.ts'
import type { PageContext } from './page-context.ts'

/** Day, time with zone, and place. */
export const EventFacts = ({ view, text, language }: PageContext) => (
  <dl>
    <dt>{text.day}</dt>
    <dd>{longDay({ at: view.startsAt, zone: view.timeZone }, language)}</dd>
    <dt>{text.time}</dt>
    <dd>{hours(view, language)}</dd>
    <dt>{text.venue}</dt>
    <dd>
      {view.venue}
      {view.mapUrl && (
        <>
          <br />
          <a href={view.mapUrl} rel="noreferrer">
            {text.map}
          </a>
        </>
      )}
    </dd>
  </dl>
)

/** What is no longer as the guest knew it. */
export const Changes = ({ view, text, language }: PageContext) => {
  const former = view.movedFrom
  if (!former) return null
  const day = (of: Occasion) => longDay({ at: of.startsAt, zone: of.timeZone }, language)
  const facts = [
    { name: text.day, was: day(former), is: day(view) },
    { name: text.time, was: hours(former, language), is: hours(view, language) },
    { name: text.venue, was: former.venue, is: view.venue },
  ].filter(({ was, is }) => was !== is)
  return (
    <dl>
      {facts.map(({ name, was, is }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <del>{was}</del>
            <br />
            {is}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** Length and speaker of a part of the programme, as far as known. */
const details = ({ minutes, speaker }: ProgrammePart, { text }: PageContext): string =>
  [minutes !== null && text.minutes(minutes), speaker].filter(Boolean).join(' · ')

/** The programme: what begins when, how long it takes and who speaks. */
export const Programme = (context: PageContext) => {
  const { view, text, language } = context
  if (view.agenda.length === 0) return null
  return (
    <section>
      <h2>{text.programme}</h2>
      <ol>
        {programmeOf(view.agenda, view.startsAt).map((part, i) => {
          const known = details(part, context)
          return (
            // The order of a programme is what tells its parts apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never updated
            <li key={i}>
              {part.begins && (
                <time dateTime={part.begins}>
                  {clock({ at: part.begins, zone: view.timeZone }, language)}
                </time>
              )}
              <span className={part.begins ? undefined : 'untimed'}>
                {part.title}
                {known && <small>{known}</small>}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What guests need to know to get in. */
export const EntryNote = ({ view, text }: PageContext) =>
  view.entryNote && (
    <section>
      <h2>{text.beforeYouCome}</h2>
      <p className="text">{view.entryNote}</p>
    </section>
  )

/** Who signs the letter, and whom a guest can call. */
export const Signature = ({ view, text }: PageContext) => {
  const { office, contactName, contactPhone } = view
  const number =
    contactPhone && parsePhoneNumberFromString(contactPhone, 'ID')?.formatInternational()
  return (
    <p className="sign">
      {text.respectfully}
      <br />
      <b>{office}</b>
      {contactName && contactPhone && (
        <>
          <br />
          {text.contact}: {contactName},{' '}
          <a href={`tel:${contactPhone}`}>{number ?? contactPhone}</a>
        </>
      )}
    </p>
  )
}
