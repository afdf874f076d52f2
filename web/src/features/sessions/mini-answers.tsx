import type { AnswerCounts } from '@ngopi/shared/invitation-states'
import { useT } from '../../i18n.tsx'
import { answerLooks, barStates, countOf } from '../../ui/answer-state.ts'
import classes from './sessions.module.css'
import { sessionsStrings } from './sessions.strings.ts'

/** All answers of a session in a line as thin as a row of a list allows. */
export const MiniAnswers = ({ counts }: { counts: AnswerCounts }) => {
  const t = useT(sessionsStrings)
  if (counts.invited === 0) return <span className={classes.quiet}>{t('noInvitations')}</span>
  return (
    <span className={classes.mini}>
      <span className={classes.miniBar} aria-hidden="true">
        {barStates
          .filter((state) => countOf(counts, state) > 0)
          .map((state) => (
            <span
              key={state}
              style={{
                flexGrow: countOf(counts, state),
                background: `var(--ngopi-${state === 'none' ? 'silent-fill' : answerLooks[state].color})`,
              }}
            />
          ))}
      </span>
      <span className={classes.quiet}>
        {t('answersShort', { attending: counts.attending, invited: counts.invited })}
      </span>
    </span>
  )
}
