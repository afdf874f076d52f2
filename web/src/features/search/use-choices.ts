import { useDebouncedValue } from '@mantine/hooks'
import { searchApi } from '@ngopi/shared/search'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../lib/query.ts'
import { useUser } from '../../lib/use-session.ts'
import { byKind, type ChoiceGroup, choiceOf, matching } from './choices.ts'
import { recentHits } from './recent.ts'
import { useDestinations, useRecordNamed } from './use-destinations.ts'

/**
 * What the palette offers for what is typed: recent records, actions and pages for nothing;
 * else what was found, then the actions and pages whose words begin so.
 */
export const useChoices = (typed: string) => {
  const user = useUser()
  const { actions, pages } = useDestinations()
  const recordNamed = useRecordNamed()
  const now = typed.trim()
  const [settled] = useDebouncedValue(now, 150)
  const { data, error, isFetching } = useQuery({
    ...ask(searchApi.search, { query: { q: settled } }),
    enabled: settled !== '' && now !== '',
    placeholderData: keepPreviousData,
  })
  const hits = now === '' ? [] : (data?.items ?? [])
  const searching = now !== '' && (isFetching || settled !== now)
  const found: ChoiceGroup[] =
    now === ''
      ? [
          { key: 'recent', choices: recentHits(user.id).map(choiceOf) },
          { key: 'actions', choices: actions },
          { key: 'pages', choices: pages },
        ]
      : [
          ...byKind(hits),
          { key: 'actions', choices: matching(actions, now) },
          { key: 'pages', choices: matching(pages, now) },
        ]
  const groups = found.filter((group) => group.choices.length > 0)
  const nothing = now !== '' && !searching && !error && groups.length === 0
  return {
    groups: nothing
      ? [{ key: 'actions', choices: recordNamed(now) } satisfies ChoiceGroup]
      : groups,
    nothing,
    searching,
    error,
  }
}
