import { AppError } from '../platform/app-error.ts'
import type { Cursors, Page } from '../platform/cursor.ts'
import { type Db, type Offices, prepared, type Statement } from '../platform/database.ts'
import { cappedTotal, MAX_COUNTED, type Total } from '../platform/list-query.ts'

/** A table of names that is listed and searched: its columns over the row `t`, and what is joined to it. */
export interface NameList {
  table: 'journalists' | 'outlets'
  /** Columns of the table that the others are read from; what stays in its office is joined. */
  fields: readonly string[]
  columns: string
  joins: string
}

export type NameSort = 'name' | '-name' | 'createdAt' | '-createdAt'

/** What every list is asked with; `filters` are those of the search function in the database. */
export interface NameQuery {
  limit: number
  cursor?: string | undefined
  q?: string | undefined
  count?: boolean | undefined
  archived?: boolean | undefined
  officeId?: string | undefined
  sort?: NameSort | undefined
  filters: Record<string, unknown>
}

interface Keyed {
  id: string
  search: string
  score: number
}

export type Counted<T> = Page<T> & Partial<Total>

const orders: Record<NameSort, { order: string; beyond: string; byName: boolean }> = {
  name: { order: 't.search, t.id', beyond: '(t.search, t.id) > ($2, $3)', byName: true },
  '-name': {
    order: 't.search desc, t.id desc',
    beyond: '(t.search, t.id) < ($2, $3)',
    byName: true,
  },
  createdAt: { order: 't.id', beyond: 't.id > $2', byName: false },
  '-createdAt': { order: 't.id desc', beyond: 't.id < $2', byName: false },
}

/** How many rows are asked for, at least one more than the page: a few numbers only, so that each connection keeps few statements. */
const enoughFor = (limit: number): number => (limit < 26 ? 26 : limit < 51 ? 51 : 101)

/**
 * The whole list, page by page. The number of rows is part of the text: as a parameter the planner takes it for a tenth of
 * the table and then plans anew each time. Of several offices each is read in the order of its own index and the pages are
 * merged; one condition over all offices would have to sort them.
 */
function plainStatement(
  { table, fields, columns, joins }: NameList,
  {
    sort,
    archived,
    rowCount,
    continued,
    several,
  }: {
    sort: NameSort
    archived: boolean
    rowCount: number
    continued: boolean
    several: boolean
  },
): Statement {
  const { order, beyond } = orders[sort]
  const rowsOf = (office: string): string => `
    select ${fields.map((field) => `t.${field}`).join(', ')} from ${table} t
     where t.office_id = ${office} and t.archived_at is ${archived ? 'not' : ''} null
       ${continued ? `and ${beyond}` : ''}
     order by ${order} limit ${rowCount}`
  const rows = several
    ? `select t.* from unnest($1::uuid[]) o(id) cross join lateral (${rowsOf('o.id')}) t
        order by ${order} limit ${rowCount}`
    : rowsOf('$1')
  return {
    name: `list_${table}_${sort}`,
    text: `select ${columns}, t.search, 0 as score from (${rows}) t ${joins} order by ${order}`,
  }
}

/** What the search function found, in its order; row-level security decides once more what is seen of it. */
function searchStatement(
  { table, columns, joins }: NameList,
  sort: NameSort | undefined,
): Statement {
  const order = sort ? orders[sort].order : 's.score desc, t.search, t.id'
  return {
    name: `search_${table}_${sort ?? 'score'}`,
    text: `select ${columns}, t.search, s.score
        from search_${table}($1, $2, $3, $4, $5) s
        join ${table} t on t.id = s.id and t.office_id = s.office_id
      ${joins} order by ${order}`,
  }
}

/** One page of names in sight, 404 for an office out of sight, 400 for a cursor of another question. */
export async function listNames<Row extends object>(
  db: Db,
  list: NameList,
  query: NameQuery,
  { offices, cursors }: { offices: Offices; cursors: Cursors },
): Promise<Counted<Row & Keyed>> {
  const { cursor, limit, count, ...asked } = query
  if (asked.officeId !== undefined && !offices.includes(asked.officeId)) {
    throw new AppError('not_found')
  }
  const question = { ...asked, offices, list: list.table }
  const after = cursors.read(cursor, question)
  const q = asked.q === '' ? undefined : asked.q
  const wanted = asked.officeId === undefined ? offices : [asked.officeId]
  const archived = asked.archived ?? false
  const narrow = q !== undefined || Object.keys(asked.filters).length > 0

  if (!narrow) {
    const sort = asked.sort ?? 'name'
    const several = wanted.length !== 1
    const rows = await prepared<Row & Keyed>(
      db,
      plainStatement(list, {
        sort,
        archived,
        rowCount: enoughFor(limit),
        continued: after !== undefined,
        several,
      }),
      [several ? wanted : wanted[0], ...(after ?? [])],
    )
    const page = cursors.page(rows, limit, question, (last) =>
      orders[sort].byName ? [last.search, last.id] : [last.id],
    )
    return count ? { ...page, ...(await countAll(db, list, { wanted, archived })) } : page
  }

  const filters = {
    ...asked.filters,
    ...(archived && { archived }),
    ...(asked.officeId !== undefined && { officeId: asked.officeId }),
  }
  // Without filters and order the function keeps its plans.
  const given = Object.keys(filters).length > 0 ? JSON.stringify(filters) : null
  const sort = asked.sort ?? (q === undefined ? 'name' : undefined)
  const rows = await prepared<Row & Keyed>(db, searchStatement(list, sort), [
    q ?? null,
    given,
    sort ?? null,
    after ?? null,
    limit + 1,
  ])
  const page = cursors.page(rows, limit, question, (last) => [last.score, last.search, last.id])
  return count ? { ...page, ...(await countFound(db, list, { q, filters: given })) } : page
}

async function countAll(
  db: Db,
  { table }: NameList,
  { wanted, archived }: { wanted: Offices; archived: boolean },
): Promise<Total> {
  const statement = {
    name: `count_${table}_${archived}`,
    text: `select count(*) as n from (select from ${table}
            where office_id = any ($1) and archived_at is ${archived ? 'not' : ''} null limit $2) t`,
  }
  const [counted] = await prepared<{ n: number }>(db, statement, [wanted, MAX_COUNTED + 1])
  return cappedTotal(counted?.n ?? 0)
}

async function countFound(
  db: Db,
  { table }: NameList,
  { q, filters }: { q: string | undefined; filters: string | null },
): Promise<Total> {
  const statement = {
    name: `count_found_${table}`,
    text: `select count(*) as n from search_${table}($1, $2, null, null, $3)`,
  }
  const [counted] = await prepared<{ n: number }>(db, statement, [
    q ?? null,
    filters,
    MAX_COUNTED + 1,
  ])
  return cappedTotal(counted?.n ?? 0)
}
