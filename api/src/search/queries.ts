import type { SearchHit } from '@ngopi/shared/search'
import { searchPartnerNames } from '../partners/queries.ts'
import { type Db, prepared } from '../platform/database.ts'
import { titleScore } from './rules.ts'

/** At most so many of each kind: what fits under the field. */
const mostOfAKind = 5

// Meetings of one series have one title, so the day where they take place tells them apart.
const searchTitles = {
  name: 'search_titles',
  text: `select 'session' as kind, t.id, t.title,
                to_char(t.starts_at at time zone t.time_zone, 'YYYY-MM-DD') as subtitle, s.score, t.starts_at as at
           from search_sessions($1, $2) s join sessions t on t.id = s.id and t.office_id = s.office_id
          union all
         select 'coverage', t.id, t.title, o.name, s.score, t.published_at
           from search_coverage($1, $2) s join coverage t on t.id = s.id and t.office_id = s.office_id
           join outlets o on o.id = t.outlet_id and o.office_id = t.office_id
          order by score desc, at desc, id`,
}

/** People, outlets, sessions and coverage in sight by any part of a name or title, best first. */
export async function searchEverything(db: Db, q: string): Promise<SearchHit[]> {
  const partners = await searchPartnerNames(db, q, mostOfAKind)
  const titles = await prepared<SearchHit>(db, searchTitles, [q, mostOfAKind])
  return [...partners, ...titles]
    .map((hit) => ({ hit, score: titleScore(hit.title, q) }))
    .sort((a, b) => b.score - a.score)
    .map(({ hit: { kind, id, title, subtitle } }) => ({ kind, id, title, subtitle }))
}
