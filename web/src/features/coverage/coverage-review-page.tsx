import { Text, Title } from '@mantine/core'
import { type Coverage, coverageApi } from '@ngopi/shared/coverage'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { flag, useSearchParams } from '../../lib/search-params.ts'
import { useRouteId } from '../../lib/use-route-id.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'
import { CoverageActions } from './coverage-actions.tsx'
import { CoverageFacts } from './coverage-facts.tsx'
import { EditCoveragePanel } from './edit-coverage-panel.tsx'
import { FormerReviews } from './former-reviews.tsx'
import { ReviewForm } from './review-form.tsx'
import { nextAfter } from './review-values.ts'
import { segmentQueries } from './segments.ts'

const spec = { ubah: flag }
const waitingQuery = ask(coverageApi.list, { query: { ...segmentQueries.review, limit: 100 } })

interface JudgingProps {
  coverage: Coverage
  takesFocus: boolean
  onLeave: () => void
}

const Judging = ({ coverage, takesFocus, onLeave }: JudgingProps) => {
  const t = useT(coverageStrings)
  const navigate = useNavigate()
  const { data: waiting } = useQuery(waitingQuery)
  const others = waiting?.items.filter(({ id }) => id !== coverage.id) ?? []
  return (
    <>
      <ReviewForm
        coverage={coverage}
        takesFocus={takesFocus}
        onSaved={() => void toast(t('review.saved'))}
        onNext={() => {
          const next = nextAfter(coverage, waiting?.items ?? [])
          onLeave()
          if (!next) void toast(t('review.allDone'))
          void navigate({ to: next ? paths.coverage(next) : paths.coverageList })
        }}
      />
      {waiting && (
        <Text c="dimmed" size="xs" mt={4}>
          {t(waiting.nextCursor ? 'review.leftMany' : 'review.left', { count: others.length })}
        </Text>
      )}
    </>
  )
}

/** One placement: the piece at the left, what people think of it at the right. */
export const CoverageReviewPage = () => {
  const t = useT(coverageStrings)
  const user = useUser()
  const id = useRouteId('coverageId')
  const { data: coverage } = useSuspenseQuery(ask(coverageApi.get, { params: { id } }))
  const [params, setParams] = useSearchParams(spec)
  const [goingOn, setGoingOn] = useState(false)
  const own = coverage.officeId === user.office.id
  const mayEdit = useMay(coverageApi.update) && own
  const mayReview = useMay(coverageApi.review) && own && !coverage.archivedAt
  return (
    <>
      <PageTitle
        parent={{ label: t('title'), to: paths.coverageList }}
        title={coverage.title}
        subtitle={coverage.archivedAt && t('archivedNotice')}
        action={
          mayEdit && (
            <CoverageActions
              coverage={coverage}
              onEdit={() => setParams({ ubah: true }, { push: true })}
            />
          )
        }
      />
      <div className={classes.columns}>
        <section aria-label={t('review.piece')}>
          <CoverageFacts coverage={coverage} />
        </section>
        <section aria-labelledby="penilaian">
          <Title order={2} id="penilaian" mb={12}>
            {t('review.judgement')}
          </Title>
          {mayReview && (
            <Judging
              key={coverage.id}
              coverage={coverage}
              takesFocus={goingOn}
              onLeave={() => setGoingOn(true)}
            />
          )}
          {!own && <Text c="dimmed">{t('review.readOnly')}</Text>}
          <Title order={2} mt={32} mb={4}>
            {t('review.former')}
          </Title>
          <FormerReviews reviews={coverage.reviews} />
        </section>
      </div>
      {mayEdit && (
        <EditCoveragePanel
          coverage={coverage}
          opened={params.ubah}
          onClose={() => setParams({ ubah: false })}
        />
      )}
    </>
  )
}
