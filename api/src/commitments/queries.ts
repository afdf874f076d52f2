import type { Commitment, commitmentsApi } from '@ngopi/shared/commitments'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared, type Statement } from '../platform/database.ts'
import { cappedTotal, holding, MAX_COUNTED } from '../platform/list-query.ts'

type Asked = z.output<typeof commitmentsApi.list.schema.querystring>

const columns = `
  c.id, c.office_id as "officeId", c.text, c.off_record as "offRecord", c.due_on as "dueOn", c.state, c.outcome,
  c.settled_at as "settledAt", c.told_at as "toldAt", c.told_channel as "toldChannel", c.version,
  c.created_at as "createdAt", c.updated_at as "updatedAt", c.archived_at as "archivedAt",
  c.state = 'open' and c.due_on < (now() at time zone f.time_zone)::date as overdue,
  json_build_object('id', u.id, 'name', u.name) as owner,
  case when q.id is not null then json_build_object('id', q.id, 'text', q.text) end as question,
  case when j.id is not null then json_build_object('id', j.id, 'fullName', j.full_name) end as journalist,
  j.preferred_channel as "preferredChannel", s.id as "sessionId", s.title as "sessionTitle",
  s.starts_at as "sessionStartsAt"`

const joins = `
  join offices f on f.id = c.office_id
  join users u on u.id = c.owner_id and u.office_id = c.office_id
  left join sessions s on s.id = c.session_id and s.office_id = c.office_id
  left join questions q on q.id = c.question_id and q.office_id = c.office_id
  left join journalists j on j.id = c.journalist_id and j.office_id = c.office_id`

type Row = Omit<Commitment, 'session'> & {
  sessionId: string | null
  sessionTitle: string
  sessionStartsAt: string
}

function withSession({ sessionId: id, sessionTitle, sessionStartsAt, ...rest }: Row): Commitment {
  const session = id === null ? null : { id, title: sessionTitle, startsAt: sessionStartsAt }
  return { ...rest, session }
}

const byId = {
  name: 'commitment_by_id',
  text: `select ${columns} from commitments c ${joins} where c.id = $1`,
}

/** The promise, archived or not; undefined out of sight, as one off the record is for every office but its own. */
export async function findCommitment(db: Db, id: string): Promise<Commitment | undefined> {
  const [row] = await prepared<Row>(db, byId, [id])
  return row && withSession(row)
}

/** As `findCommitment`; 404 out of sight. */
export async function getCommitment(db: Db, id: string): Promise<Commitment> {
  const found = await findCommitment(db, id)
  if (!found) throw new AppError('not_found')
  return found
}

const owners = {
  name: 'commitment_owners',
  text: `select id, name from users
          where office_id = $1 and disabled_at is null and archived_at is null and role <> 'desk' order by name, id`,
}

/** Who in an office may own a promise. */
export async function listOwners(db: Db, officeId: string): Promise<Commitment['owner'][]> {
  return prepared(db, owners, [officeId])
}

const orders = {
  dueOn: { key: 'c.due_on', type: 'date', way: 'asc' },
  '-dueOn': { key: 'c.due_on', type: 'date', way: 'desc' },
  '-createdAt': { key: 'c.id', type: 'uuid', way: 'desc' },
} as const

const matches = `
      c.office_id = f.id and $2::boolean = (c.archived_at is not null)
      and ($3::text[] is null or c.state = any ($3))
      and ($4::boolean is null or $4 = (c.state = 'open' and c.due_on < (now() at time zone f.time_zone)::date))
      and ($5::uuid is null or c.owner_id = $5) and ($6::uuid is null or c.session_id = $6)
      and ($7::uuid is null or c.journalist_id = $7)
      and ($8::text is null or searchable(c.text) like searchable($8))`

/** Each office is read along its own index; only then are the rows of all merged. */
function listStatement(sort: keyof typeof orders, next: boolean): Statement {
  const { key, type, way } = orders[sort]
  const after = `and (${key}, c.id) ${way === 'asc' ? '>' : '<'} ($10::${type}, $11::uuid)`
  return {
    name: `commitments_${sort}${next ? '_next' : ''}`,
    text: `
select ${columns}
  from (
    select k.* from unnest($1::uuid[]) a(id) join offices f on f.id = a.id cross join lateral (
      select c.id, c.office_id, ${key} as key from commitments c
       where ${matches} ${next ? after : ''} order by ${key} ${way}, c.id ${way} limit $9
    ) k order by k.key ${way}, k.id ${way} limit $9
  ) k join commitments c on c.id = k.id and c.office_id = k.office_id ${joins}
 order by k.key ${way}, k.id ${way}`,
  }
}

const counted: Statement = {
  name: 'commitments_counted',
  text: `select count(*) as total from (
    select from unnest($1::uuid[]) a(id) join offices f on f.id = a.id join commitments c on ${matches} limit $9
  ) c`,
}

/** A page of the promises in sight, the next due first. */
export async function listCommitments(
  db: Db,
  { cursors, offices, asked }: { cursors: Cursors; offices: Offices; asked: Asked },
) {
  const { cursor, limit, count, ...filters } = asked
  if (asked.officeId && !offices.includes(asked.officeId)) throw new AppError('not_found')
  const bound = { ...filters, list: 'commitments', offices }
  const after = cursors.read(cursor, bound) ?? []
  const values = (limit: number) => [
    asked.officeId ? [asked.officeId] : offices,
    asked.archived ?? false,
    asked.state ?? null,
    asked.overdue ?? null,
    asked.ownerId ?? null,
    asked.sessionId ?? null,
    asked.journalistId ?? null,
    holding(asked.q),
    limit,
  ]
  const sort = asked.sort ?? 'dueOn'
  const statement = listStatement(sort, after.length > 0)
  const rows = await prepared<Row>(db, statement, [...values(limit + 1), ...after])
  const page = cursors.page(rows, limit, bound, ({ id, dueOn }) => [
    sort === '-createdAt' ? id : dueOn,
    id,
  ])
  const items = page.items.map(withSession)
  if (!count) return { items, nextCursor: page.nextCursor }
  const [all] = await prepared<{ total: number }>(db, counted, values(MAX_COUNTED + 1))
  const total = cappedTotal(all?.total ?? 0)
  return {
    items,
    nextCursor: page.nextCursor,
    ...total,
  }
}
