import { Alert, Text } from '@mantine/core'
import type { Minutes } from '@ngopi/shared/minutes'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './minutes.module.css'
import { minutesStrings } from './minutes.strings.ts'

interface MinutesStateProps {
  minutes: Minutes
  zone: string
}

/** Whether the minutes are a draft, saved by whom, or signed, and what of them is off the record by now. */
export const MinutesState = (props: MinutesStateProps) => {
  const t = useT(minutesStrings)
  const { offRecordIn, signedAt } = props.minutes
  const numbers = offRecordIn.join(', ')
  return (
    <>
      <MinutesStanding {...props} />
      {numbers !== '' && (
        <Alert className={classes.state} variant="light" icon={<Icon name="warning" />}>
          <Text>
            {signedAt ? t('offRecordSigned', { numbers }) : t('offRecordIn', { numbers })}
          </Text>
        </Alert>
      )}
    </>
  )
}

const MinutesStanding = ({ minutes, zone }: MinutesStateProps) => {
  const t = useT(minutesStrings)
  const { saved, signedAt, signedBy, versions } = minutes
  const [last] = versions
  if (!saved)
    return (
      <Alert className={classes.state} variant="light" color="gray" icon={<Icon name="info" />}>
        <Text>{t('draft')}</Text>
      </Alert>
    )
  if (signedAt)
    return (
      <Alert className={classes.state} variant="light" color="gray" icon={<Icon name="check" />}>
        <Text>
          {signedBy ? t('signedBy', { name: signedBy.name }) : t('signed')} ·{' '}
          <Time at={signedAt} zone={zone} />
        </Text>
        <Text>{t('closed')}</Text>
      </Alert>
    )
  if (!last) return null
  const { number, by, at } = last
  return (
    <Text className={classes.state} c="dimmed" role="status">
      {by ? t('savedBy', { number, name: by.name }) : t('savedBySystem', { number })} ·{' '}
      <Time at={at} zone={zone} relative />. {t('unsigned')}
    </Text>
  )
}
