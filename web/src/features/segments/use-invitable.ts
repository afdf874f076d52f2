import { competenceLevel, type JournalistListItem, journalistsApi } from '@ngopi/shared/journalists'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask, askPages } from '../../lib/query.ts'
import { someOf, text, textList, useSearchParams } from '../../lib/search-params.ts'
import { findOutlets, useOutletOptions } from '../partner-forms/api.ts'
import { segmentsStrings } from './segments.strings.ts'

const spec = {
  nama: text,
  media: textList,
  bidang: textList,
  tag: textList,
  ukw: someOf(competenceLevel.options),
}

/** The journalists not yet invited to a session, with the filters that narrow them. */
export const useInvitable = (sessionId: string) => {
  const t = useT(segmentsStrings)
  const [chosen, setChosen] = useSearchParams(spec)
  const labels = useQuery(ask(journalistsApi.labels))
  const outlets = useOutletOptions(chosen.media[0] ?? '')
  const list = useInfiniteQuery({
    ...askPages(journalistsApi.list, {
      query: {
        limit: 100,
        notInvitedTo: sessionId,
        beat: [...chosen.bidang],
        tag: [...chosen.tag],
        competenceLevel: [...chosen.ukw],
        ...(chosen.nama ? { q: chosen.nama } : { sort: 'name' as const }),
        ...(chosen.media[0] ? { outletId: chosen.media[0] } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const plain = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }))
  return {
    list,
    people: list.data?.pages.flatMap((page) => page.items as JournalistListItem[]) ?? [],
    search: { value: chosen.nama, onChange: (nama: string) => setChosen({ nama }) },
    filters: [
      {
        key: 'media',
        label: t('filter.outlet'),
        options: outlets,
        find: findOutlets,
        value: chosen.media,
        onChange: (media: string[]) => setChosen({ media }),
        single: true,
      },
      {
        key: 'bidang',
        label: t('filter.beat'),
        options: plain(labels.data?.beats),
        value: chosen.bidang,
        onChange: (bidang: string[]) => setChosen({ bidang }),
      },
      {
        key: 'tag',
        label: t('filter.tag'),
        options: plain(labels.data?.journalistTags),
        value: chosen.tag,
        onChange: (tag: string[]) => setChosen({ tag }),
      },
      {
        key: 'ukw',
        label: t('filter.competence'),
        options: competenceLevel.options.map((value) => ({
          value,
          label: t(`level.${value}`),
        })),
        value: chosen.ukw,
        onChange: (ukw: string[]) =>
          setChosen({ ukw: competenceLevel.options.filter((level) => ukw.includes(level)) }),
      },
    ],
  }
}
