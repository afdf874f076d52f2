import pg from 'pg'
import { StartError } from './start-error.ts'

/** A connection that must not serve: it could see more than it is asked for, or does not keep what it is set to. */
export class UnsafeConnection extends StartError {
  override name = 'UnsafeConnection'
}

/** The role that requests are served as. It owns nothing, and row security binds it. */
const servingRole = 'ngopi_app'

/** What every serving session is set to, as PostgreSQL itself writes the values. */
const sessionSettings = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
  search_path: 'public',
  row_security: 'on',
  default_transaction_isolation: 'read committed',
  statement_timeout: '5s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '10s',
  jit: 'off',
}

/** Only a superuser can set it: replication's `replica` would switch off the triggers that log who changed what. */
const fixedSettings = { session_replication_role: 'origin', standard_conforming_strings: 'on' }

const literal = pg.escapeLiteral

/** By statements and not by options of the connection: a pooler drops those, and other options may win over them. */
const stepDown = [
  `set role ${servingRole}`,
  ...Object.entries(sessionSettings).map(
    ([name, value]) => `set ${name} to ${name === 'search_path' ? value : literal(value)}`,
  ),
].join('; ')

const wantedSettings = Object.entries({ ...sessionSettings, ...fixedSettings })
  .map(([name, value]) => `(${literal(name)}, ${literal(value)})`)
  .join(', ')

const proof = `
  select pg_backend_pid() as pid, array_remove(array[
    case when r.rolname <> ${literal(servingRole)} then format('it serves as %s instead of ${servingRole}', r.rolname) end,
    case when r.rolsuper then format('%s is a superuser', r.rolname) end,
    case when r.rolbypassrls then format('%s bypasses row security', r.rolname) end,
    case when r.rolcreaterole then format('%s can make itself a member of other roles', r.rolname) end,
    (select format('%s is a member of %s', r.rolname, string_agg(m.roleid::regrole::text, ', '))
       from pg_auth_members m where m.member = r.oid having count(*) > 0),
    (select format('%s owns %s', r.rolname, string_agg(pg_describe_object(o.classid, o.objid, o.objsubid), ', '))
       from pg_shdepend o
      where o.refclassid = 'pg_authid'::regclass and o.refobjid = r.oid and o.deptype = 'o'
        and o.dbid in (0, (select oid from pg_database where datname = current_database()))
     having count(*) > 0),
    (select format('it does not keep its settings (%s)', string_agg(format('%s is %s', w.name, current_setting(w.name)), ', '))
       from (values ${wantedSettings}) w (name, value) where current_setting(w.name) <> w.value having count(*) > 0)
  ], null) as faults
  from pg_roles r where r.rolname = current_user`

/**
 * Makes a new connection one that serves requests, and has it prove that: role, memberships, possessions and settings
 * are asked of the server. Returns the server process behind it. Throws an UnsafeConnection when the proof fails.
 *
 * Whoever may already send statements of their own over it could step up again (RESET ROLE): this guards against
 * connections that were never stepped down, not against injected SQL.
 */
export async function serveAsApp(client: pg.ClientBase): Promise<number> {
  await client.query(stepDown)
  const { rows } = await client.query<{ pid: number; faults: string[] }>(proof)
  const [proven] = rows
  if (!proven) throw new UnsafeConnection('A database connection does not say as whom it serves.')
  if (proven.faults.length > 0)
    throw new UnsafeConnection(
      `Row security would not hold on a database connection: ${proven.faults.join('; ')}.`,
    )
  return proven.pid
}
