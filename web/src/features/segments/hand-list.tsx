import { Button, Checkbox } from '@mantine/core'
import type { JournalistListItem } from '@ngopi/shared/journalists'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { moveBetweenRows } from '../../ui/move-between-rows.ts'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import classes from './segments.module.css'
import { segmentsStrings } from './segments.strings.ts'
import { useInvitable } from './use-invitable.ts'

interface HandListProps {
  sessionId: string
  chosen: ReadonlyMap<string, string>
  onToggle: (people: readonly JournalistListItem[], on: boolean) => void
}

/** Everybody not invited yet, to search, filter and tick. Arrow down leads from search to list. */
export const HandList = ({ sessionId, chosen, onToggle }: HandListProps) => {
  const t = useT(segmentsStrings)
  const common = useT(commonStrings)
  const root = useRef<HTMLDivElement>(null)
  // The work begins with the search, not with the panel's first button.
  useEffect(() => {
    const search = root.current?.querySelector<HTMLElement>('input[type="search"]')
    search?.setAttribute('data-autofocus', 'true')
    search?.focus()
  }, [])
  const { list, people, search, filters } = useInvitable(sessionId)
  const free = people.filter((one) => one.optedOutAt === null)
  const ticked = free.filter((one) => chosen.has(one.id)).length

  const intoList = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return
    if (event.target.type !== 'search') return
    event.preventDefault()
    root.current?.querySelector<HTMLElement>('[data-row]:not(:disabled)')?.focus()
  }
  const rows = () => {
    if (list.isPending) return <SkeletonRows rows={10} height={52} />
    if (list.error && people.length === 0)
      return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
    if (people.length === 0)
      return (
        <EmptyState
          icon="people"
          title={t('hand.emptyTitle')}
          text={t('hand.emptyText')}
          action={
            <ButtonLink to={paths.journalists} variant="default">
              {t('hand.toJournalists')}
            </ButtonLink>
          }
        />
      )
    return (
      <>
        <div className={classes.shown}>
          <Checkbox
            label={t('hand.selectShown', { count: free.length })}
            checked={free.length > 0 && ticked === free.length}
            indeterminate={ticked > 0 && ticked < free.length}
            onChange={(event) => onToggle(free, event.currentTarget.checked)}
          />
        </div>
        <ul className={classes.people} aria-label={t('title')} onKeyDown={moveBetweenRows}>
          {people.map((one) => (
            <li key={one.id}>
              <label
                htmlFor={`undang-${one.id}`}
                className={classes.person}
                data-chosen={chosen.has(one.id) || undefined}
                data-disabled={one.optedOutAt !== null || undefined}
              >
                <Checkbox
                  id={`undang-${one.id}`}
                  data-row
                  checked={chosen.has(one.id)}
                  disabled={one.optedOutAt !== null}
                  onChange={(event) => onToggle([one], event.currentTarget.checked)}
                />
                <span className={classes.personText}>
                  <span className={classes.name}>{one.fullName}</span>
                  <span className={classes.quiet}>{one.primaryOutlet?.name ?? t('noOutlet')}</span>
                </span>
                <span
                  className={classes.personEnd}
                  data-aside={(one.optedOutAt === null && !one.provisional) || undefined}
                >
                  {one.optedOutAt !== null && t('reason.opted_out')}
                  {one.optedOutAt === null && one.provisional && t('hand.unconfirmed')}
                  {one.optedOutAt === null && !one.provisional && one.beats.slice(0, 2).join(', ')}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <div className={classes.more}>
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {common('more')}
            </Button>
          </div>
        )}
      </>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the arrow key of the search field inside
    <div ref={root} className={classes.invite} onKeyDown={intoList}>
      <FilterBar search={{ ...search, label: t('search') }} filters={filters} />
      {rows()}
    </div>
  )
}
