import { Text } from '@mantine/core'
import type { Coverage } from '@ngopi/shared/coverage'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useUser } from '../../lib/use-session.ts'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'
import { ToneText } from './tone-text.tsx'

/** All judgements so far, newest first, each with who and when; none replaces another. */
export const FormerReviews = ({ reviews }: { reviews: Coverage['reviews'] }) => {
  const t = useT(coverageStrings)
  const zone = useOfficeZone()
  const user = useUser()
  if (reviews.length === 0) return <Text c="dimmed">{t('review.formerNone')}</Text>
  return (
    <ol className={classes.former}>
      {reviews.map(({ id, by, at, decision, headlineTone, bodyTone, note }) => (
        <li key={id}>
          <div className={classes.formerLine}>
            <strong>{by.id === user.id ? t('review.you', { name: by.name }) : by.name}</strong>
            <Text c="dimmed" size="xs" span>
              <Time at={at} zone={zone} relative />
            </Text>
          </div>
          <div className={classes.formerLine}>
            <span>{t(`review.${decision}`)}</span>
            <ToneText review={{ headlineTone, bodyTone }} />
          </div>
          {note && <Text className={classes.note}>{note}</Text>}
        </li>
      ))}
    </ol>
  )
}
