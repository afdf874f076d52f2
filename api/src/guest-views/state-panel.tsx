/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import { closedBecause } from '../invitations/rules.ts'
import { clock, longDay, zoneName } from '../platform/when.ts'
import { AnswerButtons, CrewForm, ReasonForm, SeatAtStake } from './answer-form.tsx'
import { Changes } from './event-parts.tsx'
import type { PageContext } from './page-context.ts'

/** Why answers are not taken now; undefined while they are. */
export const closedNow = ({ view }: PageContext) =>
  view.answer === 'substituted' ? 'substituted' : closedBecause(view, new Date(view.now))

const Panel = ({
  look,
  title,
  children,
}: {
  look: string
  title: string
  children?: ReactNode
}) => (
  <section className={`state ${look}`}>
    <strong>{title}</strong>
    {children}
  </section>
)

const moment = ({ view, language }: PageContext, at: string): string => {
  const there = { at, zone: view.timeZone }
  return `${longDay(there, language)}, ${clock(there, language)} ${zoneName(there)}`
}

const Calendar = ({ text, path, view }: PageContext) => (
  <a className="button" href={path('session.ics')}>
    {view.status === 'cancelled' ? text.updateCalendar : text.calendar}
  </a>
)

const Pass = ({ text, path }: PageContext) => (
  <a className="button main" href={path('pass')}>
    {text.pass}
  </a>
)

const Closed = (context: PageContext) => {
  const { view, text } = context
  const last =
    view.answer in text.lastAnswer ? (view.answer as keyof typeof text.lastAnswer) : 'none'
  return (
    <Panel
      look={last === 'attending' ? 'attending' : 'over'}
      title={text.closed(moment(context, view.rsvpClosesAt))}
    >
      <p>
        {text.lastAnswer[last]} {text.closedHint}
      </p>
      {last === 'attending' && (
        <div className="do">
          <Pass {...context} />
          <Calendar {...context} />
        </div>
      )}
    </Panel>
  )
}

const Change = (context: PageContext) => (
  <details>
    <summary>{context.text.change}</summary>
    <AnswerButtons {...context} />
    <SeatAtStake {...context} />
    <p className="soft">{context.text.until(moment(context, context.view.rsvpClosesAt))}</p>
  </details>
)

const Answered = (context: PageContext) => {
  const { view, text } = context
  if (view.answer === 'waitlisted') {
    return (
      <Panel look="waitlisted" title={text.waiting(view.queuePosition)}>
        <p>{text.waitingHint}</p>
        <Change {...context} />
      </Panel>
    )
  }
  if (view.answer !== 'attending' && view.answer !== 'maybe' && view.answer !== 'declined')
    return null
  return (
    <Panel look={view.answer} title={text.saved[view.answer]}>
      {view.answer === 'maybe' && (
        <p>
          {view.releasedSeat && `${text.seatReleased} `}
          {text.maybeHint}
        </p>
      )}
      {view.answer === 'declined' && <ReasonForm {...context} />}
      {view.answer !== 'declined' && (
        <div className="do">
          {view.answer === 'attending' && <Pass {...context} />}
          <Calendar {...context} />
        </div>
      )}
      {view.answer !== 'declined' && <CrewForm {...context} />}
      <Change {...context} />
    </Panel>
  )
}

/** What changed, where no answer is asked: everything the guest said stands, or answers are closed. */
export const MoveNotice = (context: PageContext) => {
  const { view, text } = context
  const closed = closedNow(context)
  const asked = closed === undefined && view.answer === 'needs_reconfirmation'
  if (!view.movedFrom || asked || (closed !== undefined && closed !== 'closed')) return null
  return (
    <Panel look="moved" title={text.changed}>
      <Changes {...context} />
    </Panel>
  )
}

/** Says first what a guest opens the page for: whether it takes place, and where the own answer stands. */
export const StatePanel = (context: PageContext) => {
  const { view, text } = context
  switch (closedNow(context)) {
    case 'cancelled':
      return (
        <Panel look="cancelled" title={text.cancelled}>
          {view.cancelReason && (
            <p>
              {text.because}: {view.cancelReason}
            </p>
          )}
          <p>{text.cancelledHint}</p>
          {view.answer !== 'none' && view.answer !== 'declined' && (
            <div className="do">
              <Calendar {...context} />
            </div>
          )}
        </Panel>
      )
    case 'done':
      return (
        <Panel look="over" title={text.done}>
          <p>{text.doneHint}</p>
        </Panel>
      )
    case 'draft':
      return (
        <Panel look="over" title={text.draft}>
          <p>{text.draftHint}</p>
        </Panel>
      )
    case 'substituted':
      return (
        <Panel look="over" title={text.substituted}>
          <p>{text.substitutedHint}</p>
        </Panel>
      )
    case 'closed':
      return <Closed {...context} />
    default:
  }
  if (view.answer === 'needs_reconfirmation') {
    return (
      <Panel look="moved" title={text.moved}>
        <Changes {...context} />
        <p>
          {view.holdsSeat && `${text.seatKept} `}
          {text.movedHint}
        </p>
      </Panel>
    )
  }
  if (view.answer === 'offered' && view.offerExpiresAt) {
    return (
      <Panel look="attending" title={text.offered(moment(context, view.offerExpiresAt))}>
        <p>{text.offeredHint}</p>
      </Panel>
    )
  }
  // An answer is asked anew only of who let an offer pass; all others who are silent never answered.
  if (view.answer === 'none' && view.respondedAt) {
    return (
      <Panel look="over" title={text.offerEnded}>
        <p>{text.offerEndedHint}</p>
      </Panel>
    )
  }
  return <Answered {...context} />
}
