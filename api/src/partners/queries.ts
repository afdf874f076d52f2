import type { SearchHit } from '@ngopi/shared/search'
import { type Db, prepared } from '../platform/database.ts'

const searchNames = {
  name: 'search_partner_names',
  text: `select 'journalist' as kind, t.id, t.full_name as title, p.name as subtitle, s.score, t.search
      from search_journalists($1, null, null, null, $2) s
      join journalists t on t.id = s.id and t.office_id = s.office_id
      left join lateral (
        select o.name from affiliations a join outlets o on o.id = a.outlet_id and o.office_id = a.office_id
         where a.office_id = t.office_id and a.journalist_id = t.id and a.is_primary limit 1) p on true
    union all
    select 'outlet', t.id, t.name, coalesce(t.city, t.domain), s.score, t.search
      from search_outlets($1, null, null, null, $2) s
      join outlets t on t.id = s.id and t.office_id = s.office_id
    order by score desc, search, id`,
}

/** Journalists and outlets in sight by any part of a name, best first, at most `limit` of each kind; none for an empty `q`. */
export async function searchPartnerNames(db: Db, q: string, limit: number): Promise<SearchHit[]> {
  if (q.trim() === '') return []
  const rows = await prepared<SearchHit>(db, searchNames, [q.trim(), limit])
  return rows.map(({ kind, id, title, subtitle }) => ({ kind, id, title, subtitle }))
}

export interface Labels {
  outletTags: string[]
  journalistTags: string[]
  beats: string[]
  cities: string[]
}

/** The most labels of a kind that are suggested. */
const mostLabels = 500

/** One spelling of each label that a query yields as `label`, the most used one, in order of the alphabet. */
const distinct = (source: string): string => `array(
    select label from (
      select distinct on (lower(label)) label
        from (select label, count(*) as uses from (${source}) l group by label) l
       order by lower(label), uses desc, label) l
     order by lower(label) limit $2)`

const labels = {
  name: 'partner_labels',
  text: `select
    ${distinct('select unnest(tags) as label from outlets where office_id = $1 and archived_at is null')} as "outletTags",
    ${distinct('select unnest(tags) as label from journalists where office_id = $1 and archived_at is null')} as "journalistTags",
    ${distinct('select unnest(beats) as label from journalists where office_id = $1 and archived_at is null')} as beats,
    ${distinct('select city as label from outlets where office_id = $1 and archived_at is null and city is not null')} as cities`,
}

/** Tags, beats and cities in use in one office. */
export async function listLabels(db: Db, officeId: string): Promise<Labels> {
  const [found] = await prepared<Labels>(db, labels, [officeId, mostLabels])
  return found ?? { outletTags: [], journalistTags: [], beats: [], cities: [] }
}
