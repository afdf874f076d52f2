import { Stack, Text } from '@mantine/core'
import { type Activity, activityApi } from '@ngopi/shared/activity'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { askPages } from '../../lib/query.ts'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { DataList } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { settingsStrings } from '../accounts/settings.strings.ts'
import { ActivityChange } from './activity-change.tsx'

const subjects = [
  'offices',
  'users',
  'outlets',
  'journalists',
  'affiliations',
  'series',
  'sessions',
  'invitations',
  'attendances',
  'questions',
  'coverage',
  'holidays',
  'segments',
  'message_templates',
  'session_letters',
  'minutes',
  'office_logos',
  'reminder_steps',
  'representations',
] as const
type Subject = (typeof subjects)[number]

const isSubject = (name: string): name is Subject => (subjects as readonly string[]).includes(name)

export const ActivityPage = () => {
  const t = useT(settingsStrings)
  const zone = useOfficeZone()
  const [open, setOpen] = useState<Activity>()
  const list = useInfiniteQuery(askPages(activityApi.list, { query: { limit: 50 } }))
  const actorOf = ({ actor }: Activity) =>
    actor.name ?? t(actor.kind === 'invitation' ? 'guest' : actor.kind === 'job' ? 'job' : 'system')
  const whatOf = ({ action, subject }: Activity) =>
    `${t(`action_${action}`)} ${t(isSubject(subject) ? `subject_${subject}` : 'subject_other')}`
  const nameIn = ({ after }: Activity) => {
    const { full_name, title, name } = (after ?? {}) as Record<string, unknown>
    const found = full_name ?? title ?? name
    return typeof found === 'string' ? found : undefined
  }
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('activityIntro')}</Text>
      <DataList
        query={list}
        label={t('activity')}
        rowKey={(activity) => activity.id}
        rowName={(activity) => `${actorOf(activity)} ${whatOf(activity)}`}
        columns={[
          { key: 'who', title: t('who'), render: actorOf },
          {
            key: 'what',
            title: t('what'),
            width: 420,
            render: (activity) => [whatOf(activity), nameIn(activity)].filter(Boolean).join(': '),
          },
          {
            key: 'when',
            title: t('when'),
            width: 230,
            render: (activity) => <Time at={activity.at} zone={zone} />,
          },
        ]}
        onOpen={setOpen}
        openKey={open?.id}
        empty={<EmptyState icon="check" title={t('noActivity')} text={t('noActivityText')} />}
      />
      <SidePanel
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open ? `${actorOf(open)} ${whatOf(open)}` : ''}
      >
        {open && <ActivityChange activity={open} />}
      </SidePanel>
    </Stack>
  )
}
