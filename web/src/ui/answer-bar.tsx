import { UnstyledButton } from '@mantine/core'
import type { AnswerCounts } from '@ngopi/shared/invitation-states'
import { commonStrings } from '../common.strings.ts'
import { useLocale, useT } from '../i18n.tsx'
import { formatNumber } from '../lib/format-time.ts'
import classes from './answer-bar.module.css'
import { answerLooks, type BarState, barStates, countOf } from './answer-state.ts'
import { Glyph } from './glyph.tsx'

interface AnswerBarProps {
  counts: AnswerCounts
  /** The states filtered by; with `onChoose` the words become buttons. */
  chosen?: readonly string[]
  onChoose?: (state: BarState) => void
}

const always = new Set<BarState>(['attending', 'maybe', 'declined', 'none'])

/** All answers of a session in one line, and the filter by them. */
export const AnswerBar = ({ counts, chosen = [], onChoose }: AnswerBarProps) => {
  const t = useT(commonStrings)
  const locale = useLocale()
  const parts = barStates.map((state) => ({ state, count: countOf(counts, state) }))
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  // Rare states are named only when there are any; the four of every session always.
  const named = parts.filter(({ state, count }) => count > 0 || always.has(state))
  return (
    <div>
      <div className={classes.bar} aria-hidden="true">
        {parts
          .filter((part) => part.count > 0)
          .map(({ state, count }) => (
            <span
              key={state}
              className={classes.part}
              data-faded={(chosen.length > 0 && !chosen.includes(state)) || undefined}
              style={{
                flexGrow: count,
                background: `var(--ngopi-${state === 'none' ? 'silent-fill' : answerLooks[state].color})`,
              }}
            />
          ))}
      </div>
      <ul className={classes.legend} aria-label={t('answers')}>
        {named.map(({ state, count }) => {
          const inside = (
            <>
              <Glyph shape={answerLooks[state].glyph} color={answerLooks[state].color} />
              <strong className={classes.count}>{formatNumber(count, locale)}</strong>
              <span className={classes.word}>{t(`answer.${state}`)}</span>
            </>
          )
          return (
            <li key={state}>
              {onChoose ? (
                <UnstyledButton
                  className={classes.choice}
                  aria-pressed={chosen.includes(state)}
                  title={t('answerShare', {
                    state: t(`answer.${state}`),
                    count: String(count),
                    total: String(total),
                  })}
                  onClick={() => onChoose(state)}
                >
                  {inside}
                </UnstyledButton>
              ) : (
                <span className={classes.choice}>{inside}</span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
