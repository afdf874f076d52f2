import type { TimelineEntry } from '@ngopi/shared/timeline'
import type { ReactNode } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDayOf } from '../../lib/format-time.ts'
import { Time } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import { answerLooks } from '../../ui/answer-state.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import classes from '../partner-forms/partners.module.css'
import { timelineStrings } from './timeline.strings.ts'

export type About = 'journalist' | 'outlet'

interface TimelineItemProps {
  entry: TimelineEntry
  /** Whose timeline it is: on an outlet's, people are named. */
  about: About
  zone: string
}

const icons = {
  recorded: 'plus',
  joined: 'user',
  left: 'user',
  invited: 'send',
  asked: 'question',
  published: 'broadcast',
} as const

const Sign = ({ entry }: { entry: TimelineEntry }) => {
  const { kind } = entry
  if (kind === 'answered') {
    const look = answerLooks[entry.answer ?? 'none']
    return <Glyph shape={look.glyph} color={look.color} />
  }
  if (kind === 'attended') return <Glyph shape="full" color="attending" />
  if (kind === 'absent') return <Glyph shape="struck" color="declined" />
  return <Icon name={icons[kind]} size={16} />
}

/** A link where there is something to lead to, else a word for what is gone. */
const linked = (to: string | null | undefined, text: string): ReactNode =>
  to ? (
    <AppLink to={to} className={classes.inSentence}>
      {text}
    </AppLink>
  ) : (
    text
  )

/** One thing that happened: a sign, a sentence with its links, the day. */
export const TimelineItem = ({ entry, about, zone }: TimelineItemProps) => {
  const t = useT(timelineStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  const { session, journalist, outlet, coverage, kind } = entry
  const sentence = t.rich(`${about}.${kind}`, {
    answer: common(`answer.${entry.answer ?? 'none'}`),
    session: () =>
      linked(session && paths.session(session.id), session?.title ?? t('unknownSession')),
    person: () =>
      linked(journalist && paths.journalist(journalist.id), journalist?.fullName ?? t('somebody')),
    outlet: () => linked(outlet && paths.outlet(outlet.id), outlet?.name ?? t('unknownOutlet')),
    coverage: () =>
      linked(coverage && paths.coverage(coverage.id), coverage?.title ?? t('unknownCoverage')),
  })
  // What the sentence leaves open: where a story ran, or who wrote it.
  const beside =
    kind !== 'published'
      ? null
      : about === 'journalist'
        ? outlet && t('outletNote', { outlet: outlet.name })
        : journalist && t('personNote', { person: journalist.fullName })
  // Meetings of a series bear one name: the day tells them apart where it is not this entry's own.
  const day = (at: string) => formatDayOf(at, session?.timeZone ?? zone, locale)
  const heldOn =
    session && kind !== 'published' && day(session.startsAt) !== day(entry.at)
      ? t('heldOn', { day: day(session.startsAt) })
      : null
  const note = [beside, heldOn, entry.text].filter(Boolean).join(' · ')
  return (
    <li className={classes.entry}>
      <span className={classes.sign}>
        <Sign entry={entry} />
      </span>
      <div>
        <div>{sentence}</div>
        {note && <div className={classes.entryNote}>{note}</div>}
      </div>
      <span className={classes.when}>
        <Time at={entry.at} zone={zone} relative dayOnly />
      </span>
    </li>
  )
}
