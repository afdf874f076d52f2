import { Button } from '@mantine/core'
import { type Segment, segmentsApi } from '@ngopi/shared/segments'
import type { Session } from '@ngopi/shared/sessions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useSearchParams } from '../../lib/search-params.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { AudienceFigures, AudienceNotes, CapFields } from './audience-facts.tsx'
import { AudiencePeople } from './audience-people.tsx'
import { filterOf, inviteSpec, paramsOf, sameFilter } from './filter-params.ts'
import { HistoryBuilder } from './history-builder.tsx'
import { InviteTray } from './invite-tray.tsx'
import { SegmentActions } from './segment-actions.tsx'
import classes from './segments.module.css'
import { segmentsStrings } from './segments.strings.ts'
import { useFilterMenus } from './use-filter-menus.ts'
import { type InviteBody, type Invited, useInvite } from './use-invite.ts'
import { useTicked } from './use-ticked.ts'

/** The tab without a segment. */
const everybody = 'semua'

/** The filters most lists begin with; the others are a press away, and in view once they are used. */
const usual = ['jenis', 'kota', 'bidang', 'tag']

/** As many as are invited at once. */
const maxItems = 500

interface ByFilterProps {
  session: Session
  onInvited: (invited: Invited, names: ReadonlyMap<string, string>) => void
}

/** Whom a filter or a saved segment holds, evaluated as one turns it, and the way to invite them all. */
export const InviteByFilter = ({ session, onInvited }: ByFilterProps) => {
  const t = useT(segmentsStrings)
  const [params, setParams] = useSearchParams(inviteSpec)
  const [expanded, setExpanded] = useState(false)
  const menus = useFilterMenus(params, setParams)
  const shown = menus.filter(
    ({ key, value }) => expanded || usual.includes(key) || value.length > 0,
  )
  const { data: saved } = useQuery(ask(segmentsApi.list, { query: {} }))
  const segments = saved?.items ?? []
  const segment = segments.find(({ id }) => id === params.segmen)
  const filter = filterOf(params)
  const changed = !sameFilter(filter, segment?.filter ?? {})
  // An unchanged segment is used as such: its use is remembered, and what changed since is told.
  const whole = segment && !changed ? { segmentId: segment.id } : undefined
  const priority = params.urut ?? 'attended'
  const choice = { priority, ...(params.batas !== undefined && { perOutlet: params.batas }) }
  const query = useQuery({
    ...ask(segmentsApi.evaluate, {
      body: { ...(whole ?? { filter }), sessionId: session.id, ...choice },
    }),
    enabled: saved !== undefined,
    placeholderData: keepPreviousData,
  })
  const audience = query.data
  const members = audience?.members ?? []
  // A segment or a filter is a choice already; of everybody there is, nobody was chosen yet.
  const { ticked, setTicked } = useTicked(members, segment !== undefined || !sameFilter(filter, {}))
  const chosen = members.filter(({ journalistId }) => ticked.has(journalistId))
  const names = () =>
    new Map(
      [...members, ...(audience?.leftOut ?? [])].map((one) => [one.journalistId, one.fullName]),
    )
  const invite = useInvite(session.id, (invited) => onInvited(invited, names()))
  const body: InviteBody = whole
    ? {
        ...whole,
        ...choice,
        except: members.map((one) => one.journalistId).filter((id) => !ticked.has(id)),
      }
    : { invitees: chosen.map(({ journalistId }) => ({ journalistId })) }
  const choose = (one: Segment | undefined) =>
    setParams({ segmen: one?.id ?? '', ...paramsOf(one?.filter ?? {}) }, { push: true })
  const tooMany = audience !== undefined && audience.size > maxItems

  return (
    <>
      <FilterBar
        search={{
          value: params.cari,
          onChange: (cari) => setParams({ cari }),
          label: t('search'),
        }}
        filters={shown}
        {...(segments.length > 0 && {
          segments: {
            label: t('segments'),
            value: segment?.id ?? everybody,
            options: [
              { value: everybody, label: t('everybody') },
              ...segments.map(({ id, name }) => ({ value: id, label: name })),
            ],
            onChange: (id: string) => choose(segments.find((one) => one.id === id)),
          },
        })}
      >
        {shown.length < menus.length && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Icon name="filter" size={16} />}
            onClick={() => setExpanded(true)}
          >
            {t('moreFilters')}
          </Button>
        )}
      </FilterBar>
      <div className={classes.conditions}>
        <HistoryBuilder history={params.riwayat} onChange={(riwayat) => setParams({ riwayat })} />
        <SegmentActions segment={segment} filter={filter} changed={changed} onChoose={choose} />
      </div>
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {!audience && !query.error && <SkeletonRows rows={8} height={52} />}
      {audience && (
        <div className={classes.columns} data-stale={query.isPlaceholderData || undefined}>
          <div className={classes.side}>
            <AudienceFigures audience={audience} />
            <CapFields
              audience={audience}
              cap={params.batas}
              priority={priority}
              onCap={(batas) => setParams({ batas })}
              onPriority={(urut) => setParams({ urut })}
            />
          </div>
          <div className={classes.list}>
            {members.length > 0 ? (
              <AudiencePeople members={members} ticked={ticked} onTicked={setTicked} />
            ) : (
              <EmptyState icon="people" title={t('empty.title')} text={t('empty.text')} />
            )}
          </div>
          <aside className={classes.notes}>
            <AudienceNotes audience={audience} zone={session.timeZone} />
          </aside>
        </div>
      )}
      <InviteTray
        count={chosen.length}
        seats={audience?.seats ?? undefined}
        hindrance={tooMany ? t('tooMany') : undefined}
        // The people on screen are still those of the former question.
        waiting={query.isPlaceholderData || query.isError}
        saving={invite.isPending}
        error={invite.error}
        onInvite={() => invite.mutate([body])}
      />
    </>
  )
}
