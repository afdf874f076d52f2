import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { invitationsApi } from '@ngopi/shared/invitations'
import type { JournalistListItem } from '@ngopi/shared/journalists'
import type { Session } from '@ngopi/shared/sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { call, newIdempotencyKey } from '../../lib/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import classes from './invitations.module.css'
import { inBatches, type Skipped } from './invite-batches.ts'
import { InviteList } from './invite-list.tsx'
import { invitationsMessages } from './messages.ts'

interface Result {
  created: number
  skipped: readonly Skipped[]
}

const InviteResult = ({
  result,
  names,
  onSend,
  onMore,
}: {
  result: Result
  names: ReadonlyMap<string, string>
  onSend: (() => void) | undefined
  onMore: () => void
}) => {
  const t = useT(invitationsMessages)
  return (
    <Stack gap="lg">
      <div role="status">
        <Title order={2}>{t('invite.done', { count: result.created })}</Title>
        {result.created > 0 && <Text c="dimmed">{t('invite.nothingSent')}</Text>}
      </div>
      {result.skipped.length > 0 && (
        <section>
          <Title order={3} mb="xs">
            {t('invite.skipped', { count: result.skipped.length })}
          </Title>
          <ul className={classes.people}>
            {result.skipped.map((one) => (
              <li key={one.journalistId} className={classes.person} data-disabled>
                <span className={classes.personText}>
                  {names.get(one.journalistId) ?? one.journalistId}
                </span>
                <span className={classes.personEnd}>{t(`invite.reason.${one.reason}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group gap="sm">
        {onSend && result.created > 0 && <Button onClick={onSend}>{t('invite.sendNow')}</Button>}
        <Button variant="default" onClick={onMore}>
          {t('invite.inviteMore')}
        </Button>
      </Group>
    </Stack>
  )
}

interface InviteProps {
  session: Session
  onSend: () => void
  onClose: () => void
}

const Invite = ({ session, onSend, onClose }: InviteProps) => {
  const t = useT(invitationsMessages)
  const common = useT(commonMessages)
  const cache = useQueryClient()
  // Names travel with the choice: a skipped one is named although no longer on the list.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const invite = useMutation({
    mutationFn: async (people: ReadonlyMap<string, string>): Promise<Result> => {
      const result = { created: 0, skipped: [] as Skipped[] }
      for (const batch of inBatches([...people.keys()])) {
        const answer = await call(
          invitationsApi.create,
          {
            params: { id: session.id },
            body: { invitees: batch.map((journalistId) => ({ journalistId })) },
          },
          { idempotencyKey: newIdempotencyKey() },
        )
        result.created += answer.created.length
        result.skipped.push(...answer.skipped)
      }
      return result
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['sessions'] })
      void cache.invalidateQueries({ queryKey: ['journalists'] })
    },
  })
  if (invite.data)
    return (
      <InviteResult
        result={invite.data}
        names={chosen}
        onSend={session.status === 'published' ? onSend : undefined}
        onMore={() => {
          setChosen(new Map())
          invite.reset()
        }}
      />
    )
  const toggle = (people: readonly JournalistListItem[], on: boolean) =>
    setChosen((before) => {
      const next = new Map(before)
      for (const one of people) {
        if (on) next.set(one.id, one.fullName)
        else next.delete(one.id)
      }
      return next
    })
  const count = chosen.size
  return (
    <>
      <InviteList sessionId={session.id} chosen={chosen} onToggle={toggle} />
      <div className={classes.tray}>
        {invite.error && <ErrorNotice error={invite.error} kept />}
        <Group gap="xs" role="status">
          <Text fw={count > 0 ? 600 : 400} c={count > 0 ? undefined : 'dimmed'}>
            {count > 0 ? t('invite.chosen', { count }) : t('invite.chooseFirst')}
          </Text>
          {count > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => setChosen(new Map())}
            >
              {common('clearSelection')}
            </Button>
          )}
        </Group>
        <Group gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            disabled={count === 0}
            loading={invite.isPending}
            onClick={() => invite.mutate(chosen)}
          >
            {count > 0 ? t('invite.submit', { count }) : t('invite.submitNone')}
          </Button>
        </Group>
      </div>
    </>
  )
}

/** Choosing many at once: the whole height of the screen, the choice always in view. */
export const InvitePanel = ({ opened, ...props }: InviteProps & { opened: boolean }) => {
  const t = useT(invitationsMessages)
  return (
    <SidePanel opened={opened} onClose={props.onClose} title={t('invite.title')} size={820}>
      {opened && <Invite {...props} />}
    </SidePanel>
  )
}
