import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core'
import type { SeriesEffect } from '@ngopi/shared/series'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { formatInstant } from '../../lib/format-time.ts'
import classes from './series.module.css'
import { seriesStrings } from './series.strings.ts'
import { effectWords } from './series-effect-words.ts'

const mostShown = 6

const Touched = ({
  title,
  text,
  sessions,
  zone,
}: {
  title: string
  text?: string
  sessions: SeriesEffect['changed']
  zone: string
}) => {
  const t = useT(seriesStrings)
  const locale = useLocale()
  if (sessions.length === 0) return null
  const more = sessions.length - mostShown
  return (
    <section>
      <Title order={3} size="sm">
        {title}
      </Title>
      {text && <Text c="dimmed">{text}</Text>}
      <ul className={classes.touched}>
        {sessions.slice(0, mostShown).map((one) => (
          <li key={one.sessionId}>
            <span>
              {formatInstant(one.startsAt, zone, locale)}
              {one.newStartsAt && ` → ${formatInstant(one.newStartsAt, zone, locale)}`}
            </span>
            <span className={classes.quiet}>
              {one.toReconfirm > 0
                ? t('effect.toReconfirm', { n: one.toReconfirm })
                : t('effect.invited', { n: one.invited })}
            </span>
          </li>
        ))}
        {more > 0 && <li className={classes.quiet}>{t('effect.more', { n: more })}</li>}
      </ul>
    </section>
  )
}

interface EffectDialogProps {
  title: string
  submitLabel: string
  /** Undefined while nothing is to be agreed to. */
  effect: SeriesEffect | undefined
  zone: string
  onAgree: () => void
  onClose: () => void
}

/** What a change would do, before it is done. */
export const SeriesEffectDialog = ({ effect, zone, ...props }: EffectDialogProps) => {
  const t = useT(seriesStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  // Kept while the dialog goes away.
  const [shown, setShown] = useState(effect)
  if (effect && effect !== shown) setShown(effect)
  return (
    <Modal
      opened={effect !== undefined}
      onClose={props.onClose}
      title={props.title}
      size="lg"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {shown && (
        <Stack gap="md">
          <Text fw={600}>{effectWords(shown, locale)}</Text>
          <Touched
            title={t('effect.offRule')}
            text={t('effect.offRuleText')}
            sessions={shown.offRule}
            zone={zone}
          />
          <Touched title={t('effect.changed')} sessions={shown.changed} zone={zone} />
          <Touched
            title={t('effect.leftAlone')}
            text={t('effect.leftAloneText')}
            sessions={shown.leftAlone}
            zone={zone}
          />
          <Group gap="sm" justify="flex-end">
            <Button variant="subtle" color="gray" onClick={props.onClose}>
              {t('effect.back')}
            </Button>
            <Button data-autofocus onClick={props.onAgree}>
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
