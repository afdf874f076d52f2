import type { SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared, type Statement } from '../platform/database.ts'
import { cappedTotal, holding, MAX_COUNTED } from '../platform/list-query.ts'
import { listColumns, withAnswers } from './queries.ts'

type Asked = z.output<typeof sessionsApi.list.schema.querystring>

/** What the rows are ordered by; every key in the same direction, the id last. */
interface Order {
  keys: { sql: string; type: string }[]
  descending?: true
}

const score = `case when s.search like searchable($8) then 1 else word_similarity(searchable($9), s.search) end`

const orders: Record<'next' | 'score' | NonNullable<Asked['sort']>, Order> = {
  // What is not over comes first, the nearest on top; then what is over, the latest on top.
  next: {
    keys: [
      { sql: 's.ends_at <= $11::timestamptz', type: 'boolean' },
      {
        sql: `extract(epoch from s.starts_at) * case when s.ends_at <= $11::timestamptz then -1 else 1 end`,
        type: 'numeric',
      },
    ],
  },
  score: {
    keys: [
      { sql: `-(${score})`, type: 'float4' },
      { sql: 's.search', type: 'text' },
    ],
  },
  startsAt: { keys: [{ sql: 's.starts_at', type: 'timestamptz' }] },
  '-startsAt': { keys: [{ sql: 's.starts_at', type: 'timestamptz' }], descending: true },
  title: { keys: [{ sql: 's.search', type: 'text' }] },
  '-title': { keys: [{ sql: 's.search', type: 'text' }], descending: true },
}

const matches = `
      s.office_id = o.id
      and ($2::boolean = (s.archived_at is not null))
      and ($3::date is null or s.starts_at >= $3::date::timestamp at time zone f.time_zone)
      and ($4::date is null or s.starts_at < ($4::date + 1)::timestamp at time zone f.time_zone)
      and ($5::text[] is null or s.status = any ($5))
      and ($6::uuid is null or s.series_id = $6)
      and ($7::boolean is null or $7 = (s.ends_at > $11::timestamptz))
      and ($8::text is null or s.search like searchable($8) or (
        searchable($9) <% s.search and not exists (
          select from sessions x where x.office_id = any ($1) and x.search like searchable($8))))`

/** Each office is read along its own index; only then are the rows of all merged. */
function listStatement(name: keyof typeof orders, next: boolean): Statement {
  const { keys, descending } = orders[name]
  const way = descending ? 'desc' : 'asc'
  const given = keys.map(({ type }, i) => `$${12 + i}::${type}`)
  const after = `and (${keys.map((key) => key.sql).join(', ')}, s.id) ${descending ? '<' : '>'} (${given.join(', ')}, $${12 + keys.length}::uuid)`
  const key = (i: number) => `"key${i}"`
  return {
    name: `sessions_${name}${next ? '_next' : ''}`,
    text: `
select s.* from unnest($1::uuid[]) o(id) join offices f on f.id = o.id cross join lateral (
  select ${listColumns}, ${keys.map(({ sql }, i) => `${sql} as ${key(i)}`).join(', ')},
         array[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}] as "sortValues"
    from sessions s
   where ${matches} ${next ? after : ''}
   order by ${keys.map((_, i) => `${key(i)} ${way}`).join(', ')}, s.id ${way} limit $10
) s
order by ${keys.map((_, i) => `s.${key(i)} ${way}`).join(', ')}, s.id ${way} limit $10`,
  }
}

const countStatement: Statement = {
  name: 'sessions_count',
  text: `select count(*) as total from (
    select from unnest($1::uuid[]) o(id) join offices f on f.id = o.id join sessions s on ${matches} limit $10
  ) counted`,
}

/** A page of the sessions in sight. `now` is bound into the cursor, so pages neither repeat nor miss one. */
export async function listSessions(
  db: Db,
  {
    cursors,
    offices,
    asked,
    now,
  }: { cursors: Cursors; offices: Offices; asked: Asked; now: string },
) {
  const { cursor, limit, count, ...filters } = asked
  if (asked.officeId && !offices.includes(asked.officeId)) throw new AppError('not_found')
  const sight = asked.officeId ? [asked.officeId] : offices
  const bound = { ...filters, list: 'sessions', offices }
  const [since = now, ...after] = cursors.read(cursor, bound) ?? []
  const q = asked.q || null
  const name = asked.sort ?? (q ? 'score' : 'next')
  const values = (limit: number) => [
    sight,
    asked.archived ?? false,
    asked.from ?? null,
    asked.to ?? null,
    asked.status ?? null,
    asked.seriesId ?? null,
    asked.upcoming ?? null,
    holding(asked.q),
    q,
    limit,
    since,
  ]
  const rows = await prepared<Omit<SessionListItem, 'answers'> & { sortValues: string[] }>(
    db,
    listStatement(name, after.length > 0),
    [...values(limit + 1), ...after],
  )
  const page = cursors.page(rows, limit, bound, (last) => [since, ...last.sortValues, last.id])
  const items = await withAnswers(db, page.items)
  if (!count) return { items, nextCursor: page.nextCursor }
  const [counted] = await prepared<{ total: number }>(db, countStatement, values(MAX_COUNTED + 1))
  const total = cappedTotal(counted?.total ?? 0)
  return {
    items,
    nextCursor: page.nextCursor,
    ...total,
  }
}
