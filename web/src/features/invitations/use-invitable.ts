import { competenceLevel, type JournalistListItem, journalistsApi } from '@ngopi/shared/journalists'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask, askPages } from '../../lib/query.ts'
import { someOf, text, useSearchParams, words } from '../../lib/search-params.ts'
import { findOutlets, useOutletOptions } from '../partners/api.ts'
import { invitationsMessages } from './messages.ts'

const spec = {
  cari: text,
  media: words,
  bidang: words,
  label: words,
  ukw: someOf(competenceLevel.options),
}

/** The journalists not yet invited to a session, with the filters that narrow them. */
export const useInvitable = (sessionId: string) => {
  const t = useT(invitationsMessages)
  const [chosen, setChosen] = useSearchParams(spec)
  const labels = useQuery(ask(journalistsApi.labels))
  const outlets = useOutletOptions(chosen.media[0] ?? '')
  const list = useInfiniteQuery({
    ...askPages(journalistsApi.list, {
      query: {
        limit: 100,
        notInvitedTo: sessionId,
        beat: [...chosen.bidang],
        tag: [...chosen.label],
        competenceLevel: [...chosen.ukw],
        ...(chosen.cari ? { q: chosen.cari } : { sort: 'name' as const }),
        ...(chosen.media[0] ? { outletId: chosen.media[0] } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const plain = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }))
  return {
    list,
    people: list.data?.pages.flatMap((page) => page.items as JournalistListItem[]) ?? [],
    search: { value: chosen.cari, onChange: (cari: string) => setChosen({ cari }) },
    filters: [
      {
        key: 'media',
        label: t('invite.outlet'),
        options: outlets,
        find: findOutlets,
        value: chosen.media,
        onChange: (media: string[]) => setChosen({ media }),
        single: true,
      },
      {
        key: 'bidang',
        label: t('invite.beat'),
        options: plain(labels.data?.beats),
        value: chosen.bidang,
        onChange: (bidang: string[]) => setChosen({ bidang }),
      },
      {
        key: 'label',
        label: t('invite.tag'),
        options: plain(labels.data?.journalistTags),
        value: chosen.label,
        onChange: (label: string[]) => setChosen({ label }),
      },
      {
        key: 'ukw',
        label: t('invite.competence'),
        options: competenceLevel.options.map((value) => ({
          value,
          label: t(`invite.level.${value}`),
        })),
        value: chosen.ukw,
        onChange: (ukw: string[]) =>
          setChosen({ ukw: competenceLevel.options.filter((level) => ukw.includes(level)) }),
      },
    ],
  }
}
