import { prepared, type Tx } from '../platform/database.ts'

/** Marks an outlet of which nothing was learnt but the name. */
const toCompleteTag = 'perlu dilengkapi'

const namedOutlets = {
  name: 'named_outlets',
  text: `
with asked as (
  select n, name, searchable(name) as key from unnest($2::text[]) with ordinality u(name, n)
), firsts as (
  select distinct on (key) key, name from asked order by key, n
), known as (
  select f.key, o.id from firsts f cross join lateral (
    select o.id from outlets o where o.office_id = $1 and o.search = f.key
     order by o.archived_at nulls first, o.id limit 1) o
), added as (
  insert into outlets (office_id, name, platform, tags)
  select $1, f.name, 'online', array[$3] from firsts f where not exists (select from known k where k.key = f.key)
  returning id, search as key
)
select coalesce(k.id, d.id) as id
  from asked a left join known k on k.key = a.key left join added d on d.key = a.key order by a.n`,
}

/** The ids of the outlets of these names, as their spelling is searched by; one the office does not know is added. */
export async function outletsNamed(
  tx: Tx,
  officeId: string,
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return []
  const rows = await prepared<{ id: string }>(tx, namedOutlets, [officeId, names, toCompleteTag])
  return rows.map(({ id }) => id)
}

/** As `outletsNamed`, of one name. */
export async function matchOrCreateOutlet(tx: Tx, officeId: string, name: string): Promise<string> {
  const [id = ''] = await outletsNamed(tx, officeId, [name])
  return id
}
