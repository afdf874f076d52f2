import { Stack, Text } from '@mantine/core'
import type { Office } from '@ngopi/shared/offices'
import { useT } from '../../i18n.tsx'
import classes from '../templates/templates.module.css'
import { durationOf } from './offer-duration.ts'
import { sendingStrings } from './sending.strings.ts'

/** How the office sends, for those who may not change it. */
export const SendingFacts = ({ office }: { office: Office }) => {
  const t = useT(sendingStrings)
  const { quietHours: quiet, reminders, seatPolicy, offerMinutes } = office.sending
  const clock = (time: string) => time.replace(':', '.')
  const { unit, n } = durationOf(offerMinutes)
  const policy = t(`policy.${seatPolicy}`)
  const facts = [
    [
      t('quiet'),
      quiet
        ? t('quietIs', { from: clock(quiet.from), until: clock(quiet.until) })
        : t('quietNever'),
    ],
    [
      t('reminders'),
      reminders
        .map(({ daysBefore, at }) => t('reminder', { days: daysBefore, at: clock(at) }))
        .join('\n') || t('noReminders'),
    ],
    [t('seats'), seatPolicy === 'offer' ? `${policy} (${t(`duration.${unit}`, { n })})` : policy],
  ] as const
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('readOnly')}</Text>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Stack>
  )
}
