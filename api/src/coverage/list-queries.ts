import type { CoverageListItem, coverageApi } from '@ngopi/shared/coverage'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared, type Statement } from '../platform/database.ts'
import { cappedTotal, holding, MAX_COUNTED } from '../platform/list-query.ts'
import { listColumns, listJoins, withLatestReview, withSession } from './queries.ts'

type Asked = z.output<typeof coverageApi.list.schema.querystring>

/** What rows are ordered by; every key in the same direction, the id last. */
interface Order {
  keys: { sql: string; type: string }[]
  way: 'asc' | 'desc'
}

const published = [{ sql: 'c.published_at', type: 'timestamptz' }]

const orders: Record<'score' | NonNullable<Asked['sort']>, Order> = {
  publishedAt: { keys: published, way: 'asc' },
  '-publishedAt': { keys: published, way: 'desc' },
  score: {
    keys: [
      {
        sql: '-(case when c.search like searchable($11) then 1 else word_similarity(searchable($12), c.search) end)',
        type: 'float4',
      },
      { sql: 'c.search', type: 'text' },
    ],
    way: 'asc',
  },
}

const matches = `
      c.office_id = f.id and $2::boolean = (c.archived_at is not null)
      and ($3::text[] is null or c.state = any ($3)) and ($4::text[] is null or c.kind = any ($4))
      and ($5::boolean is null or $5 = (c.reviewed_at is not null))
      and ($6::uuid is null or c.outlet_id = $6) and ($7::uuid is null or c.journalist_id = $7)
      and ($8::uuid is null or c.session_id = $8)
      and ($9::date is null or c.published_at >= $9::date::timestamp at time zone f.time_zone)
      and ($10::date is null or c.published_at < ($10::date + 1)::timestamp at time zone f.time_zone)
      and ($11::text is null or c.search like searchable($11) or (
        searchable($12) <% c.search and not exists (
          select from coverage x where x.office_id = any ($1::uuid[]) and x.search like searchable($11))))`

/** Each office is read along its own index; only then are the rows of all merged. */
function listStatement(name: keyof typeof orders, next: boolean): Statement {
  const { keys, way } = orders[name]
  const given = keys.map(({ type }, i) => `$${14 + i}::${type}`).join(', ')
  const key = keys.map(({ sql }) => sql).join(', ')
  const after = `and (${key}, c.id) ${way === 'asc' ? '>' : '<'} (${given}, $${14 + keys.length}::uuid)`
  const order = keys.map((_, i) => `k.key${i} ${way}`).join(', ')
  return {
    name: `coverage_${name}${next ? '_next' : ''}`,
    text: `
select ${listColumns}, k.sort_values as "sortValues"
  from (
    select k.* from unnest($1::uuid[]) a(id) join offices f on f.id = a.id cross join lateral (
      select c.id, c.office_id, ${keys.map(({ sql }, i) => `${sql} as key${i}`).join(', ')},
             array[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}] as sort_values
        from coverage c
       where ${matches} ${next ? after : ''}
       order by ${keys.map((_, i) => `key${i} ${way}`).join(', ')}, c.id ${way} limit $13
    ) k order by ${order}, k.id ${way} limit $13
  ) k join coverage c on c.id = k.id and c.office_id = k.office_id ${listJoins}
 order by ${order}, k.id ${way}`,
  }
}

const counted: Statement = {
  name: 'coverage_counted',
  text: `select count(*) as total from (
    select from unnest($1::uuid[]) a(id) join offices f on f.id = a.id join coverage c on ${matches} limit $13
  ) c`,
}

type Row = Parameters<typeof withSession<Omit<CoverageListItem, 'session' | 'latestReview'>>>[0]

/** A page of the coverage in sight, newest first; with `q` the best first. */
export async function listCoverage(
  db: Db,
  { cursors, offices, asked }: { cursors: Cursors; offices: Offices; asked: Asked },
) {
  const { cursor, limit, count, ...filters } = asked
  if (asked.officeId && !offices.includes(asked.officeId)) throw new AppError('not_found')
  const bound = { ...filters, list: 'coverage', offices }
  const after = cursors.read(cursor, bound) ?? []
  const q = asked.q || null
  const values = (limit: number) => [
    asked.officeId ? [asked.officeId] : offices,
    asked.archived ?? false,
    asked.state ?? null,
    asked.kind ?? null,
    asked.reviewed ?? null,
    asked.outletId ?? null,
    asked.journalistId ?? null,
    asked.sessionId ?? null,
    asked.from ?? null,
    asked.to ?? null,
    holding(asked.q),
    q,
    limit,
  ]
  const statement = listStatement(asked.sort ?? (q ? 'score' : '-publishedAt'), after.length > 0)
  const rows = await prepared<Row & { sortValues: string[] }>(db, statement, [
    ...values(limit + 1),
    ...after,
  ])
  const page = cursors.page(rows, limit, bound, (last) => [...last.sortValues, last.id])
  const items = await withLatestReview(db, page.items.map(withSession))
  if (!count) return { items, nextCursor: page.nextCursor }
  const [all] = await prepared<{ total: number }>(db, counted, values(MAX_COUNTED + 1))
  const total = cappedTotal(all?.total ?? 0)
  return {
    items,
    nextCursor: page.nextCursor,
    ...total,
  }
}
