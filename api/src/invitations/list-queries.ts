import type { Invitation, invitationsApi } from '@ngopi/shared/invitations'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, prepared, type Statement } from '../platform/database.ts'
import { cappedTotal, holding, MAX_COUNTED } from '../platform/list-query.ts'
import { findSession } from '../sessions/queries.ts'
import { invitationColumns, lastDelivery, whoIsInvited } from './queries.ts'

type Asked = z.output<typeof invitationsApi.list.schema.querystring>

interface Order {
  keys: { sql: string; type: string }[]
  descending?: true
}

const score = `case when j.search like searchable($4) then 1 when o.search like searchable($4) then 0.9
  else greatest(word_similarity(searchable($5), j.search), word_similarity(searchable($5), o.search)) end`

const orders: Record<'score' | NonNullable<Asked['sort']>, Order> = {
  // Ids are made in the order invited.
  createdAt: { keys: [] },
  name: { keys: [{ sql: 'j.search', type: 'text' }] },
  waitlistedAt: {
    keys: [{ sql: `coalesce(i.waitlisted_at, 'infinity')`, type: 'timestamptz' }],
  },
  '-respondedAt': {
    keys: [{ sql: `coalesce(i.responded_at, '-infinity')`, type: 'timestamptz' }],
    descending: true,
  },
  score: {
    keys: [
      { sql: `-(${score})::float4`, type: 'float4' },
      { sql: 'j.search', type: 'text' },
    ],
  },
}

// A name typed with a mistake is looked for only where nobody is found by it as it stands.
const matches = `
  i.office_id = $1 and i.session_id = $2
  and ($3::text[] is null or i.answer = any ($3))
  and $6::boolean = (i.revoked_at is not null)
  and ($4::text is null or j.search like searchable($4) or o.search like searchable($4) or (
    (searchable($5) <% j.search or searchable($5) <% o.search) and not exists (
      select from invitations i ${whoIsInvited}
       where i.office_id = $1 and i.session_id = $2
         and (j.search like searchable($4) or o.search like searchable($4)))))`

function listStatement(name: keyof typeof orders, next: boolean): Statement {
  const { keys, descending } = orders[name]
  const way = descending ? 'desc' : 'asc'
  const given = keys.map(({ type }, i) => `$${8 + i}::${type}`)
  const after = `and (${[...keys.map((key) => key.sql), 'i.id'].join(', ')}) ${descending ? '<' : '>'} (${[...given, `$${8 + keys.length}::uuid`].join(', ')})`
  return {
    name: `invitations_${name}${next ? '_next' : ''}`,
    text: `
select ${invitationColumns}, array[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}]::text[] as "sortValues"
  from invitations i ${whoIsInvited} ${lastDelivery}
 where ${matches} ${next ? after : ''}
 order by ${[...keys.map(({ sql }) => sql), 'i.id'].map((key) => `${key} ${way}`).join(', ')} limit $7`,
  }
}

const countStatement: Statement = {
  name: 'invitations_count',
  text: `select count(*) as total from (
    select from invitations i ${whoIsInvited} where ${matches} limit $7) counted`,
}

/** A page of the invitations of a session in sight; `archived` shows the revoked ones. */
export async function listInvitations(
  db: Db,
  { cursors, sessionId, asked }: { cursors: Cursors; sessionId: string; asked: Asked },
) {
  const session = await findSession(db, sessionId)
  if (!session) throw new AppError('not_found')
  if (asked.officeId && asked.officeId !== session.officeId) throw new AppError('not_found')
  const { cursor, limit, count, ...filters } = asked
  const bound = { ...filters, list: 'invitations', sessionId }
  const after = cursors.read(cursor, bound) ?? []
  const q = asked.q || null
  const values = (limit: number) => [
    session.officeId,
    sessionId,
    asked.answer ?? null,
    holding(asked.q),
    q,
    asked.archived ?? false,
    limit,
  ]
  const name = asked.sort ?? (q ? 'score' : 'createdAt')
  const rows = await prepared<Invitation & { sortValues: string[] }>(
    db,
    listStatement(name, after.length > 0),
    [...values(limit + 1), ...after],
  )
  const page = cursors.page(rows, limit, bound, (last) => [...last.sortValues, last.id])
  if (!count) return page
  const [found] = await prepared<{ total: number }>(db, countStatement, values(MAX_COUNTED + 1))
  const total = cappedTotal(found?.total ?? 0)
  return {
    ...page,
    ...total,
  }
}
