import type { Answer } from '@ngopi/shared/invitation-states'
import type { ReactNode } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import { type AnswerGlyph, answerLooks } from './answer-state.ts'
import { Glyph } from './glyph.tsx'
import classes from './marks.module.css'

const Mark = ({
  glyph,
  color,
  children,
}: {
  glyph: AnswerGlyph
  color: string
  children: ReactNode
}) => (
  <span className={classes.mark}>
    <Glyph shape={glyph} color={color} />
    {children}
  </span>
)

/** Where an invitation stands. */
export const AnswerMark = ({
  answer,
  cancelled = false,
}: {
  answer: Answer
  cancelled?: boolean
}) => {
  const t = useT(commonStrings)
  const state = cancelled ? 'cancelled' : answer
  const look = answerLooks[state]
  return (
    <Mark glyph={look.glyph} color={look.color}>
      {t(`answer.${state}`)}
    </Mark>
  )
}

const attendanceLooks = {
  unmarked: { color: 'silent', glyph: 'hollow' },
  present: { color: 'attending', glyph: 'full' },
  absent: { color: 'declined', glyph: 'struck' },
  excused: { color: 'maybe', glyph: 'half' },
} as const

/** Whether somebody was really there. */
export const AttendanceMark = ({ status }: { status: keyof typeof attendanceLooks }) => {
  const t = useT(commonStrings)
  const look = attendanceLooks[status]
  return (
    <Mark glyph={look.glyph} color={look.color}>
      {t(`attendance.${status}`)}
    </Mark>
  )
}

const statusLooks = {
  draft: { color: 'silent', glyph: 'hollow' },
  published: { color: 'attending', glyph: 'full' },
  cancelled: { color: 'cancelled', glyph: 'cross' },
  done: { color: 'declined', glyph: 'full' },
} as const

/** Where a session stands. */
export const StatusMark = ({ status }: { status: keyof typeof statusLooks }) => {
  const t = useT(commonStrings)
  const look = statusLooks[status]
  return (
    <Mark glyph={look.glyph} color={look.color}>
      {t(`sessionStatus.${status}`)}
    </Mark>
  )
}

const toneGlyphs = { positive: '▲', neutral: '■', negative: '▼', mixed: '◆', unrated: '□' } as const

/** The tone of a piece, as a person judged it: the word, and a sign without colour. */
export const ToneMark = ({
  tone,
}: {
  tone: Exclude<keyof typeof toneGlyphs, 'unrated'> | null
}) => {
  const t = useT(commonStrings)
  const shown = tone ?? 'unrated'
  return (
    <span className={classes.mark}>
      <span className={classes.tone} aria-hidden="true">
        {toneGlyphs[shown]}
      </span>
      {t(`tone.${shown}`)}
    </span>
  )
}
