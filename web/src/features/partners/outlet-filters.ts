import { platform, pressCouncilStatus } from '@ngopi/shared/outlets'
import { useQuery } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
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
import { labelsInUse } from '../partner-forms/api.ts'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import { partnerSorts } from './sort-menu.tsx'

/** What the address of the list of outlets may hold. */
export const outletSpec = {
  q: text,
  platform: someOf(platform.options),
  pressCouncilStatus: someOf(pressCouncilStatus.options),
  city: text,
  tag: textList,
  status: someOf(['withoutJournalists', 'archived']),
  sort: oneOf(partnerSorts),
  buka: text,
  ubah: flag,
  baru: flag,
  nama: text,
}

type State = ReturnType<typeof useSearchParams<typeof outletSpec>>

/** The list with nothing searched and nothing filtered. */
export const allOutlets = {
  q: '',
  platform: [],
  pressCouncilStatus: [],
  city: '',
  tag: [],
  status: [],
} as const satisfies Partial<State[0]>

const option = (value: string) => ({ value, label: value })

/** The filters of the list of outlets, bound to its address. */
export const useOutletFilters = ([filters, setFilters]: State): Filter[] => {
  const t = useT(outletStrings)
  const both = useT(partnerStrings)
  const common = useT(commonStrings)
  const { data: labels } = useQuery(labelsInUse())
  return [
    {
      key: 'platform',
      label: t('platform'),
      options: platform.options.map((value) => ({ value, label: common(`platform.${value}`) })),
      value: filters.platform,
      onChange: (chosen) => setFilters({ platform: outletSpec.platform.read(chosen.join(',')) }),
    },
    {
      key: 'pressCouncilStatus',
      label: t('pressCouncil'),
      options: pressCouncilStatus.options.map((value) => ({
        value,
        label: t(`pressCouncilStatus.${value}`),
      })),
      value: filters.pressCouncilStatus,
      onChange: (chosen) =>
        setFilters({ pressCouncilStatus: outletSpec.pressCouncilStatus.read(chosen.join(',')) }),
    },
    {
      key: 'city',
      label: t('city'),
      single: true,
      options: (labels?.cities ?? []).map(option),
      value: filters.city ? [filters.city] : [],
      onChange: ([city = '']) => setFilters({ city }),
    },
    {
      key: 'tag',
      label: both('tags'),
      options: (labels?.outletTags ?? []).map(option),
      value: filters.tag,
      onChange: (tag) => setFilters({ tag }),
    },
    {
      key: 'status',
      label: both('status'),
      options: [
        { value: 'withoutJournalists', label: t('withoutJournalists') },
        { value: 'archived', label: both('archivedOnly') },
      ],
      value: filters.status,
      onChange: (chosen) => setFilters({ status: outletSpec.status.read(chosen.join(',')) }),
    },
  ]
}
