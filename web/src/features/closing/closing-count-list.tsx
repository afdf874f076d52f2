import type { ClosingCounts } from '@ngopi/shared/closings'
import { useLocale, useT } from '../../i18n.tsx'
import { formatNumber } from '../../lib/format-time.ts'
import classes from './closing.module.css'
import { closingStrings } from './closing.strings.ts'

const lines = ['invited', 'attending', 'attended', 'walkIns', 'absent', 'excused', 'asked'] as const

/** The counts of a session; beside each, what it has become since. */
export const ClosingCountList = ({
  counts,
  now,
}: {
  counts: ClosingCounts
  now?: ClosingCounts
}) => {
  const t = useT(closingStrings)
  const locale = useLocale()
  return (
    <dl className={classes.counts}>
      {lines.map((line) => (
        <div key={line} className={classes.count}>
          <dt>{t(`counts.${line}`)}</dt>
          {now && now[line] !== counts[line] && (
            <dd className={classes.quiet}>{t('counts.now', { value: now[line] })}</dd>
          )}
          <dd>{formatNumber(counts[line], locale)}</dd>
        </div>
      ))}
    </dl>
  )
}
