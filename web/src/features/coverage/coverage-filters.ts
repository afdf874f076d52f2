import { coverageKind } from '@ngopi/shared/coverage'
import { journalistsApi } from '@ngopi/shared/journalists'
import { sessionsApi } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { formatDayOf } from '../../lib/format-time.ts'
import { periods } from '../../lib/period.ts'
import { ask, keyUnder } from '../../lib/query.ts'
import { flag, oneOf, someOf, text, type useSearchParams } from '../../lib/search-params.ts'
import type { Filter, Find } from '../../ui/filter-menu.tsx'
import type { Option } from '../../ui/matching-options.ts'
import { findOutlets, useOutletOptions } from '../partner-forms/api.ts'
import { coverageStrings } from './coverage.strings.ts'
import { segments } from './segments.ts'

/** What the address of the list may hold. */
export const coverageSpec = {
  q: text,
  bagian: oneOf(segments),
  kind: someOf(coverageKind.options),
  outletId: text,
  journalistId: text,
  sessionId: text,
  periode: oneOf(periods),
  sort: oneOf(['publishedAt', '-publishedAt']),
  baru: flag,
}

type State = ReturnType<typeof useSearchParams<typeof coverageSpec>>

/** The list with nothing searched and nothing filtered. */
export const unfiltered = {
  q: '',
  kind: [],
  outletId: '',
  journalistId: '',
  sessionId: '',
  periode: undefined,
} as const satisfies Partial<State[0]>

/** The first hundred to choose from, and the chosen one even when it is not among them. */
const withChosen = (options: readonly Option[], chosen: Option | undefined): Option[] => [
  ...(chosen && !options.some(({ value }) => value === chosen.value) ? [chosen] : []),
  ...options,
]

const fresh = { staleTime: 60_000 }

/** The filters of the list of coverage, bound to its address. */
export const useCoverageFilters = ([filters, setFilters]: State): Filter[] => {
  const t = useT(coverageStrings)
  const locale = useLocale()
  const { outletId, journalistId, sessionId } = filters
  const outlets = useOutletOptions(outletId)
  const journalists = useQuery({
    ...ask(journalistsApi.list, {
      query: { limit: 100, sort: 'name', outletId: outletId || undefined },
    }),
    ...fresh,
    select: ({ items }) => items.map(({ id, fullName }) => ({ value: id, label: fullName })),
  })
  const journalist = useQuery({
    ...ask(journalistsApi.get, { params: { id: journalistId } }),
    enabled: journalistId !== '',
    select: ({ id, fullName }) => ({ value: id, label: fullName }),
  })
  const named = (session: { id: string; title: string; startsAt: string; timeZone: string }) => ({
    value: session.id,
    label: `${session.title} · ${formatDayOf(session.startsAt, session.timeZone, locale)}`,
  })
  const sessions = useQuery({
    ...ask(sessionsApi.list, { query: { limit: 100, sort: '-startsAt' } }),
    ...fresh,
    select: ({ items }) => items.map(named),
  })
  const session = useQuery({
    ...ask(sessionsApi.get, { params: { id: sessionId } }),
    enabled: sessionId !== '',
    select: named,
  })
  const findJournalists: Find = (q) => ({
    queryKey: keyUnder('journalists', 'find', q, outletId),
    queryFn: async () => {
      const { items } = await call(journalistsApi.list, {
        query: { q, limit: 20, outletId: outletId || undefined },
      })
      return items.map(({ id, fullName }) => ({ value: id, label: fullName }))
    },
  })
  const findSessions: Find = (q) => ({
    queryKey: keyUnder('sessions', 'find', q, locale),
    queryFn: async () => {
      const { items } = await call(sessionsApi.list, { query: { q, limit: 20 } })
      return items.map(named)
    },
  })
  const one = (
    key: 'outletId' | 'journalistId' | 'sessionId',
    label: string,
    options: Option[],
    find: Find,
  ) => ({
    key,
    label,
    options,
    find,
    single: true,
    value: filters[key] ? [filters[key]] : [],
    onChange: ([value = '']: string[]) => setFilters({ [key]: value }),
  })
  return [
    {
      key: 'kind',
      label: t('filter.kind'),
      options: coverageKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
      value: filters.kind,
      onChange: (chosen) => setFilters({ kind: coverageSpec.kind.read(chosen.join(',')) }),
    },
    one('outletId', t('filter.outlet'), outlets, findOutlets),
    one(
      'journalistId',
      t('filter.journalist'),
      withChosen(journalists.data ?? [], journalist.data),
      findJournalists,
    ),
    one(
      'sessionId',
      t('filter.session'),
      withChosen(sessions.data ?? [], session.data),
      findSessions,
    ),
    {
      key: 'periode',
      label: t('filter.period'),
      single: true,
      options: periods.map((value) => ({ value, label: t(`period.${value}`) })),
      value: filters.periode ? [filters.periode] : [],
      onChange: ([value]) => setFilters({ periode: coverageSpec.periode.read(value) }),
    },
  ]
}
