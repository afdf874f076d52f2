import { ActionIcon, Button, Menu } from '@mantine/core'
import { type Session, sessionsApi } from '@ngopi/shared/sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { hasBegun, nextStep } from '../../lib/next-step.ts'
import { readAgain } from '../../lib/query.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { paths } from '../../paths.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { errorToast, toast } from '../../ui/toast.tsx'
import { sessionOptions } from './api.ts'
import { CancelSessionDialog } from './session-dialogs.tsx'
import { sessionsStrings } from './sessions.strings.ts'

interface SessionActionsProps {
  session: Session
  /** The page below has the one filled button itself. */
  quiet: boolean
  onEdit: () => void
}

/** The one thing a session asks for now, and whatever else can be done in a menu beside it. */
export const SessionActions = ({ session, quiet, onEdit }: SessionActionsProps) => {
  const t = useT(sessionsStrings)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [cancelling, setCancelling] = useState(false)
  const now = Date.now()
  const step = nextStep(session, now)
  const params = { id: session.id }

  const take = (saved: Session) => {
    cache.setQueryData(sessionOptions(saved.id).queryKey, saved)
    void readAgain(cache, 'sessions')
    setCancelling(false)
  }
  const publish = useMutation({
    mutationFn: () => call(sessionsApi.publish, { params }),
    onSuccess: (saved) => {
      take(saved)
      void toast(t('published'))
    },
    onError: (error) => void errorToast(error),
  })
  const archive = useUndoable<Session>({
    run: () => call(sessionsApi.archive, { params }),
    undo: () => call(sessionsApi.restore, { params }),
    message: ({ title }) => t('archived', { title }),
    refreshes: ['sessions'],
  })
  const invite = { to: paths.invite(session.id) }

  const look = { variant: quiet ? 'default' : 'filled' }
  const primary =
    step &&
    {
      publish: (
        <Button {...look} loading={publish.isPending} onClick={() => publish.mutate()}>
          {t('act.publish')}
        </Button>
      ),
      invite: (
        <ButtonLink {...look} {...invite} leftSection={<Icon name="plus" size={18} />}>
          {t('act.invite')}
        </ButtonLink>
      ),
      door: (
        <ButtonLink
          {...look}
          to={paths.door(session.id)}
          leftSection={<Icon name="door" size={18} />}
        >
          {t('act.door')}
        </ButtonLink>
      ),
      complete: (
        <ButtonLink {...look} to={paths.finishSession(session.id)}>
          {t('act.complete')}
        </ButtonLink>
      ),
    }[step]

  const item = (icon: IconName, label: string, onClick: () => void) => (
    <Menu.Item leftSection={<Icon name={icon} size={18} />} onClick={onClick}>
      {label}
    </Menu.Item>
  )
  const open = session.status === 'draft' || session.status === 'published'
  return (
    <>
      {primary}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('act.more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {item('edit', t('act.edit'), onEdit)}
          {open && step !== 'invite' && item('plus', t('act.invite'), () => void navigate(invite))}
          {session.status === 'published' &&
            step !== 'door' &&
            item('door', t('act.door'), () => void navigate({ to: paths.door(session.id) }))}
          {item(
            'copy',
            t('act.copy'),
            () => void navigate({ to: paths.sessions, search: { baru: '1', salin: session.id } }),
          )}
          {session.status === 'published' &&
            step !== 'complete' &&
            hasBegun(session, now) &&
            item(
              'check',
              t('act.complete'),
              () => void navigate({ to: paths.finishSession(session.id) }),
            )}
          {session.status === 'done' &&
            item(
              'check',
              t('act.after'),
              () => void navigate({ to: paths.finishSession(session.id) }),
            )}
          {session.status !== 'published' &&
            item('archive', t('act.archive'), async () => {
              if (await archive(session)) void navigate({ to: paths.sessions })
            })}
          {open && (
            <>
              <Menu.Divider />
              {item('close', t('act.cancel'), () => setCancelling(true))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <CancelSessionDialog
        session={session}
        opened={cancelling}
        onClose={() => setCancelling(false)}
        onDone={take}
      />
    </>
  )
}
