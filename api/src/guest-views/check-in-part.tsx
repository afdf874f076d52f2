/** @jsxRuntime automatic */

import { type CheckInFault, isCheckInOpen } from '../attendance/check-in-rules.ts'
import { clock } from '../platform/when.ts'
import { checkInTexts } from './check-in-text.ts'
import type { PageContext } from './page-context.ts'

const Form = ({ language, path, view }: PageContext, fault: CheckInFault | undefined) => {
  const text = checkInTexts[language]
  return (
    <form method="post" action={path('check-in')}>
      <p>{text.askHint}</p>
      {view.answer === 'waitlisted' && <p>{text.waitlisted}</p>}
      <label htmlFor="code">{text.code}</label>
      <input
        id="code"
        name="code"
        required
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault && 'code-fault'}
      />
      {fault && (
        <p className="fault" id="code-fault">
          {text.faults[fault]}
        </p>
      )}
      <div className="do">
        <button type="submit">{text.send}</button>
      </div>
    </form>
  )
}

/** On the day: where a guest reports to be there, or reads that they are recorded. `fault`: what was wrong just now. */
export const CheckIn = ({
  context,
  fault,
}: {
  context: PageContext
  fault: CheckInFault | undefined
}) => {
  const { view, language } = context
  const text = checkInTexts[language]
  if (fault === 'hours' || fault === 'desk')
    return (
      <section className="state cancelled" role="alert">
        <strong>{text.faults[fault]}</strong>
      </section>
    )
  const expected = view.answer !== 'declined' && view.answer !== 'substituted'
  const open = isCheckInOpen(view, new Date(view.now))
  if (view.attendance === 'present' && view.status === 'published')
    return (
      <section className="state attending">
        <strong>{text.present}</strong>
      </section>
    )
  if (!open || !expected) return null
  if (view.selfReportedAt && !fault)
    return (
      <section className="state waitlisted" role="status">
        <strong>
          {text.sent(clock({ at: view.selfReportedAt, zone: view.timeZone }, language))}
        </strong>
        <p>{view.answer === 'waitlisted' ? text.waitlisted : text.sentHint}</p>
      </section>
    )
  return (
    <section className="state over">
      <strong>{text.ask}</strong>
      {Form(context, fault)}
    </section>
  )
}
