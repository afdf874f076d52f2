import { newId } from '../src/platform/ids.ts'
import type { Make } from './make.ts'

interface Person {
  name: string
  outlet?: string | null
  phone?: string | null
  email?: string | null
  competence?: 'none' | 'muda' | 'madya' | 'utama'
  tags?: string[]
  beats?: string[]
  provisional?: boolean
  archived?: boolean
  optedOut?: boolean
}

/** An office with people and a past, written as the database's owner: filters are tried on many small facts. */
export class AudienceOffice {
  readonly people = new Map<string, string>()
  readonly outlets = new Map<string, string>()

  constructor(
    readonly make: Make,
    readonly id: string,
  ) {}

  /** An active outlet. */
  async outlet(
    name: string,
    { platform = 'online', city = null as string | null, tags = [] as string[] } = {},
  ): Promise<string> {
    const id = newId()
    await this.make.pool.query(
      'insert into outlets (id, office_id, name, platform, city, tags) values ($1, $2, $3, $4, $5, $6)',
      [id, this.id, name, platform, city, tags],
    )
    this.outlets.set(name, id)
    return id
  }

  /** A journalist who can be reached by phone unless said otherwise; `outlet` names one made before. */
  async person({
    name,
    outlet = null,
    phone = '+6281200000000',
    email = null,
    ...facts
  }: Person): Promise<string> {
    const id = newId()
    await this.make.pool.query(
      `insert into journalists (id, office_id, full_name, phone, email, competence_level, tags, beats, provisional,
                                archived_at, opted_out_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $10 then now() end, case when $11 then now() end)`,
      [
        id,
        this.id,
        name,
        phone,
        email,
        facts.competence ?? 'none',
        facts.tags ?? [],
        facts.beats ?? [],
        facts.provisional ?? false,
        facts.archived ?? false,
        facts.optedOut ?? false,
      ],
    )
    if (outlet)
      await this.make.pool.query(
        'insert into affiliations (office_id, journalist_id, outlet_id, is_primary) values ($1, $2, $3, true)',
        [this.id, id, this.outlets.get(outlet)],
      )
    this.people.set(name, id)
    return id
  }

  /** A session that began so many days ago, with what became of whom. */
  async past(
    daysAgo: number,
    {
      invited = [] as string[],
      answered = [] as string[],
      attended = [] as string[],
      published = [] as string[],
      status = 'done',
      seriesId = null as string | null,
    } = {},
  ): Promise<string> {
    const id = newId()
    const { pool } = this.make
    await pool.query(
      `insert into sessions (id, office_id, series_id, title, starts_at, ends_at, time_zone, venue, status)
       values ($1, $2, $3, 'Lalu', now() - $4 * interval '1 day', now() - $4 * interval '1 day' + interval '1 hour',
               'Asia/Jakarta', 'Aula', $5)`,
      [id, this.id, seriesId, daysAgo, status],
    )
    await pool.query(
      `insert into invitations (office_id, session_id, journalist_id, answer, responded_at)
       select $1, $2, p, case when p = any ($4) then 'attending' else 'none' end, case when p = any ($4) then now() end
         from unnest($3::uuid[]) p`,
      [this.id, id, this.ids(invited), this.ids(answered)],
    )
    await pool.query(
      `insert into attendances (office_id, session_id, journalist_id, status) select $1, $2, unnest($3::uuid[]), 'present'`,
      [this.id, id, this.ids(attended)],
    )
    for (const journalist of this.ids(published)) await this.piece(id, { journalist })
    return id
  }

  /** A printed piece about a session. */
  async piece(
    sessionId: string,
    {
      journalist = null,
      outlet,
      state = 'accepted',
    }: { journalist?: string | null; outlet?: string; state?: string },
  ): Promise<void> {
    await this.make.pool.query(
      `insert into coverage (office_id, outlet_id, journalist_id, session_id, kind, title, published_at, state)
       select $1, coalesce($5, (select id from outlets where office_id = $1 limit 1)), $2, $3, 'print', 'Berita', now(), $4`,
      [this.id, journalist, sessionId, state, outlet ? this.outlets.get(outlet) : null],
    )
  }

  /** A series to hold past sessions. */
  async series(): Promise<string> {
    const id = newId()
    await this.make.pool.query(
      `insert into series (id, office_id, title, rrule, starts_on, start_time, duration_minutes, time_zone, venue)
       values ($1, $2, 'Rangkaian', 'FREQ=MONTHLY', '2025-01-01', '09:00', 60, 'Asia/Jakarta', 'Aula')`,
      [id, this.id],
    )
    return id
  }

  ids(names: readonly string[]): string[] {
    return names.map((name) => this.people.get(name) ?? '')
  }
}
