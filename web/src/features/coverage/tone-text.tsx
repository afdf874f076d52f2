import type { CoverageListItem, Tone } from '@ngopi/shared/coverage'
import { useT } from '../../i18n.tsx'
import { ToneMark } from '../../ui/marks.tsx'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'

interface Tones {
  headlineTone: Tone | null
  bodyTone: Tone | null
}

/** Headline and body apart, in words; one word when both are alike. */
export const ToneText = ({ review }: { review: Tones }) => {
  const t = useT(coverageStrings)
  if (review.headlineTone === review.bodyTone) return <ToneMark tone={review.bodyTone} />
  return (
    <span className={classes.tones}>
      <span className={classes.quiet}>{t('toneOf.headline')}</span>
      <ToneMark tone={review.headlineTone} />
      <span className={classes.quiet}>{t('toneOf.body')}</span>
      <ToneMark tone={review.bodyTone} />
    </span>
  )
}

/** What the last person to look at it said; or that nobody has. */
export const LatestTone = ({ item }: { item: CoverageListItem }) => {
  const t = useT(coverageStrings)
  if (!item.latestReview) return <span className={classes.quiet}>{t('notReviewed')}</span>
  if (item.state === 'dismissed')
    return <span className={classes.quiet}>{t('state.dismissed')}</span>
  return <ToneText review={item.latestReview} />
}
