import { competenceLevel } from '@ngopi/shared/journalists'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import {
  flag,
  oneOf,
  someOf,
  text,
  textList,
  type useSearchParams,
} from '../../lib/search-params.ts'
import type { Filter } from '../../ui/filter-menu.tsx'
import { findOutlets, labelsInUse, useOutletOptions } from '../partner-forms/api.ts'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import { partnerSorts } from './sort-menu.tsx'

/** What the address of the list of journalists may hold. */
export const journalistSpec = {
  q: text,
  outletId: text,
  beat: textList,
  tag: textList,
  competenceLevel: someOf(competenceLevel.options),
  status: someOf(['provisional', 'archived']),
  sort: oneOf(partnerSorts),
  buka: text,
  ubah: flag,
  baru: flag,
  nama: text,
}

type State = ReturnType<typeof useSearchParams<typeof journalistSpec>>

/** The list with nothing searched and nothing filtered. */
export const allJournalists = {
  q: '',
  outletId: '',
  beat: [],
  tag: [],
  competenceLevel: [],
  status: [],
} as const satisfies Partial<State[0]>

const option = (value: string) => ({ value, label: value })

/** The filters of the list of journalists, bound to its address. */
export const useJournalistFilters = ([filters, setFilters]: State): Filter[] => {
  const t = useT(journalistStrings)
  const both = useT(partnerStrings)
  const { data: labels } = useQuery(labelsInUse())
  const outlets = useOutletOptions(filters.outletId)
  return [
    {
      key: 'outletId',
      label: t('outlet'),
      single: true,
      options: outlets,
      find: findOutlets,
      value: filters.outletId ? [filters.outletId] : [],
      onChange: ([outletId = '']) => setFilters({ outletId }),
    },
    {
      key: 'beat',
      label: t('beats'),
      options: (labels?.beats ?? []).map(option),
      value: filters.beat,
      onChange: (beat) => setFilters({ beat }),
    },
    {
      key: 'tag',
      label: both('tags'),
      options: (labels?.journalistTags ?? []).map(option),
      value: filters.tag,
      onChange: (tag) => setFilters({ tag }),
    },
    {
      key: 'competenceLevel',
      label: t('competenceShort'),
      options: competenceLevel.options.map((value) => ({
        value,
        label: t('competenceMark', { level: t(`competenceLevel.${value}`) }),
      })),
      value: filters.competenceLevel,
      onChange: (chosen) =>
        setFilters({ competenceLevel: journalistSpec.competenceLevel.read(chosen.join(',')) }),
    },
    {
      key: 'status',
      label: both('status'),
      options: [
        { value: 'provisional', label: t('provisional') },
        { value: 'archived', label: both('archivedOnly') },
      ],
      value: filters.status,
      onChange: (chosen) => setFilters({ status: journalistSpec.status.read(chosen.join(',')) }),
    },
  ]
}
