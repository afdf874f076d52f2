import type { Journalist } from '@ngopi/shared/journalists'
import type { Outlet } from '@ngopi/shared/outlets'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import type { AnswerGlyph } from '../../ui/answer-state.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'

interface MarkProps {
  glyph: AnswerGlyph
  color: string
  children: ReactNode
}

const Mark = ({ glyph, color, children }: MarkProps) => (
  <span className={classes.mark}>
    <Glyph shape={glyph} color={color} />
    {children}
  </span>
)

const councilLooks = {
  none: { color: 'silent', glyph: 'hollow' },
  administrative: { color: 'attending', glyph: 'half' },
  factual: { color: 'attending', glyph: 'full' },
} as const

/** Where an outlet stands with the Press Council; `short` where a heading names it already. */
export const PressCouncilMark = ({
  status,
  short = false,
}: {
  status: Outlet['pressCouncilStatus']
  short?: boolean
}) => {
  const t = useT(outletStrings)
  const look = councilLooks[status]
  return (
    <Mark glyph={look.glyph} color={look.color}>
      {short ? t(`pressCouncilShort.${status}`) : t(`pressCouncilStatus.${status}`)}
    </Mark>
  )
}

/** The level of a competence examined; nothing without one. */
export const CompetenceMark = ({ level }: { level: Journalist['competenceLevel'] }) => {
  const t = useT(journalistStrings)
  return level === 'none' ? null : (
    <span className={classes.mark}>
      {t('competenceMark', { level: t(`competenceLevel.${level}`) })}
    </span>
  )
}

/** What to know before inviting somebody; nothing for most people. */
export const JournalistMarks = ({
  journalist,
}: {
  journalist: Pick<Journalist, 'provisional' | 'optedOutAt'>
}) => {
  const t = useT(journalistStrings)
  return (
    <>
      {journalist.provisional && (
        <Mark glyph="ring" color="maybe">
          {t('provisional')}
        </Mark>
      )}
      {journalist.optedOutAt && (
        <Mark glyph="cross" color="cancelled">
          {t('optedOut')}
        </Mark>
      )}
    </>
  )
}

export const ArchivedMark = () => {
  const t = useT(partnerStrings)
  return (
    <span className={classes.mark}>
      <Icon name="archive" size={16} />
      {t('archivedMark')}
    </span>
  )
}
