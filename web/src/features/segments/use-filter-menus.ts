import { competenceLevel } from '@ngopi/shared/journalists'
import { outletsApi, platform } from '@ngopi/shared/outlets'
import { useQueries, useQuery } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import type { Filter } from '../../ui/filter-menu.tsx'
import { findOutlets, labelsInUse, useOutletOptions } from '../partner-forms/api.ts'
import { type FilterParams, filterSpec } from './filter-params.ts'
import { segmentsStrings } from './segments.strings.ts'

const plain = (values: readonly string[] = [], chosen: readonly string[] = []) =>
  [...new Set([...chosen, ...values])].map((value) => ({ value, label: value }))

/** Names of the chosen outlets that are not among the first hundred. */
const useMissingOutlets = (chosen: readonly string[], known: readonly { value: string }[]) => {
  const missing = chosen.filter((id) => !known.some(({ value }) => value === id))
  const found = useQueries({
    queries: missing.map((id) => ask(outletsApi.get, { params: { id } })),
  })
  return found.flatMap(({ data }) => (data ? [{ value: data.id, label: data.name }] : []))
}

/** The menus of a filter over journalists, bound to the address. */
export const useFilterMenus = (
  params: FilterParams,
  change: (patch: Partial<FilterParams>) => void,
): Filter[] => {
  const t = useT(segmentsStrings)
  const common = useT(commonStrings)
  const { data: labels } = useQuery(labelsInUse())
  const known = useOutletOptions('')
  const outlets = [...useMissingOutlets(params.media, known), ...known]
  return [
    {
      key: 'jenis',
      label: t('filter.platform'),
      options: platform.options.map((value) => ({ value, label: common(`platform.${value}`) })),
      value: params.jenis,
      onChange: (chosen) => change({ jenis: filterSpec.jenis.read(chosen.join(',')) }),
    },
    {
      key: 'kota',
      label: t('filter.city'),
      options: plain(labels?.cities, params.kota),
      value: params.kota,
      onChange: (kota) => change({ kota }),
    },
    {
      key: 'media',
      label: t('filter.outlet'),
      options: outlets,
      find: findOutlets,
      value: params.media,
      onChange: (media) => change({ media }),
    },
    {
      key: 'tagmedia',
      label: t('filter.outletTag'),
      options: plain(labels?.outletTags, params.tagmedia),
      value: params.tagmedia,
      onChange: (tagmedia) => change({ tagmedia }),
    },
    {
      key: 'bidang',
      label: t('filter.beat'),
      options: plain(labels?.beats, params.bidang),
      value: params.bidang,
      onChange: (bidang) => change({ bidang }),
    },
    {
      key: 'tag',
      label: t('filter.tag'),
      options: plain(labels?.journalistTags, params.tag),
      value: params.tag,
      onChange: (tag) => change({ tag }),
    },
    {
      key: 'ukw',
      label: t('filter.competence'),
      options: competenceLevel.options.map((value) => ({ value, label: t(`level.${value}`) })),
      value: params.ukw,
      onChange: (chosen) => change({ ukw: filterSpec.ukw.read(chosen.join(',')) }),
    },
    {
      key: 'kanal',
      label: t('filter.channel'),
      single: true,
      options: (['whatsapp', 'email'] as const).map((value) => ({
        value,
        label: t(`channel.${value}`),
      })),
      value: params.kanal ? [params.kanal] : [],
      onChange: ([chosen]) => change({ kanal: filterSpec.kanal.read(chosen) }),
    },
    {
      key: 'dipastikan',
      label: t('filter.confirmed'),
      single: true,
      options: (['ya', 'belum'] as const).map((value) => ({
        value,
        label: t(`confirmed.${value}`),
      })),
      value: params.dipastikan ? [params.dipastikan] : [],
      onChange: ([chosen]) => change({ dipastikan: filterSpec.dipastikan.read(chosen) }),
    },
  ]
}
