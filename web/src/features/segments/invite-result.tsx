import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { toast } from '../../ui/toast.tsx'
import { ReasonList } from './reason-list.tsx'
import classes from './segments.module.css'
import { segmentsStrings } from './segments.strings.ts'
import type { Invited } from './use-invite.ts'
import { useUndoInvite } from './use-undo-invite.ts'

/** What became of an invitation: how many, who not and why, and the step that follows. */
export const InviteResult = ({
  session,
  invited,
  names,
  said,
  onMore,
}: {
  session: Session
  invited: Invited
  names: ReadonlyMap<string, string>
  /** What happened, where counting would not tell it. */
  said?: string | undefined
  onMore: () => void
}) => {
  const t = useT(segmentsStrings)
  const published = session.status === 'published'
  const count = invited.created.length
  // Who was invited before and only became a coordinator was not invited by this.
  const undoable = invited.created.filter((id) => !invited.standing.includes(id))
  const undo = useUndoInvite(session.id, ({ withdrawn, kept }) => {
    if (kept.length > 0) return
    void toast(t('result.undone', { count: withdrawn.length }))
    onMore()
  })
  const stillInvited = undo.data?.kept ?? []
  return (
    <Stack gap="lg" maw={640} mt="lg">
      <div role="status">
        <Title order={2}>{said ?? t('result.done', { count })}</Title>
        {count > 0 && <Text c="dimmed">{t('result.nothingSent')}</Text>}
      </div>
      {invited.skipped.length > 0 && (
        <section>
          <Title order={3} mb={4}>
            {t('result.skipped')}
          </Title>
          <ReasonList
            people={invited.skipped.map(({ journalistId, reason }) => ({
              name: names.get(journalistId) ?? journalistId,
              reason,
            }))}
          />
        </section>
      )}
      <Group gap="sm">
        {count > 0 && (
          <ButtonLink
            to={published ? paths.sessionInvitations(session.id) : paths.session(session.id)}
            search={published ? { kirim: 'invitation' } : {}}
          >
            {t(published ? 'result.send' : 'result.publishFirst')}
          </ButtonLink>
        )}
        <ButtonLink to={paths.sessionInvitations(session.id)} variant="default">
          {t('result.toList')}
        </ButtonLink>
        <Button variant="subtle" onClick={onMore}>
          {t('result.more')}
        </Button>
        {undoable.length > 0 && !undo.data && (
          <Button
            variant="subtle"
            color="gray"
            loading={undo.isPending}
            onClick={() => undo.mutate(undoable)}
          >
            {t('result.undo')}
          </Button>
        )}
      </Group>
      {undo.data && stillInvited.length > 0 && (
        <section role="status">
          <Text>{t('result.undone', { count: undo.data.withdrawn.length })}</Text>
          <Title order={3} mt="sm" mb={4}>
            {t('result.keptTitle')}
          </Title>
          <ul className={classes.kept}>
            {stillInvited.map(({ invitationId, fullName, reason }) => (
              <li key={invitationId}>
                {fullName || t('reason.unknown')}: {t(`result.kept.${reason}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {undo.error && <ErrorNotice error={undo.error} />}
    </Stack>
  )
}
