import { Button, Switch, Text, Title } from '@mantine/core'
import { type ReminderStep, remindersApi } from '@ngopi/shared/reminders'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { formatInstant } from '../../lib/format-time.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { paths } from '../../paths.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { reminderOffsetsStrings } from '../sessions/reminder-offsets.strings.ts'
import { RecipientsText } from './recipients-text.tsx'
import classes from './reminders.module.css'
import { remindersStrings } from './reminders.strings.ts'

const looks = {
  planned: { shape: 'hollow', color: 'silent' },
  paused: { shape: 'half', color: 'maybe' },
  sent: { shape: 'full', color: 'attending' },
  failed: { shape: 'struck', color: 'cancelled' },
  missed: { shape: 'struck', color: 'declined' },
  off: { shape: 'hollow', color: 'silent' },
} as const

interface StepProps {
  sessionId: string
  /** IANA zone of the session. */
  zone: string
  step: ReminderStep
  /** Whether the session still takes reminders, and the reader may steer them. */
  steers: boolean
  onRecipients: () => void
  onSendNow: () => void
}

/** One reminder on the line of days: when, to whom, and what can still be done about it. */
export const ReminderStepItem = ({
  sessionId,
  zone,
  step,
  steers,
  onRecipients,
  onSendNow,
}: StepProps) => {
  const t = useT(remindersStrings)
  const offsets = useT(reminderOffsetsStrings)
  const locale = useLocale()
  const name = offsets('step', { days: step.daysBefore })
  const pause = (paused: boolean) =>
    call(remindersApi.pause, { params: { id: sessionId, step: step.step }, body: { paused } })
  const setPaused = useUndoable({
    run: pause,
    undo: (paused: boolean) => pause(!paused),
    message: (paused) => t(paused ? 'paused' : 'resumed', { step: name }),
    refreshes: ['sessions', 'reminders'],
  })
  const { state, recipients } = step
  const pausable = state === 'planned' || state === 'paused'
  const time = step.sentAt ? formatInstant(step.sentAt, zone, locale) : ''
  return (
    <li className={classes.step}>
      <span className={classes.dot}>
        <Glyph {...looks[state]} />
      </span>
      <div className={classes.title}>
        <Title order={2} size="h3">
          {name} · {formatInstant(step.dueAt, zone, locale, { long: true })}
        </Title>
        <Text c="dimmed">{t(`state.${state}`, { time })}</Text>
      </div>
      {pausable && step.sendsAt !== step.dueAt && (
        <Text size="sm">{t('held', { time: formatInstant(step.sendsAt, zone, locale) })}</Text>
      )}
      {state === 'missed' ? (
        <Text size="sm">
          {t('missedWhy')} {steers && t('missedSend')}
        </Text>
      ) : (
        <RecipientsText recipients={recipients} />
      )}
      <div className={classes.actions}>
        {steers && pausable && (
          <Switch
            size="sm"
            label={t('automatic')}
            aria-label={t('automaticOf', { step: name })}
            checked={state === 'planned'}
            onChange={(event) => void setPaused(!event.currentTarget.checked)}
          />
        )}
        {state !== 'missed' && (
          <Button variant="subtle" size="compact-sm" onClick={onRecipients}>
            {t('recipients')}
          </Button>
        )}
        {steers && state !== 'sent' && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('sendNowOf', { step: name })}
            onClick={onSendNow}
          >
            {t('sendNow')}
          </Button>
        )}
        {steers && state === 'sent' && recipients.byWhatsapp > 0 && (
          <ButtonLink
            variant="subtle"
            size="compact-sm"
            to={paths.whatsappQueue(sessionId)}
            search={{ jenis: 'reminder' }}
          >
            {t('queue')}
          </ButtonLink>
        )}
      </div>
    </li>
  )
}
