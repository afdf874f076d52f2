import { competenceLevel } from '@ngopi/shared/journalists'
import { platform } from '@ngopi/shared/outlets'
import { audiencePriority, type JournalistFilter } from '@ngopi/shared/segments'
import { oneOf, type Param, someOf, text, textList } from '../../lib/search-params.ts'
import { type History, readHistory, writeHistory } from './history-rows.ts'

const history: Param<History | undefined> = { read: readHistory, write: writeHistory }

/** Seats per outlet: undefined as the session says, null none at all. */
const cap: Param<number | null | undefined> = {
  read: (v) => {
    if (v === 'tanpa') return null
    const seats = Number(v)
    return Number.isInteger(seats) && seats > 0 && seats <= 500 ? seats : undefined
  },
  write: (v) => (v === null ? 'tanpa' : v?.toString()),
}

/** What the address of the page holds of the filter. */
export const filterSpec = {
  cari: text,
  jenis: someOf(platform.options),
  kota: textList,
  tagmedia: textList,
  media: textList,
  tag: textList,
  bidang: textList,
  ukw: someOf(competenceLevel.options),
  kanal: oneOf(['whatsapp', 'email']),
  dipastikan: oneOf(['ya', 'belum']),
  riwayat: history,
}

/** The whole address: how to invite, which segment, the filter, and how to choose among those who fit. */
export const inviteSpec = {
  cara: oneOf(['nama', 'kelompok']),
  segmen: text,
  ...filterSpec,
  batas: cap,
  urut: oneOf(audiencePriority.options),
}

type Values<S> = { [K in keyof S]: S[K] extends Param<infer T> ? T : never }
export type FilterParams = Values<typeof filterSpec>

/** The filter an address means; what is empty is left out, so that equal filters look alike. */
export const filterOf = (params: FilterParams): JournalistFilter => {
  const lists = {
    platforms: params.jenis,
    cities: params.kota,
    outletTags: params.tagmedia,
    outletIds: params.media,
    tags: params.tag,
    beats: params.bidang,
    competenceLevels: params.ukw,
  }
  const filled = Object.entries(lists).filter(([, values]) => values.length > 0)
  return {
    ...(params.cari && { q: params.cari }),
    ...Object.fromEntries(filled.map(([name, values]) => [name, [...values]])),
    ...(params.kanal && { channel: params.kanal }),
    ...(params.dipastikan && { provisional: params.dipastikan === 'belum' }),
    ...(params.riwayat && { history: params.riwayat }),
  }
}

/** The address of a filter, as `filterOf` reads it. */
export const paramsOf = (filter: JournalistFilter): FilterParams => ({
  cari: filter.q ?? '',
  jenis: filter.platforms ?? [],
  kota: filter.cities ?? [],
  tagmedia: filter.outletTags ?? [],
  media: filter.outletIds ?? [],
  tag: filter.tags ?? [],
  bidang: filter.beats ?? [],
  ukw: filter.competenceLevels ?? [],
  kanal: filter.channel,
  dipastikan: filter.provisional === undefined ? undefined : filter.provisional ? 'belum' : 'ya',
  riwayat: filter.history,
})

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return [...value].sort()
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]),
  )
}

/** Whether two filters hold the same people, however they are written down. */
export const sameFilter = (one: JournalistFilter, other: JournalistFilter): boolean =>
  JSON.stringify(sorted(filterOf(paramsOf(one)))) ===
  JSON.stringify(sorted(filterOf(paramsOf(other))))
