/** @jsxRuntime automatic */
import { crewRole, declineKind } from '@ngopi/shared/invitation-states'
import { newId } from '../platform/ids.ts'
import { countsOf } from '../rsvp/crew-rules.ts'
import type { PageContext, WordsField } from './page-context.ts'

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

/** Three large answers; each is a button of its own, so nothing but a press of it answers. Once one is given, none stands out. */
export const AnswerButtons = ({ text, path, view }: PageContext) => (
  <form method="post" action={path('response')} className="answers">
    <button
      type="submit"
      name="answer"
      value="attending"
      className={isAsked(view) ? 'main' : undefined}
    >
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

/** Whether an answer is asked for, rather than one that was given open to change. */
const isAsked = ({ answer }: PageContext['view']) =>
  ['none', 'offered', 'needs_reconfirmation'].includes(answer)

/** What is asked of a guest who has not answered what there is to answer. */
function questionOf({ view, text }: PageContext): string {
  if (view.answer === 'offered') return text.takeSeat
  return view.answer === 'needs_reconfirmation' ? text.canYouStill : text.canYouCome
}

/** Said before a press, not after it. */
export const SeatAtStake = ({ view, text }: PageContext) =>
  view.holdsSeat && (
    <p className="soft">{view.answer === 'offered' ? text.offerAtStake : text.seatAtStake}</p>
  )

/** Keeps the three answers in thumb's reach until one is given. */
export const Ask = (context: PageContext) => (
  <section className="ask">
    <h2>{questionOf(context)}</h2>
    <AnswerButtons {...context} />
    <SeatAtStake {...context} />
  </section>
)

interface FieldProps {
  context: PageContext
  name: WordsField
  label: string
  hint: string
  maxLength: number
  /** What stands in the field unless something else was just written. */
  saved?: string | null
}

const Field = ({ context: { text, refused }, name, label, hint, maxLength, saved }: FieldProps) => {
  const tooLong = refused?.tooLong.includes(name)
  return (
    <>
      <label htmlFor={name}>
        {label}
        <span>{hint}</span>
      </label>
      <textarea
        id={name}
        name={name}
        maxLength={maxLength}
        rows={3}
        defaultValue={refused?.written[name] ?? saved ?? undefined}
        aria-invalid={tooLong || undefined}
        aria-describedby={tooLong ? `${name}-fault` : undefined}
      />
      {tooLong && (
        <p className="fault" id={`${name}-fault`}>
          {text.tooLong(maxLength)}
        </p>
      )}
    </>
  )
}

/** Why a guest cannot come, in one choice. */
const KindField = ({ view, people, refused }: PageContext) => (
  <>
    <label htmlFor="declineKind">{people.declineKind}</label>
    <select
      id="declineKind"
      name="declineKind"
      defaultValue={refused?.written.declineKind ?? view.declineKind ?? ''}
    >
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

/** Why, asked where a guest has just said no. */
export const ReasonForm = (context: PageContext) => {
  const { view, text, people, path } = context
  return (
    <form method="post" action={path('response')}>
      <KindField {...context} />
      <Field
        context={context}
        name="reason"
        label={text.reason}
        hint={text.reasonHint}
        maxLength={500}
        saved={view.declineReason}
      />
      <input type="hidden" name="formKey" value={newId()} />
      <button type="submit">{people.saveReason}</button>
    </form>
  )
}

/** Words beside the answer. Text areas only: Enter in a single line would press the first button. */
export const WordsForm = (context: PageContext) => {
  const { text, path, refused } = context
  const begun = Boolean(refused?.written.question || refused?.written.note)
  return (
    <details className="fold" open={begun}>
      <summary>{text.remarks}</summary>
      <form method="post" action={path('response')}>
        <Field
          context={context}
          name="question"
          label={text.question}
          hint={text.questionHint}
          maxLength={2000}
        />
        <Field
          context={context}
          name="note"
          label={text.note}
          hint={text.noteHint}
          maxLength={1000}
        />
        <input type="hidden" name="formKey" value={newId()} />
        <button type="submit">{text.send}</button>
      </form>
    </details>
  )
}
