import type { walkIn as walkInContract } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { inheritKnownMarks } from '../partners/inherited-marks-commands.ts'
import { outletsNamed } from '../partners/named-outlet-commands.ts'
import { normalisePhone } from '../partners/phone-rules.ts'
import { affiliations, journalists } from '../partners/tables.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'

export type WalkIn = z.output<typeof walkInContract>

/** Who stands at the door, as the office keeps them. */
export interface Visitor {
  journalistId: string
  /** The outlet they say they represent, else the one they are invited for, else their primary one. */
  outletId: string | null
}

interface OfSession {
  officeId: string
  sessionId: string
}

/** A visitor as written down, with what the office knows of them. */
interface Met {
  walkIn: WalkIn
  /** E.164. */
  phone: string | null
  /** Spellings of one name share it. */
  nameKey: string
  journalistId: string | null
  /** The outlet they name; null for none, and for one that the office does not know. */
  outletId: string | null
  /** The outlet of who is known. */
  usualOutletId: string | null
}

const meetVisitors = {
  name: 'meet_visitors',
  text: `
select replace(bare_name(a.full_name), ' ', '') as "nameKey", p.id as "journalistId",
       coalesce(chosen.id, named.id) as "outletId",
       coalesce(
         (select i.outlet_id from invitations i
           where i.office_id = $1 and i.session_id = $2 and i.journalist_id = p.id and i.revoked_at is null),
         (select f.outlet_id from affiliations f
           where f.office_id = $1 and f.journalist_id = p.id and f.is_primary)) as "usualOutletId"
  from unnest($3::text[], $4::text[], $5::uuid[], $6::text[])
       with ordinality a(full_name, phone, outlet_id, outlet_name, n)
  left join lateral (
    select j.id from journalist_contacts c join journalists j on j.id = c.id and j.office_id = c.office_id
     where c.office_id = $1 and c.phone = a.phone and same_name(j.full_name, a.full_name)
     order by j.archived_at nulls first, j.id limit 1) p on true
  left join outlets chosen on chosen.office_id = $1 and chosen.id = a.outlet_id
  left join lateral (
    select o.id from outlets o
     where chosen.id is null and o.office_id = $1 and o.search = searchable(a.outlet_name)
     order by o.archived_at nulls first, o.id limit 1) named on true
 order by a.n`,
}

async function meet(
  tx: Tx,
  { officeId, sessionId }: OfSession,
  walkIns: readonly WalkIn[],
): Promise<Met[]> {
  const phones = walkIns.map(({ phone }) => (phone && normalisePhone(phone)) || null)
  const rows = await prepared<Omit<Met, 'walkIn' | 'phone'>>(tx, meetVisitors, [
    officeId,
    sessionId,
    walkIns.map(({ fullName }) => fullName),
    phones,
    walkIns.map(({ outletId }) => outletId ?? null),
    walkIns.map(({ outletName }) => outletName ?? null),
  ])
  return rows.flatMap((row, i) => {
    const walkIn = walkIns[i]
    return walkIn ? [{ ...row, walkIn, phone: phones[i] ?? null }] : []
  })
}

/** Few enough that a desk which was long without a network does not fill the server's table of locks. */
const turns = 256

const takeTurns = {
  name: 'walk_in_turns',
  text: `
select pg_advisory_xact_lock(hashtextextended('walk-in ' || $1::text, 0) + turn)
  from (select distinct abs(hashtext(name)) % ${turns} as turn
          from (select unnest($2::text[]) union all select searchable(unnest($3::text[]))) named(name)
         order by turn) t`,
}

const namesNewOutlet = ({ outletId, walkIn }: Met) => !outletId && Boolean(walkIn.outletName)

/**
 * Lets one desk of the office at a time add somebody of a number, or an outlet of a name, until the transaction ends.
 * Whoever has no number can be met nowhere else, so nobody waits for them. Answers whether there was a turn to take.
 */
async function takeTurnsFor(tx: Tx, officeId: string, met: readonly Met[]): Promise<boolean> {
  const numbers = met.flatMap(({ journalistId, phone }) => (!journalistId && phone ? [phone] : []))
  const outletNames = met
    .filter(namesNewOutlet)
    .flatMap(({ walkIn: { outletName } }) => outletName ?? [])
  if (numbers.length + outletNames.length === 0) return false
  await prepared(tx, takeTurns, [officeId, numbers, outletNames])
  return true
}

/**
 * Finds each visitor among those with the same number and the same name, however the two are spelled, else adds a
 * provisional journalist. A number that is none is kept as written: what was recorded at the door is never refused.
 */
export async function receiveWalkIns(
  tx: Tx,
  session: OfSession,
  walkIns: readonly WalkIn[],
): Promise<Visitor[]> {
  if (walkIns.length === 0) return []
  const { officeId } = session
  const first = await meet(tx, session, walkIns)
  const met = (await takeTurnsFor(tx, officeId, first)) ? await meet(tx, session, walkIns) : first
  const strange = met.filter(namesNewOutlet)
  const names = strange.flatMap(({ walkIn: { outletName } }) => outletName ?? [])
  const ids = await outletsNamed(tx, officeId, names)
  const added = new Map(strange.map((one, i) => [one, ids[i] ?? null]))
  const known = met.map((one) => ({ ...one, outletId: added.get(one) ?? one.outletId }))
  const newcomers = await addNewcomers(tx, officeId, known)
  return known.map((one, i) => ({
    journalistId: one.journalistId ?? newcomers[i] ?? '',
    outletId: one.outletId ?? one.usualOutletId,
  }))
}

/** The ids of those whom nobody knew, at their places; who is written twice with one number is one person. */
async function addNewcomers(
  tx: Tx,
  officeId: string,
  met: readonly Met[],
): Promise<(string | undefined)[]> {
  const idOf = new Map<string, string>()
  const added: { id: string; met: Met }[] = []
  const ids = met.map((one) => {
    if (one.journalistId) return undefined
    const key = one.phone && `${one.phone} ${one.nameKey}`
    const before = key && idOf.get(key)
    if (before) return before
    const id = newId()
    if (key) idOf.set(key, id)
    added.push({ id, met: one })
    return id
  })
  if (added.length === 0) return ids
  await tx.insert(journalists).values(
    added.map(({ id, met: { walkIn, phone } }) => ({
      ...{ id, officeId, phone, provisional: true },
      fullName: walkIn.fullName,
      phoneRaw: walkIn.phone ?? null,
    })),
  )
  const affiliated = added.flatMap(({ id, met: { outletId } }) =>
    outletId ? [{ officeId, journalistId: id, outletId, isPrimary: true }] : [],
  )
  if (affiliated.length > 0) await tx.insert(affiliations).values(affiliated)
  const reachable = added.filter(({ met: { phone } }) => phone).map(({ id }) => id)
  if (reachable.length > 0) await inheritKnownMarks(tx, { officeId, journalistIds: reachable })
  return ids
}
