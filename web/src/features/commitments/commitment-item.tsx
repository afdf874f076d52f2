import { Badge, Button, Group, Text } from '@mantine/core'
import { type Commitment, commitmentsApi } from '@ngopi/shared/commitments'
import { useMutation } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { Day } from '../../lib/time.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { paths } from '../../paths.ts'
import entry from '../../ui/entry-list.module.css'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { errorToast } from '../../ui/toast.tsx'
import { commitmentStrings } from './commitment.strings.ts'
import { useRefreshCommitments } from './commitment-panels.tsx'
import classes from './commitments.module.css'

/** One promise, and what can be done about it. */
export const CommitmentItem = ({
  commitment,
  onEdit,
  onSettle,
  onTell,
}: {
  commitment: Commitment
  onEdit: () => void
  onSettle: () => void
  onTell: () => void
}) => {
  const t = useT(commitmentStrings)
  const common = useT(commonStrings)
  const own = commitment.officeId === useUser().office.id
  const maySettle = useMay(commitmentsApi.settle) && own
  const mayTell = useMay(commitmentsApi.tell) && own
  const refresh = useRefreshCommitments()
  const reopen = useMutation({
    mutationFn: () => call(commitmentsApi.reopen, { params: { id: commitment.id } }),
    onSuccess: refresh,
    onError: (error) => void errorToast(error),
  })
  const params = { id: commitment.id }
  const archive = useUndoable({
    run: () => call(commitmentsApi.archive, { params }),
    undo: () => call(commitmentsApi.restore, { params }),
    message: () => t('archived'),
    refreshes: ['commitments', 'sessions', 'home'],
  })
  const open = commitment.state === 'open'
  return (
    <li className={entry.item}>
      <div className={entry.body}>
        <Text size="xs" c="dimmed" component="div" className={entry.meta}>
          <span>
            {t('due')} <Day day={commitment.dueOn} />
          </span>
          <span>{commitment.owner.name}</span>
          {commitment.journalist && (
            <span>{t('to', { name: commitment.journalist.fullName })}</span>
          )}
          {commitment.offRecord && (
            <Badge variant="outline" color="gray" radius="sm" tt="none" fw={600}>
              {t('offRecord')}
            </Badge>
          )}
          {!open && <span>{t(`state.${commitment.state}`)}</span>}
        </Text>
        <p className={entry.question}>
          {commitment.text}
          {commitment.overdue && (
            <span className={classes.overdue}>
              <Icon name="warning" size={16} />
              {t('overdue')}
            </span>
          )}
        </p>
        {commitment.outcome && <div className={entry.answer}>{commitment.outcome}</div>}
        {commitment.toldChannel && (
          <Text size="xs">{t('told', { channel: t(`channel.${commitment.toldChannel}`) })}</Text>
        )}
        {commitment.session && (
          <Text size="xs">
            <AppLink to={paths.sessionQuestions(commitment.session.id)}>
              {commitment.session.title}
            </AppLink>
          </Text>
        )}
      </div>
      <Group gap={4} className={entry.acts}>
        {open && maySettle && (
          <Button size="compact-sm" variant="default" onClick={onSettle}>
            {t('settle')}
          </Button>
        )}
        {!open && mayTell && commitment.journalist && (
          <Button size="compact-sm" variant="default" onClick={onTell}>
            {t('tell')}
          </Button>
        )}
        {!open && maySettle && (
          <Button size="compact-sm" variant="subtle" onClick={() => reopen.mutate()}>
            {t('reopen')}
          </Button>
        )}
        {open && mayTell && (
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {common('edit')}
          </Button>
        )}
        {mayTell && (
          <Button size="compact-sm" variant="subtle" onClick={() => void archive(commitment)}>
            {common('archive')}
          </Button>
        )}
      </Group>
    </li>
  )
}
