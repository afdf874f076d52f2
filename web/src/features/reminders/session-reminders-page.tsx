import { Button, Text } from '@mantine/core'
import { remindersApi } from '@ngopi/shared/reminders'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { flag, text, useSearchParams } from '../../lib/search-params.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSession } from '../sessions/api.ts'
import { OffsetsPanel } from './offsets-panel.tsx'
import { RecipientsPanel } from './recipients-panel.tsx'
import { ReminderStepItem } from './reminder-step.tsx'
import classes from './reminders.module.css'
import { remindersStrings } from './reminders.strings.ts'
import { SendNowDialog } from './send-now-dialog.tsx'

const spec = { atur: flag, penerima: text, kirim: text }

/** What goes out by itself before a session: when, to whom, and what was sent. */
export const SessionRemindersPage = () => {
  const t = useT(remindersStrings)
  const user = useUser()
  const session = useSession()
  const mayEdit = useMay(remindersApi.pause) && session.officeId === user.office.id
  const [params, setParams] = useSearchParams(spec)
  const list = useQuery(ask(remindersApi.list, { params: { id: session.id } }))
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={3} height={112} />
  const { source, items } = list.data
  const changeable = mayEdit && (session.status === 'draft' || session.status === 'published')
  const steers =
    mayEdit && session.status === 'published' && Date.parse(session.startsAt) > Date.now()
  const find = (step: string) => items.find((one) => one.step === step)
  const edit = changeable && (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<Icon name="edit" size={16} />}
      onClick={() => setParams({ atur: true }, { push: true })}
    >
      {t('edit')}
    </Button>
  )
  return (
    <>
      {items.length > 0 && (
        <div className={classes.head}>
          <Text c="dimmed">{t(`from.${source}`)}</Text>
          {edit}
        </div>
      )}
      {session.status === 'draft' && items.length > 0 && <Text mb="lg">{t('offDraft')}</Text>}
      {session.status === 'cancelled' && <Text mb="lg">{t('offCancelled')}</Text>}
      {items.length === 0 && (
        <EmptyState icon="clock" title={t('empty')} text={t('emptyText')} action={edit} />
      )}
      <ol className={classes.steps} aria-label={t('label')}>
        {items.map((step) => (
          <ReminderStepItem
            key={step.step}
            sessionId={session.id}
            zone={session.timeZone}
            step={step}
            steers={steers}
            onRecipients={() => setParams({ penerima: step.step }, { push: true })}
            onSendNow={() => setParams({ kirim: step.step }, { push: true })}
          />
        ))}
      </ol>
      <RecipientsPanel
        sessionId={session.id}
        step={find(params.penerima)}
        onClose={() => setParams({ penerima: '' })}
      />
      {steers && (
        <SendNowDialog
          sessionId={session.id}
          step={find(params.kirim)}
          onClose={() => setParams({ kirim: '' })}
        />
      )}
      {changeable && (
        <OffsetsPanel
          opened={params.atur}
          session={session}
          onClose={() => setParams({ atur: false })}
        />
      )}
    </>
  )
}
