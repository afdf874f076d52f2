import { Group, Stack, Text, Title } from '@mantine/core'
import { invitationsApi } from '@ngopi/shared/invitations'
import type { Session } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink } from '../../ui/link.tsx'
import { AnswerMark } from '../../ui/marks.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import { AnswerForGuest } from '../rsvp/answer-for-guest.tsx'
import { answerToKeep, CrewForGuest } from '../rsvp/crew-for-guest.tsx'
import { GuestRelations } from '../rsvp/guest-relations.tsx'
import { RevokeInvitation } from '../rsvp/revoke-invitation.tsx'
import { SeatText } from '../rsvp/seat-text.tsx'
import { SubstituteGuest } from '../rsvp/substitute-guest.tsx'
import { GuestLetter } from '../sending/guest-letter.tsx'
import { MessagePanel } from '../sending/message-panel.tsx'
import { sendKindFor } from '../sending/to-send.ts'
import { InvitationHistory } from './invitation-history.tsx'

interface ContentProps {
  id: string
  session: Session
  /** Place in the queue, when waiting. */
  mayEdit: boolean
  onClose: () => void
}

const Content = ({ id, session, mayEdit, onClose }: ContentProps) => {
  const t = useT(invitationsStrings)
  const answers = useT(answersStrings)
  const { data, error, refetch } = useQuery(ask(invitationsApi.get, { params: { id } }))
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  const keeps = answerToKeep(data)
  const reason = [
    data.declineKind && answers(`kind.${data.declineKind}`),
    data.declineReason,
  ].filter(Boolean)
  const open = session.status === 'published' || session.status === 'draft'
  return (
    <Stack gap="xl">
      <div>
        <Text c="dimmed">{data.outlet?.name ?? t('noOutlet')}</Text>
        <AppLink to={paths.journalist(data.journalist.id)} display="inline-block">
          {t('panel.toJournalist')}
        </AppLink>
        <Group gap="md" mt="xs">
          <AnswerMark answer={data.answer} cancelled={session.status === 'cancelled'} />
          <SeatText invitation={data} zone={session.timeZone} />
        </Group>
        {reason.length > 0 && (
          <Text mt={4}>{t('panel.declinedBecause', { reason: reason.join(' · ') })}</Text>
        )}
        <GuestRelations invitation={data} />
      </div>
      {mayEdit && open && data.answer !== 'substituted' && (
        <section>
          <Title order={3} mb="xs">
            {t('panel.answerFor')}
          </Title>
          <AnswerForGuest invitation={data} late={Date.parse(session.rsvpClosesAt) <= Date.now()} />
        </section>
      )}
      {mayEdit && open && keeps && (
        <section>
          <Title order={3} mb="xs">
            {answers('crew.title')}
          </Title>
          <CrewForGuest key={data.version} invitation={data} answer={keeps} />
        </section>
      )}
      {mayEdit && session.status === 'published' && (
        <section>
          <Title order={3} mb="xs">
            {answers('substitute.title')}
          </Title>
          <SubstituteGuest invitation={data} />
        </section>
      )}
      {mayEdit && session.status !== 'draft' && data.answer !== 'substituted' && (
        <section>
          <Title order={3} mb="xs">
            {t('panel.message')}
          </Title>
          <MessagePanel invitation={data} kind={sendKindFor(data, session.status)} />
        </section>
      )}
      <GuestLetter sessionId={session.id} invitationId={data.id} />
      <section>
        <Title order={3} mb="xs">
          {t('panel.history')}
        </Title>
        <InvitationHistory detail={data} zone={session.timeZone} />
      </section>
      {mayEdit && open && <RevokeInvitation invitation={data} onRevoked={onClose} />}
    </Stack>
  )
}

interface InvitationPanelProps extends ContentProps {
  /** Known from the list before the whole record is read. */
  name: string | undefined
}

/** One guest: where they stand, how to reach them, what happened so far. */
export const InvitationPanel = ({ name, ...props }: InvitationPanelProps) => (
  <SidePanel opened={props.id !== ''} onClose={props.onClose} title={name ?? '…'} size={520}>
    {props.id && <Content key={props.id} {...props} />}
  </SidePanel>
)
