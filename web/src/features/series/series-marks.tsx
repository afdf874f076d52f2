import type { Series } from '@ngopi/shared/series'
import type { SessionListItem } from '@ngopi/shared/sessions'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDay } from '../../lib/format-time.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './series.module.css'
import { seriesStrings } from './series.strings.ts'
import { exceptionsOf } from './series-exceptions.ts'

/** Where a series stands. */
export const SeriesMark = ({
  series,
  undecided,
  ended = false,
}: {
  series: Series
  undecided: number
  /** Whether its rule names no day any more. */
  ended?: boolean
}) => {
  const t = useT(seriesStrings)
  const common = useT(commonStrings)
  if (series.archivedAt)
    return (
      <span className={classes.mark}>
        <Icon name="archive" size={14} />
        {common('archived')}
      </span>
    )
  if (undecided > 0)
    return (
      <span className={classes.mark} data-warning>
        <Icon name="warning" size={14} />
        {t('state.undecided', { n: undecided })}
      </span>
    )
  const over = ended || series.next !== null
  return (
    <span className={classes.mark}>
      <Glyph shape={over ? 'struck' : 'full'} color={over ? 'declined' : 'attending'} />
      {t(series.next ? 'state.continued' : ended ? 'state.ended' : 'state.running')}
    </span>
  )
}

/** In what a session differs from its series, in a word each. */
export const ExceptionMarks = ({
  session,
  series,
}: {
  session: SessionListItem
  series: Series
}) => {
  const t = useT(seriesStrings)
  const locale = useLocale()
  // What is to be decided stands under a heading that says so.
  const found = exceptionsOf(session, series).filter((kind) => kind !== 'undecided')
  return found.map((kind) => (
    <span key={kind} className={classes.exception}>
      {kind === 'moved' && session.occurrenceDate
        ? t('exception.movedFrom', { day: formatDay(session.occurrenceDate, locale) })
        : t(`exception.${kind}`)}
    </span>
  ))
}
