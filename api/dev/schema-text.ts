import type pg from 'pg'

const generated = '-- Generated from the migrations by `npm run schema`.\n'

interface About {
  partitioned: string | null
  /** What is said of its row security. */
  security: string[]
  comment: string | null
}

interface Column {
  name: string
  type: string
  required: boolean
  /** Default or expression, as PostgreSQL writes it. */
  value: string | null
  /** `s` stored, `v` virtual; empty for a default. */
  generated: string
  comment: string | null
}

/** What every query below asks of: tables of ours; the months of a partitioned one come and go with the clock. */
const tables = `
  select c.oid, c.relname::text as "table" from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     and c.relname <> 'migrations'`

/** Rows about every table, to be had by its name. */
async function ask<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
): Promise<(table: string) => Row[]> {
  const { rows } = await client.query<Row & { table: string }>(
    `with t as (${tables}) select t."table", ${text}`,
  )
  return (table) => rows.filter((row) => row.table === table)
}

function columnLines(columns: readonly Column[]): string[] {
  const width = (of: (column: Column) => string) =>
    Math.max(0, ...columns.map((column) => of(column).length))
  const names = width(({ name }) => name)
  const types = width(({ type }) => type)
  return columns.map(({ name, type, required, value, generated: kind }) => {
    const expression =
      value === null
        ? ''
        : kind === ''
          ? ` DEFAULT ${value}`
          : ` GENERATED ALWAYS AS (${value})${kind === 's' ? ' STORED' : ''}`
    return `${name.padEnd(names)}  ${type.padEnd(types)}${required ? ' NOT NULL' : ''}${expression}`.trimEnd()
  })
}

const commentLines = (what: string, comment: string | null): string[] =>
  comment === null ? [] : [`COMMENT ON ${what} IS '${comment.replaceAll("'", "''")}';`]

/**
 * The present schema as SQL to read: for each table of `public` a file with its columns, constraints, indexes, policies,
 * triggers and rights, and one with all functions. The same bytes for the same migrations, wherever they ran.
 *
 * @returns text by file name, such as `invitations.sql`
 */
export async function schemaTexts(client: pg.ClientBase): Promise<Map<string, string>> {
  // Names are written in full only where they are not found without, whatever the connection is set to.
  await client.query(
    `set search_path to public; set timezone to 'UTC'; set datestyle to 'ISO'; set quote_all_identifiers to off`,
  )
  const { rows } = await client.query<{ table: string }>(`${tables} order by c.relname collate "C"`)
  const names = rows.map(({ table }) => table)
  const described = await ask<About>(
    client,
    `pg_get_partkeydef(c.oid) as partitioned, obj_description(c.oid, 'pg_class') as comment,
     array_remove(array[case when c.relrowsecurity then 'ENABLE' end,
                        case when c.relforcerowsecurity then 'FORCE' end], null) as security
       from t join pg_class c using (oid)`,
  )
  const columns = await ask<Column>(
    client,
    `a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
     pg_get_expr(d.adbin, d.adrelid, true) as value, a.attgenerated::text as generated,
     col_description(a.attrelid, a.attnum) as comment
       from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum order by a.attnum`,
  )
  const constraints = await ask<{ text: string }>(
    client,
    `format('CONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid, true)) as text
       from t join pg_constraint c on c.conrelid = t.oid and c.contype <> 'n'
      order by strpos('pufxc', c.contype::text), c.conname collate "C"`,
  )
  const indexes = await ask<{ text: string }>(
    client,
    `replace(replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON '), ' USING btree', '') as text from t join pg_index i on i.indrelid = t.oid
       join pg_class c on c.oid = i.indexrelid
      where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by c.relname collate "C"`,
  )
  const policies = await ask<{ text: string }>(
    client,
    `concat_ws(E'\n  ', format('CREATE POLICY %I ON %I%s FOR %s TO %s', p.policyname, p.tablename,
         case p.permissive when 'RESTRICTIVE' then ' AS RESTRICTIVE' else '' end, p.cmd, array_to_string(p.roles, ', ')),
       'USING (' || p.qual || ')', 'WITH CHECK (' || p.with_check || ')') as text
       from t join pg_policies p on p.schemaname = 'public' and p.tablename = t."table"
      order by p.policyname collate "C"`,
  )
  const triggers = await ask<{ text: string }>(
    client,
    `pg_get_triggerdef(g.oid, true) as text from t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
      order by g.tgname collate "C"`,
  )
  const grants = await ask<{ grantee: string; privilege: string; columns: string[] | null }>(
    client,
    `x.grantee, x.privilege, x.columns from t join lateral (
       select r.rolname::text as grantee, string_agg(g.privilege_type, ', ' order by g.privilege_type) as privilege,
              null::text[] as columns, 0 as rank
         from pg_class c, aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
        where c.oid = t.oid and g.grantee <> c.relowner group by 1
       union all
       select r.rolname::text, g.privilege_type, array_agg(a.attname::text order by a.attnum), 1
         from pg_attribute a cross join lateral aclexplode(a.attacl) g join pg_roles r on r.oid = g.grantee
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped group by 1, 2) x on true
      order by x.grantee collate "C", x.rank, x.privilege`,
  )

  const texts = new Map<string, string>()
  for (const table of names) {
    const [{ partitioned, comment, security }] = described(table) as [About]
    const lines = [...columnLines(columns(table)), ...constraints(table).map(({ text }) => text)]
    const parts = [
      [
        `CREATE TABLE ${table} (`,
        lines.map((line) => `  ${line}`).join(',\n'),
        `)${partitioned ? ` PARTITION BY ${partitioned}` : ''};`,
      ],
      [
        ...commentLines(`TABLE ${table}`, comment),
        ...columns(table).flatMap((column) =>
          commentLines(`COLUMN ${table}.${column.name}`, column.comment),
        ),
      ],
      indexes(table).map(({ text }) => `${text};`),
      [
        ...security.map((how) => `ALTER TABLE ${table} ${how} ROW LEVEL SECURITY;`),
        ...policies(table).map(({ text }) => `${text};`),
      ],
      triggers(table).map(({ text }) => `${text};`),
      grants(table).map(
        ({ grantee, privilege, columns: only }) =>
          `GRANT ${privilege}${only ? ` (${only.join(', ')})` : ''} ON ${table} TO ${grantee};`,
      ),
    ]
    const paragraphs = parts.filter((part) => part.length > 0).map((part) => `${part.join('\n')}\n`)
    texts.set(`${table}.sql`, [generated, ...paragraphs].join('\n'))
  }
  texts.set('functions.sql', await functionsText(client))
  return texts
}

/** Every function of ours, with its owner where that is not the owner of the tables, and whoever may call it. */
async function functionsText(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ text: string }>(`
    select concat_ws(E'\n', rtrim(pg_get_functiondef(p.oid)) || ';',
        case when p.proowner <> (select relowner from pg_class where oid = 'offices'::regclass) then format('ALTER FUNCTION %s OWNER TO %I;', p.oid::regprocedure, r.rolname) end,
        case when p.proacl is not null and not exists (
                    select from aclexplode(p.proacl) a where a.grantee = 0)
             then format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC;', p.oid::regprocedure) end,
        (select string_agg(format('GRANT EXECUTE ON FUNCTION %s TO %I;', p.oid::regprocedure, g.rolname), E'\n'
                           order by g.rolname collate "C")
           from aclexplode(p.proacl) a join pg_roles g on g.oid = a.grantee where a.grantee <> p.proowner)) as text
      from pg_proc p join pg_roles r on r.oid = p.proowner
     where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by p.proname collate "C", p.oid::regprocedure::text collate "C"`)
  return [generated, ...rows.map(({ text }) => `${text}\n`)].join('\n')
}
