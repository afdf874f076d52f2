import type pg from 'pg'

/** Sessions ahead with room for everybody, and every journalist of the office invited to ten of them. */
export async function inviteGuests(pool: pg.Pool, officeId: string): Promise<void> {
  await pool.query(
    `insert into sessions (office_id, title, starts_at, ends_at, time_zone, venue, capacity, status)
     select $1, 'Ngopi ' || n, now() + interval '7 days', now() + interval '7 days 2 hours', 'Asia/Jakarta', 'Aula', 1000, 'published'
       from generate_series(1, 2000) n`,
    [officeId],
  )
  await pool.query(
    `insert into invitations (office_id, session_id, journalist_id, outlet_id)
     select j.office_id, s.ids[1 + (n + 200 * turn) % 2000], j.id, a.outlet_id
       from (select *, row_number() over (order by id) as n from journalists where office_id = $1) j
       join affiliations a on a.office_id = j.office_id and a.journalist_id = j.id and a.is_primary,
            (select array_agg(id) as ids from sessions where office_id = $1) s, generate_series(0, 9) turn`,
    [officeId],
  )
  await pool.query('vacuum analyze')
}
