import { useT } from '../../i18n.tsx'
import type { AnswerGlyph } from '../../ui/answer-state.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import classes from './calendar.module.css'
import eventClasses from './calendar-event.module.css'
import type { CalendarState } from './calendar-events.ts'

const looks: Record<CalendarState, { color: string; glyph: AnswerGlyph | undefined }> = {
  draft: { color: 'silent', glyph: 'hollow' },
  published: { color: 'attending', glyph: 'full' },
  undecided: { color: 'maybe', glyph: undefined },
  done: { color: 'declined', glyph: 'full' },
  cancelled: { color: 'cancelled', glyph: 'cross' },
}

const states = ['draft', 'published', 'undecided', 'done', 'cancelled'] as const

/** A CSS colour for an event's edge and ground. */
export const stateColor = (state: CalendarState): string => `var(--ngopi-${looks[state].color})`

/** The sign of a state, told apart by its shape too. */
export const StateSign = ({ state }: { state: CalendarState }) => {
  const { color, glyph } = looks[state]
  return glyph ? (
    <Glyph shape={glyph} color={color} />
  ) : (
    <span className={eventClasses.sign} style={{ color: stateColor(state) }}>
      <Icon name="warning" size={14} />
    </span>
  )
}

/** What the signs mean, in words. */
export const CalendarLegend = () => {
  const t = useT(calendarStrings)
  return (
    <ul className={classes.legend} aria-label={t('legend')}>
      {states.map((state) => (
        <li key={state}>
          <StateSign state={state} />
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  )
}
