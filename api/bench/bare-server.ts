import fastifyFormbody from '@fastify/formbody'
import fastifyJwt from '@fastify/jwt'
import Fastify, { type FastifyRequest } from 'fastify'
import pg from 'pg'

/**
 * What our server is measured against: the least that does the same work on the same data. Fastify with @fastify/jwt and
 * prepared statements, as the owner, without row-level security, triggers, logging, security headers or validation.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c session_replication_role=replica -c timezone=UTC -c jit=off',
})

const app = Fastify()
await app.register(fastifyJwt, { secret: process.env.SECRET_KEY ?? '' })
await app.register(fastifyFormbody)

const officeOf = async (request: FastifyRequest): Promise<string> =>
  (await request.jwtVerify<{ office: string }>()).office

const item = `j.id, j.office_id as "officeId", j.full_name as "fullName", j.title_prefix as "titlePrefix",
  j.title_suffix as "titleSuffix", j.phone, j.email, j.competence_level as "competenceLevel", j.beats, j.tags, j.provisional,
  j.opted_out_at as "optedOutAt", j.version, j.archived_at as "archivedAt",
  o.id as "outletId", o.name as "outletName", a.position`
const outlet = `left join affiliations a on a.journalist_id = j.id and a.office_id = j.office_id and a.is_primary
  left join outlets o on o.id = a.outlet_id and o.office_id = a.office_id`

const list = {
  name: 'list',
  text: `select ${item} from (
      select * from journalists where office_id = $1 and archived_at is null order by search, id limit 26) j
    ${outlet} order by j.search, j.id`,
}

const search = {
  name: 'search',
  text: `select ${item} from (
      select *, case when search = $3 then 5 when starts_with(search, $3) then 4
                     when strpos(search, ' ' || $3) > 0 then 3 else 2 end as score
        from journalists where office_id = $1 and archived_at is null and search like $2
       order by score desc, search, id limit 26) j
    ${outlet} order by j.score desc, j.search, j.id`,
}

const change = {
  name: 'change',
  text: `update journalists j set notes = $3, version = version + 1, updated_at = now()
          where j.id = $1 and j.version = $2 and j.office_id = $4
      returning j.*, (
        select coalesce(json_agg(json_build_object('id', a.id, 'outletId', o.id, 'outletName', o.name, 'position', a.position,
                 'isPrimary', a.is_primary, 'from', a.from_date, 'until', a.until_date) order by a.is_primary desc, a.id), '[]')
          from affiliations a join outlets o on o.id = a.outlet_id and o.office_id = a.office_id
         where a.office_id = j.office_id and a.journalist_id = j.id) as affiliations`,
}

interface Row {
  outletId: string | null
  outletName: string
  position: string | null
}

const page = (rows: Row[]) => ({
  items: rows.slice(0, 25).map(({ outletId, outletName, position, ...row }) => ({
    ...row,
    primaryOutlet: outletId && { id: outletId, name: outletName, position },
  })),
  nextCursor: rows.length > 25 ? 'more' : null,
})

app.get('/readyz', async () => ({ ready: true }))

app.get<{ Querystring: { q?: string } }>('/api/journalists', async (request) => {
  const office = await officeOf(request)
  const { q } = request.query
  if (!q) return page((await pool.query<Row>({ ...list, values: [office] })).rows)
  const name = q.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`
  return page((await pool.query<Row>({ ...search, values: [office, pattern, name] })).rows)
})

app.patch<{ Params: { id: string }; Body: { version: number; notes: string } }>(
  '/api/journalists/:id',
  async (request, reply) => {
    const office = await officeOf(request)
    const { version, notes } = request.body
    const { rows } = await pool.query({
      ...change,
      values: [request.params.id, version, notes, office],
    })
    return rows[0] ?? reply.status(409).send({})
  },
)

const seat = {
  name: 'seat',
  text: `update sessions s set seats_taken = seats_taken + 1 from invitations i
          where i.id = $1 and s.id = i.session_id and s.office_id = i.office_id and s.seats_taken < s.capacity`,
}
const answer = {
  name: 'answer',
  text: `update invitations set answer = $2, holds_seat = true, responded_at = now(), version = version + 1, updated_at = now()
          where id = $1 returning office_id`,
}
const respond = {
  name: 'respond',
  text: `insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind)
         values ($1, $2, 'none', $3, 'journalist')`,
}

app.post<{ Params: { token: string }; Body: { answer: string } }>(
  '/u/:token/response',
  async (request, reply) => {
    const id = Buffer.from(request.params.token, 'base64url').subarray(0, 16).toString('hex')
    const client = await pool.connect()
    try {
      await client.query('begin')
      const granted = await client.query({ ...seat, values: [id] })
      if (granted.rowCount !== 1) throw new Error('no seat')
      const { rows } = await client.query<{ office_id: string }>({
        ...answer,
        values: [id, request.body.answer],
      })
      await client.query({ ...respond, values: [rows[0]?.office_id, id, request.body.answer] })
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
    return reply.redirect(`/u/${request.params.token}`, 303)
  },
)

const feed = {
  name: 'feed',
  text: `select id, version, title, description, starts_at, ends_at, time_zone, venue, map_url, entry_note, status,
                cancel_reason, calendar_sequence, updated_at
           from sessions where office_id = $1 and status <> 'draft' and archived_at is null order by starts_at, id`,
}

// The query of a calendar alone: nothing is written of its rows.
app.get('/calendar/:file', async (request) => {
  const office = await officeOf(request)
  return { count: (await pool.query({ ...feed, values: [office] })).rows.length }
})

await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
process.once('SIGTERM', () => void app.close().then(() => pool.end()))
