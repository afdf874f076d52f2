/** @jsxRuntime automatic */
import { crewRole, declineKind } from '@ngopi/shared/invitation-states'
import { countsOf } from '../crew-rules.ts'
import type { PageContext } from './page-context.ts'

const glyph = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2.5,
  strokeLinecap: 'round',
} as const

const Glyph = ({ path }: { path: string }) => (
  <svg viewBox="0 0 20 20" aria-hidden="true" {...glyph}>
    <path d={path} />
  </svg>
)

/** Three large answers; each is a button of its own, so nothing but a press of it answers. */
export const AnswerButtons = ({ text, path }: PageContext) => (
  <form method="post" action={path('response')} className="answers">
    <button type="submit" name="answer" value="attending" className="main">
      <Glyph path="M4 10.500l4 4 8-9" />
      {text.answers.attending}
    </button>
    <button type="submit" name="answer" value="maybe" className="perhaps">
      <Glyph path="M7 7.500a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M10 16v.1" />
      {text.answers.maybe}
    </button>
    <button type="submit" name="answer" value="declined" className="no">
      <Glyph path="M5 5l10 10M15 5L5 15" />
      {text.answers.declined}
    </button>
  </form>
)

/** What is asked of a guest who has not answered what there is to answer. */
function questionOf({ view, text }: PageContext): string {
  if (view.answer === 'offered') return text.takeSeat
  return view.answer === 'needs_reconfirmation' ? text.canYouStill : text.canYouCome
}

/** Keeps the three answers in thumb's reach until one is given. */
export const Ask = (context: PageContext) => (
  <section className="ask">
    <h2>{questionOf(context)}</h2>
    <AnswerButtons {...context} />
  </section>
)

interface FieldProps {
  name: string
  label: string
  hint: string
  most: number
}

const Field = ({ name, label, hint, most }: FieldProps) => (
  <>
    <label htmlFor={name}>
      {label}
      <span>{hint}</span>
    </label>
    <textarea id={name} name={name} maxLength={most} rows={3} />
  </>
)

/** Why a guest cannot come, in one choice. */
const KindField = ({ view, people }: PageContext) => (
  <>
    <label htmlFor="declineKind">{people.declineKind}</label>
    <select id="declineKind" name="declineKind" defaultValue={view.declineKind ?? ''}>
      <option value="">{people.noKind}</option>
      {declineKind.options.map((kind) => (
        <option key={kind} value={kind}>
          {people.kinds[kind]}
        </option>
      ))}
    </select>
  </>
)

/** How many come along, of each role. */
export const CrewForm = ({ view, people, path }: PageContext) => {
  const counts = countsOf(view.crew)
  return (
    <details>
      <summary>{view.crew.length > 0 ? people.withCrew(view.crew.length) : people.crew}</summary>
      <form method="post" action={path('response')}>
        <p className="soft">{people.crewHint}</p>
        <div className="crew">
          {crewRole.options.map((role) => (
            <label key={role} htmlFor={role}>
              {people.roles[role]}
              <select id={role} name={role} defaultValue={String(counts[role])}>
                {['0', '1', '2', '3'].map((count) => (
                  <option key={count}>{count}</option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <button type="submit">{people.saveCrew}</button>
      </form>
    </details>
  )
}

/** Words beside the answer. Text areas only: Enter in a single line would press the first button. */
export const WordsForm = (context: PageContext) => {
  const { view, text, path } = context
  return (
    <details className="fold" open={view.answer === 'declined'}>
      <summary>{text.words}</summary>
      <form method="post" action={path('response')}>
        {view.answer === 'declined' && <KindField {...context} />}
        {view.answer === 'declined' && (
          <Field name="reason" label={text.reason} hint={text.reasonHint} most={500} />
        )}
        <Field name="question" label={text.question} hint={text.questionHint} most={2000} />
        <Field name="note" label={text.note} hint={text.noteHint} most={1000} />
        <button type="submit">{text.send}</button>
      </form>
    </details>
  )
}
