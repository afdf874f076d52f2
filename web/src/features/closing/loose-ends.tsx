import { Text, Title } from '@mantine/core'
import type { Attendance } from '@ngopi/shared/attendance'
import { commitmentsApi } from '@ngopi/shared/commitments'
import { materialsApi } from '@ngopi/shared/materials'
import { minutesApi } from '@ngopi/shared/minutes'
import type { Session } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { questionsOptions } from '../questions/api.ts'
import classes from './closing.module.css'
import { closingStrings } from './closing.strings.ts'

interface End {
  icon: IconName
  text: string
  to: string
}

/** What a session leaves to do, each with the way there. */
export const LooseEnds = ({
  session: { id },
  guests,
}: {
  session: Pick<Session, 'id'>
  guests: readonly Attendance[]
}) => {
  const t = useT(closingStrings)
  const questions = useQuery(questionsOptions(id))
  const commitments = useQuery(
    ask(commitmentsApi.list, { query: { sessionId: id, state: ['open'], limit: 100 } }),
  )
  const materials = useQuery(ask(materialsApi.list, { params: { id } }))
  const minutes = useQuery(ask(minutesApi.get, { params: { id } }))
  const all = [questions, commitments, materials, minutes]
  const failed = all.find(({ error }) => error)
  const unanswered =
    questions.data?.filter(({ state }) => state === 'waiting' || state === 'live').length ?? 0
  const open = commitments.data?.items.length ?? 0
  const ends: End[] = []
  if (unanswered > 0)
    ends.push({
      icon: 'chat',
      text: t('ends.questions', { count: unanswered }),
      to: paths.sessionQuestions(id),
    })
  if (open > 0)
    ends.push({ icon: 'clock', text: t('ends.promises', { count: open }), to: paths.promises })
  if (materials.data?.items.length === 0)
    ends.push({ icon: 'archive', text: t('ends.materials'), to: paths.sessionMaterials(id) })
  if (minutes.data && !minutes.data.signedAt)
    ends.push({
      icon: 'edit',
      text: t(minutes.data.saved ? 'ends.signature' : 'ends.draft'),
      to: paths.sessionMinutes(id),
    })
  const provisional = guests.filter(
    ({ flags, status }) => status === 'present' && flags.includes('provisional'),
  )
  return (
    <section>
      <Title order={2} mb={4}>
        {t('ends.title')}
      </Title>
      {failed?.error && <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      {all.some(({ isPending }) => isPending) && !failed && <SkeletonRows rows={3} />}
      {all.every(({ data }) => data) && ends.length + provisional.length === 0 && (
        <Text c="dimmed">{t('ends.none')}</Text>
      )}
      <ul className={classes.list}>
        {provisional.length > 0 && (
          <li className={classes.end}>
            <Icon name="people" size={18} />
            <span>
              {t('ends.provisional', { count: provisional.length })}:{' '}
              {provisional.map(({ journalist }, position) => (
                <Fragment key={journalist.id}>
                  {position > 0 && ', '}
                  <AppLink to={paths.journalist(journalist.id)}>{journalist.fullName}</AppLink>
                </Fragment>
              ))}
            </span>
          </li>
        )}
        {ends.map(({ icon, text, to }) => (
          <li key={text} className={classes.end}>
            <Icon name={icon} size={18} />
            <AppLink to={to}>{text}</AppLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
