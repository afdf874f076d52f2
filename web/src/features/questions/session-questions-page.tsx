import { Button, Group, Switch } from '@mantine/core'
import { questionsApi } from '@ngopi/shared/questions'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useT } from '../../i18n.tsx'
import { flag, oneOf, text, useSearchParams } from '../../lib/search-params.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSession } from '../sessions/api.ts'
import { questionsOptions } from './api.ts'
import { EditQuestionForm, NewQuestionForm } from './question-form.tsx'
import type { QuestionActions } from './question-item.tsx'
import { belongsTo, mentions, questionParts } from './question-parts.ts'
import { QuestionPartsList, QuestionTopics } from './question-parts-list.tsx'
import { questionsStrings } from './questions.strings.ts'
import { QuickCapture } from './quick-capture.tsx'
import { useLiveQuestions } from './use-live-questions.ts'
import { useChangeState, useOrder } from './use-turn.ts'

const CommitmentForm = lazy(() =>
  import('../commitments/commitment-form.tsx').then((module) => ({
    default: module.CommitmentForm,
  })),
)

const spec = {
  q: text,
  bagian: oneOf(questionParts),
  buka: text,
  baru: flag,
  janji: text,
  topik: flag,
}

/** What was asked, before and in the room, and what was answered. */
export const SessionQuestionsPage = () => {
  const t = useT(questionsStrings)
  const user = useUser()
  const session = useSession()
  useLiveQuestions(session.id)
  const mayEdit = useMay(questionsApi.create) && session.officeId === user.office.id
  const [filters, setFilters] = useSearchParams(spec)
  const { data, error, isPending, refetch } = useQuery(questionsOptions(session.id))
  const all = data ?? []
  const part = filters.bagian ?? 'all'
  const shown = all.filter((one) => belongsTo(one, part) && mentions(one, filters.q))
  const opened = all.find((one) => one.id === filters.buka)
  const commitmentd = all.find((one) => one.id === filters.janji)
  const changeState = useChangeState()
  const order = useOrder(session.id)
  const topics = [...new Set(all.flatMap(({ topic }) => topic ?? []))]
  const actions: QuestionActions | undefined = mayEdit
    ? {
        open: ({ id }) => setFilters({ buka: id }, { push: true }),
        commitment: ({ id }) => setFilters({ janji: id }, { push: true }),
        changeState: (question, state) => changeState.mutate({ question, state }),
      }
    : undefined
  const filtered = filters.q !== '' || part !== 'all'

  const rows = () => {
    if (isPending) return <SkeletonRows rows={5} height={88} />
    if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />
    if (shown.length === 0)
      return (
        <EmptyState
          icon="question"
          title={t(filtered ? 'empty.filtered' : 'empty.title')}
          text={t(filtered ? 'empty.filteredText' : 'empty.text')}
        />
      )
    if (filters.topik) return <QuestionTopics questions={shown} actions={actions} />
    const onOrder = filtered ? undefined : order.mutate
    return <QuestionPartsList questions={shown} actions={actions} onOrder={onOrder} />
  }
  return (
    <>
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('search') }}
        segments={{
          label: t('segments'),
          value: part,
          options: questionParts.map((value) => ({
            value,
            label: t(`part.${value}`, {
              count: all.filter((one) => belongsTo(one, value)).length,
            }),
          })),
          onChange: (value) =>
            setFilters({ bagian: questionParts.find((one) => one === value && one !== 'all') }),
        }}
      >
        <Group gap="sm">
          <Switch
            label={t('byTopic')}
            checked={filters.topik}
            onChange={(event) => setFilters({ topik: event.currentTarget.checked })}
          />
          <ButtonLink size="sm" variant="default" to={paths.moderator(session.id)}>
            {t('moderator')}
          </ButtonLink>
          {mayEdit && (
            <Button
              size="sm"
              variant="default"
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => setFilters({ baru: true }, { push: true })}
            >
              {t('add')}
            </Button>
          )}
        </Group>
      </FilterBar>
      {mayEdit && <QuickCapture sessionId={session.id} topics={topics} />}
      {rows()}
      {mayEdit && (
        <>
          <SidePanel
            opened={filters.baru}
            onClose={() => setFilters({ baru: false })}
            title={t('form.newTitle')}
          >
            {filters.baru && (
              <NewQuestionForm sessionId={session.id} onClose={() => setFilters({ baru: false })} />
            )}
          </SidePanel>
          <SidePanel
            opened={opened !== undefined}
            onClose={() => setFilters({ buka: '' })}
            title={t('form.editTitle')}
          >
            {opened && (
              <EditQuestionForm
                key={opened.version}
                question={opened}
                onClose={() => setFilters({ buka: '' })}
              />
            )}
          </SidePanel>
          <SidePanel
            opened={commitmentd !== undefined}
            onClose={() => setFilters({ janji: '' })}
            title={t('promise')}
          >
            {commitmentd && (
              <Suspense fallback={<SkeletonRows rows={3} height={64} />}>
                <CommitmentForm question={commitmentd} onClose={() => setFilters({ janji: '' })} />
              </Suspense>
            )}
          </SidePanel>
        </>
      )}
    </>
  )
}
