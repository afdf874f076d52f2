/** @jsxRuntime automatic */
import type { Language } from '../platform/language.ts'
import { Letterhead, renderDocument } from '../platform/public-page/document.tsx'
import { hours, longDay } from '../platform/when.ts'
import { hasMoved, type Occasion } from '../sessions/rules.ts'
import type { ProofView } from './proof-queries.ts'
import { proofTexts } from './proof-text.ts'

interface PartProps {
  view: ProofView
  language: Language
}

const Facts = ({ occasion, language }: { occasion: Occasion; language: Language }) => {
  const text = proofTexts[language]
  return (
    <dl>
      <dt>{text.day}</dt>
      <dd>{longDay({ at: occasion.startsAt, zone: occasion.timeZone }, language)}</dd>
      <dt>{text.time}</dt>
      <dd>{hours(occasion, language)}</dd>
      <dt>{text.venue}</dt>
      <dd>{occasion.venue}</dd>
    </dl>
  )
}

/** What has become of the event since the letter was written. */
const Since = ({ view, language }: PartProps) => {
  const text = proofTexts[language]
  if (view.status === 'cancelled')
    return (
      <section className="state cancelled">
        <strong>{text.cancelled}</strong>
        <p>{text.cancelledHint}</p>
      </section>
    )
  if (!hasMoved(view.occasion, view)) return null
  return (
    <section className="state moved">
      <strong>{text.moved}</strong>
      <p>{text.movedHint}</p>
      <Facts occasion={view} language={language} />
    </section>
  )
}

const dated = (day: string, language: Language) =>
  longDay({ at: `${day}T00:00:00.000Z`, zone: 'UTC' }, language)

/** The page a letter's QR code opens: that the letter is registered, and how its event stands now. */
export function proofPage(view: ProofView, { language }: { language: Language }): string {
  const text = proofTexts[language]
  return renderDocument({
    language,
    title: `${text.registered}: ${view.number}`,
    children: (
      <>
        <Letterhead office={view.office} />
        <h1 className="greet">{text.registered}</h1>
        <p>{text.registeredHint(view.office)}</p>
        <dl>
          <dt>{text.number}</dt>
          <dd>{view.number}</dd>
          <dt>{text.date}</dt>
          <dd>{dated(view.datedOn, language)}</dd>
          <dt>{text.subject}</dt>
          <dd>{view.subject}</dd>
        </dl>
        <Since view={view} language={language} />
        <h2>{text.event}</h2>
        <p>
          <b>{view.title}</b>
        </p>
        <Facts occasion={view.occasion} language={language} />
        <footer>
          <p>{text.doubt}</p>
          <a href={language === 'id' ? '?bahasa=en' : '?'}>{text.otherLanguage}</a>
        </footer>
      </>
    ),
  })
}

type Notice = 'unknown' | 'tooMany' | 'failed'

/** A page that says one thing and names no letter. */
export function proofNotice(notice: Notice, { language }: { language: Language }): string {
  const text = proofTexts[language]
  return renderDocument({
    language,
    title: text[notice],
    children: (
      <>
        <Letterhead />
        <h1 className="greet">{text[notice]}</h1>
        <p>{text[`${notice}Hint`]}</p>
      </>
    ),
  })
}
