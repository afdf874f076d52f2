import { Button, Progress, Text } from '@mantine/core'
import type { Invitation } from '@ngopi/shared/invitations'
import type { Session } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { allInvitations } from './api.ts'
import { invitationsMessages } from './messages.ts'
import { SendStep } from './send-step.tsx'
import { type SendKind, waitsFor } from './to-send.ts'

interface WorkProps {
  /** Fixed when the work began, so that guests done do not slip away under the hand. */
  guests: readonly Invitation[]
  kind: SendKind
  onClose: () => void
}

const Work = ({ guests, kind, onClose }: WorkProps) => {
  const t = useT(invitationsMessages)
  const common = useT(commonMessages)
  const [at, setAt] = useState(0)
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const guest = guests[at]
  if (guests.length === 0)
    return <EmptyState icon="check" title={t('send.emptyTitle')} text={t('send.emptyText')} />
  if (!guest)
    return (
      <div role="status">
        <EmptyState
          icon="check"
          title={t('send.doneTitle')}
          text={t('send.doneText', { count: sent.size })}
          action={
            <Button autoFocus variant="default" onClick={onClose}>
              {common('close')}
            </Button>
          }
        />
      </div>
    )
  return (
    <>
      <Text c="dimmed" mb={4} aria-live="polite">
        {t('send.place', { place: at + 1, count: guests.length })}
      </Text>
      <Progress
        value={(at / guests.length) * 100}
        size="sm"
        mb="lg"
        aria-label={t('send.progress')}
      />
      <SendStep
        key={guest.id}
        invitation={guest}
        kind={kind}
        onSent={() => {
          setSent(new Set(sent).add(guest.id))
          setAt(at + 1)
        }}
        onSkip={() => setAt(at + 1)}
        onBefore={at > 0 ? () => setAt(at - 1) : undefined}
      />
    </>
  )
}

const Start = ({
  session,
  kind,
  onClose,
}: {
  session: Session
  kind: SendKind
  onClose: () => void
}) => {
  const { data, error, refetch } = useQuery(allInvitations(session.id))
  const [guests, setGuests] = useState<readonly Invitation[]>()
  if (error && !guests) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!guests) {
    if (!data) return <SkeletonRows rows={6} />
    setGuests(data.filter((one) => waitsFor(one, kind)))
    return null
  }
  return <Work guests={guests} kind={kind} onClose={onClose} />
}

interface SendPanelProps {
  session: Session
  /** What is being sent; undefined keeps the panel shut. */
  kind: SendKind | undefined
  onClose: () => void
}

/** Sending guest by guest: open, mark, next, without looking for anybody. */
export const SendPanel = ({ session, kind, onClose }: SendPanelProps) => {
  const t = useT(invitationsMessages)
  return (
    <SidePanel
      opened={kind !== undefined}
      onClose={onClose}
      title={kind ? t(`send.title.${kind}`) : ''}
      size={560}
    >
      {kind && <Start key={kind} session={session} kind={kind} onClose={onClose} />}
    </SidePanel>
  )
}
