/** @jsxRuntime automatic */

import type { CheckInFault } from '../attendance/check-in-rules.ts'
import type { GuestMaterial } from '../materials/queries.ts'
import type { Language } from '../platform/language.ts'
import { Letterhead, type Preview, renderDocument } from '../platform/public-page/document.tsx'
import { hours, longDay } from '../platform/when.ts'
import { Ask, WordsForm } from './answer-form.tsx'
import { CheckIn } from './check-in-part.tsx'
import { EntryNote, EventFacts, Programme, Signature } from './event-parts.tsx'
import { Materials } from './materials-part.tsx'
import { noticeTexts } from './notice-text.ts'
import { type PageContext, pageContext, type Refused } from './page-context.ts'
import type { PersonalView } from './personal-view.ts'
import { closedNow, MoveNotice, StatePanel } from './state-panel.tsx'

/** What a link preview tells; shared by all guests of a session. */
export const previewOf = (view: PersonalView, language: Language): Preview => ({
  title: view.title,
  description: `${longDay({ at: view.startsAt, zone: view.timeZone }, language)}, ${hours(view, language)}, ${view.venue}`,
  office: view.office,
})

const asksFor = new Set<PersonalView['answer']>(['none', 'needs_reconfirmation', 'offered'])

/** Who stopped invitations sees it here, and the way back in. */
const Invitations = ({ view, text, path }: PageContext) =>
  view.optedOut ? (
    <form method="post" action={path('opt-in')} className="stopped">
      <span>{text.stopped}</span>
      <button type="submit">{text.optIn}</button>
    </form>
  ) : (
    <a href={path('opt-out')} rel="nofollow">
      {text.optOut}
    </a>
  )

const Foot = (context: PageContext) => {
  const { text, otherLanguage, language } = context
  return (
    <footer>
      <h2>{text.privacyTitle}</h2>
      <p>{text.privacy}</p>
      <Invitations {...context} />
      <a href={otherLanguage} hrefLang={language === 'id' ? 'en' : 'id'}>
        {text.otherLanguage}
      </a>
    </footer>
  )
}

/** For who coordinates an outlet or a pokja: how many are named, and where to name more. */
const Group = ({ view, people, path }: PageContext) =>
  view.group && (
    <section>
      <h2>{people.coordinates(view.group.name)}</h2>
      <p>{people.named(view.group.named.length, view.group.places)}</p>
      <a className="button" href={path('nominations')}>
        {people.nameThem}
      </a>
    </section>
  )

/** For when somebody else comes, or reads this, than the guest. */
const SomebodyElse = ({ view, people, path }: PageContext) => (
  <details className="fold next">
    <summary>{people.otherChoices}</summary>
    <a href={path('substitute')} rel="nofollow">
      {people.substitute}
    </a>
    <a href={path('represent')} rel="nofollow">
      {people.represent(view.guest)}
    </a>
  </details>
)

/** The letter to one guest. `received` acknowledges words just sent. */
export function personalPage(
  view: PersonalView,
  {
    token,
    language,
    received,
    refused,
    checkInFault,
    materials = [],
  }: {
    token: string
    language: Language
    received: boolean
    /** A form that was not taken. */
    refused?: Refused
    /** Why a guest could not report to be there. */
    checkInFault?: CheckInFault
    materials?: readonly GuestMaterial[]
  },
): string {
  const context = pageContext(view, token, language, refused)
  const { text } = context
  const open = closedNow(context) === undefined
  return renderDocument({
    language,
    title: `${view.title}, ${view.office}`,
    preview: previewOf(view, language),
    children: (
      <>
        <Letterhead office={view.office} />
        {received && (
          <p className="state over" role="status">
            {text.received}
          </p>
        )}
        {refused && (
          <p className="state cancelled" role="alert">
            <strong>{noticeTexts[language].incomplete}</strong>
            {noticeTexts[language].incompleteHint}
          </p>
        )}
        <StatePanel {...context} />
        <MoveNotice {...context} />
        <CheckIn context={context} fault={checkInFault} />
        <p className="greet">
          {text.dear} <b>{view.guest}</b>,
        </p>
        <p className="lead">{text.invites}</p>
        <h1>{view.title}</h1>
        <EventFacts {...context} />
        {view.description && <p className="text">{view.description}</p>}
        {open && asksFor.has(view.answer) && <Ask {...context} />}
        {open && <Group {...context} />}
        <Programme {...context} />
        <Materials {...context} materials={materials} />
        <EntryNote {...context} />
        <Signature {...context} />
        {open && <WordsForm {...context} />}
        {open && <SomebodyElse {...context} />}
        <Foot {...context} />
      </>
    ),
  })
}
