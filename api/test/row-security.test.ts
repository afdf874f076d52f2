import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from './database.ts'

/** What the own office alone reads of a row that others see too. */
const ownViews = [
  'attendance_reasons',
  'invitation_reasons',
  'journalist_contacts',
  'outlet_contacts',
  'representation_contacts',
  'response_reasons',
]

let owner: pg.Client
let drop: () => Promise<void>

beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await drop()
})

const namesOf = async (query: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(query)).rows.map((row) => row.name)

describe('the catalogue', () => {
  it('has an office in every table but the tree of offices and the counters of attempts', async () => {
    const without = await namesOf(`
      select c.relname as name from pg_class c
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id')
       order by 1`)
    expect(without).toEqual(['migrations', 'offices', 'rate_counters'])
  })

  it('has no table of an office without forced row-level security and policies', async () => {
    const unguarded = await namesOf(`
      select c.relname as name from pg_class c
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and c.relname not in ('migrations', 'rate_counters')
         and (not c.relrowsecurity or not c.relforcerowsecurity
              or not exists (select from pg_policy p where p.polrelid = c.oid))`)
    expect(unguarded).toEqual([])
  })

  it('has no policy for the application that admits everything', async () => {
    const careless = await namesOf(`
      select p.polname || ' on ' || p.polrelid::regclass as name from pg_policy p
       where (select oid from pg_roles where rolname = 'ngopi_app') = any (p.polroles)
         and coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
             not like '%app.offices%'`)
    expect(careless).toEqual([])
  })

  it('lets the application write into the first office in sight alone', async () => {
    const wide = await namesOf(`
      select p.polname || ' on ' || p.polrelid::regclass as name from pg_policy p
       where (select oid from pg_roles where rolname = 'ngopi_app') = any (p.polroles) and p.polcmd <> 'r'
         and not (coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) like '%)[1]%'
                  and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)) like '%)[1]%')`)
    expect(wide).toEqual([])
  })

  it('has no view that reads with the rights of its owner but those that show a part, of offices in sight alone', async () => {
    const { rows } = await owner.query<{ name: string; definition: string }>(`
      select relname as name, pg_get_viewdef(oid) as definition from pg_class
       where relkind = 'v' and relnamespace = 'public'::regnamespace
         and not coalesce(reloptions @> array['security_invoker=true'], false)
         and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`)
    const own = rows.filter(({ definition }) =>
      /office_id = \(.*app\.offices.*\)\[1\]/s.test(definition),
    )
    expect(own.map(({ name }) => name).toSorted()).toEqual(ownViews)
    const others = rows.filter((row) => !own.includes(row))
    expect(others.map(({ name }) => name).toSorted()).toEqual(['mail_states', 'whatsapp_states'])
    for (const { name, definition } of others) {
      expect(definition, name).toMatch(/office_id = ANY .*app\.offices/)
      expect(definition, name).toMatch(/^ SELECT id,\s+office_id,\s+state\s+FROM/)
    }
  })

  it('lets the application read every column but those that stay in their office', async () => {
    const unreadable = await namesOf(`
      select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and c.relname not in ('migrations', 'rate_counters')
         and a.attnum > 0 and not a.attisdropped and not has_column_privilege('ngopi_app', c.oid, a.attnum, 'select')
       order by 1`)
    // Whoever adds a column to one of these tables grants it, or names it here.
    expect(unreadable).toEqual([
      'attendances.closed_reason',
      'attendances.reason',
      'invitations.decline_kind',
      'invitations.decline_reason',
      'journalists.email',
      'journalists.notes',
      'journalists.phone',
      'journalists.phone_raw',
      'outlets.address',
      'outlets.email',
      'outlets.notes',
      'outlets.phone',
      'outlets.phone_raw',
      'representations.email',
      'representations.phone',
      'responses.note',
      'responses.reason',
      'whatsapp_queue.note',
    ])
  })

  it('gives the application a role that owns nothing and bypasses nothing', async () => {
    const { rows } = await owner.query(`
      select rolname as name, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin,
             (select count(*)::int from pg_class where relowner = r.oid and relkind <> 'v') as owned,
             (select count(*)::int from pg_class where relowner = r.oid and relkind = 'v') as views
        from pg_roles r where rolname in ('ngopi_app', 'ngopi_lookup')`)
    expect(rows).toHaveLength(2)
    for (const role of rows) {
      expect(role).toEqual({
        name: role.name,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcanlogin: false,
        owned: 0,
        views: role.name === 'ngopi_app' ? 0 : ownViews.length + 2,
      })
    }
  })

  it('pins the search path of every function that runs with the rights of its owner', async () => {
    const loose = await namesOf(`
      select p.proname as name from pg_proc p
       where p.prosecdef and p.pronamespace = 'public'::regnamespace
         and not coalesce(array_to_string(p.proconfig, ' ') like '%search_path=%', false)`)
    expect(loose).toEqual([])
    const reachable = await namesOf(`
      select p.proname as name from pg_proc p
       where p.prosecdef and p.pronamespace = 'public'::regnamespace and p.proowner <> (select oid from pg_roles where rolname = 'ngopi_lookup')
       order by 1`)
    expect(reachable).toEqual(['discard_job', 'office_jobs', 'queue_job', 'retry_job'])
  })

  it('lets nobody run a function of ours without a grant', async () => {
    const open = await namesOf(`
      select p.proname as name from pg_proc p
       where p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute')
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
    expect(open).toEqual([])
  })

  it('carries the office in every foreign key between tables of an office, and in every unique key', async () => {
    const foreign = await namesOf(`
      select conname as name from pg_constraint k
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'offices'::regclass
         and not exists (select from unnest(k.conkey) n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n
                          where a.attname = 'office_id')`)
    expect(foreign).toEqual([])
    const unique = await namesOf(`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname not in ('offices', 'migrations', 'rate_counters')
         and not exists (select from unnest(i.indkey::int2[]) n join pg_attribute a on a.attrelid = i.indrelid and a.attnum = n
                          where a.attname = 'office_id')`)
    // Each finds an office, so it is asked before one is known.
    expect(unique.toSorted()).toEqual([
      'calendar_feeds_token',
      'session_letters_code',
      'users_email',
      'whatsapp_messages_provider',
    ])
  })

  it('logs every change of a table that people edit', async () => {
    const silent = await namesOf(`
      select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attname = 'version' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and not exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
                          where t.tgrelid = c.oid and f.proname = 'record_activity')`)
    expect(silent).toEqual([])
  })

  it('has no invalid index and says of every table what it is for', async () => {
    expect(
      await namesOf(`select indexrelid::regclass::text as name from pg_index where not indisvalid`),
    ).toEqual([])
    expect(
      await namesOf(`
        select relname as name from pg_class
         where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'
           and obj_description(oid) is null`),
    ).toEqual([])
  })
})

describe('the application role', () => {
  it('sees nothing without offices in sight, nor with an empty setting', async () => {
    await owner.query(`begin; select set_config('app.actor', 'system:', true);
      insert into offices (name, time_zone) values ('Kantor', 'Asia/Jakarta'); commit`)
    await owner.query('set role ngopi_app')
    expect((await owner.query('select from offices')).rowCount).toBe(0)
    await owner.query(`select set_config('app.offices', '', false)`)
    expect((await owner.query('select from offices')).rowCount).toBe(0)
    await owner.query('reset role')
  })

  it('reads what stays in an office in the first office in sight alone, and nowhere but in its view', async () => {
    await owner.query(`begin; select set_config('app.actor', 'system:', true)`)
    const offices: string[] = []
    for (const name of ['Atas', 'Bawah']) {
      const { rows } = await owner.query<{ id: string }>(
        `insert into offices (name, time_zone) values ($1, 'Asia/Jakarta') returning id`,
        [name],
      )
      const id = rows[0]?.id ?? ''
      offices.push(id)
      await owner.query(
        `insert into journalists (office_id, full_name, phone, email, notes) values ($1, $2, '+62812', 'a@b.example', 'catatan')`,
        [id, name],
      )
    }
    await owner.query('commit; set role ngopi_app')
    await owner.query(`select set_config('app.offices', $1, false)`, [offices.join(',')])
    const seen = await owner.query(
      `select j.full_name, j.has_phone, c.phone, c.email, c.notes
         from journalists j left join journalist_contacts c on c.id = j.id order by j.full_name`,
    )
    expect(seen.rows).toEqual([
      {
        full_name: 'Atas',
        has_phone: true,
        phone: '+62812',
        email: 'a@b.example',
        notes: 'catatan',
      },
      { full_name: 'Bawah', has_phone: true, phone: null, email: null, notes: null },
    ])
    for (const careless of [
      'select phone from journalists',
      'select * from journalists',
      `select full_name from journalists where phone like '%12'`,
      'select j from journalists j',
      `update journalists set full_name = phone`,
      `update journalists set full_name = 'X' returning email`,
    ])
      await expect(owner.query(careless), careless).rejects.toThrow(/permission denied/)
    await owner.query('reset role')
  })

  it('cannot reach the counters, change the past or write without an actor', async () => {
    const office = (await owner.query<{ id: string }>('select id from offices limit 1')).rows[0]?.id
    await owner.query('set role ngopi_app')
    await owner.query(`select set_config('app.offices', $1, false)`, [office])
    await expect(owner.query('select from rate_counters')).rejects.toThrow(/permission denied/)
    for (const table of ['activity', 'responses', 'scans', 'deliveries', 'reviews']) {
      await expect(owner.query(`delete from ${table}`), table).rejects.toThrow(/permission denied/)
      await expect(owner.query(`update ${table} set office_id = office_id`), table).rejects.toThrow(
        /permission denied/,
      )
    }
    await expect(owner.query(`update offices set name = 'Lain'`)).rejects.toThrow(
      /without an actor/,
    )
    await owner.query('reset role')
  })

  it('forgets answers kept for repeated requests after a day, and no younger ones', async () => {
    const office = (await owner.query<{ id: string }>('select id from offices limit 1')).rows[0]?.id
    for (const [key, age] of [
      ['old', '25 hours'],
      ['young', '23 hours'],
    ]) {
      await owner.query(
        `insert into idempotency_keys (office_id, user_id, operation, key, body_hash, status, body, created_at)
         values ($1, uuidv7(), 'POST /x', $2, '', 201, 'null', now() - $3::interval)`,
        [office, key, age],
      )
    }
    await owner.query('set role ngopi_app')
    await owner.query('select forget_what_expired()')
    await owner.query('reset role')
    expect(await namesOf('select key as name from idempotency_keys')).toEqual(['young'])
  })
})
