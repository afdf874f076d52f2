import type { walkIn as walkInContract } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { bareName } from '../partners/bare-name.ts'
import { outletNamed } from '../partners/named-outlet-commands.ts'
import { normalisePhone } from '../partners/phone-rules.ts'
import { affiliations, journalists } from '../partners/tables.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'

type WalkIn = z.output<typeof walkInContract>

const turn = {
  name: 'walk_in_turn',
  text: `select pg_advisory_xact_lock(hashtextextended('walk-in ' || $1::text, 0))`,
}

/** Lets one desk of the office at a time look whom it knows and add who is new, until the transaction ends. */
export async function takeTurnForWalkIns(tx: Tx, officeId: string): Promise<void> {
  await prepared(tx, turn, [officeId])
}

const peopleByPhone = {
  name: 'journalists_by_phone',
  text: `select j.id, j.full_name as "fullName",
                coalesce(
                  (select i.outlet_id from invitations i
                    where i.office_id = $1 and i.session_id = $3 and i.journalist_id = j.id and i.revoked_at is null),
                  (select a.outlet_id from affiliations a
                    where a.office_id = $1 and a.journalist_id = j.id and a.is_primary)) as "outletId"
           from journalists j where j.office_id = $1 and j.phone = $2
          order by j.archived_at nulls first, j.id limit 100`,
}

const outletById = {
  name: 'own_outlet',
  text: 'select id from outlets where office_id = $1 and id = $2',
}

/** Who stands at the door, as the office keeps them. */
export interface Visitor {
  journalistId: string
  /** The outlet they say they represent, else the one they are invited for, else their primary one. */
  outletId: string | null
}

/**
 * Finds the visitor among those with the same number and the same bare name, else adds a provisional
 * journalist. A number that is none is kept as written: what was recorded at the door is never refused.
 */
export async function receiveWalkIn(
  tx: Tx,
  { officeId, sessionId, walkIn }: { officeId: string; sessionId: string; walkIn: WalkIn },
): Promise<Visitor> {
  const outletId = await outletOf(tx, { officeId, walkIn })
  const phone = (walkIn.phone && normalisePhone(walkIn.phone)) || null
  const known = phone
    ? await prepared<{ id: string; fullName: string; outletId: string | null }>(tx, peopleByPhone, [
        officeId,
        phone,
        sessionId,
      ])
    : []
  const same = known.find(({ fullName }) => bareName(fullName) === bareName(walkIn.fullName))
  if (same) return { journalistId: same.id, outletId: outletId ?? same.outletId }
  const journalistId = newId()
  await tx.insert(journalists).values({
    id: journalistId,
    officeId,
    fullName: walkIn.fullName,
    phone,
    phoneRaw: walkIn.phone ?? null,
    provisional: true,
  })
  if (outletId) {
    await tx.insert(affiliations).values({ officeId, journalistId, outletId, isPrimary: true })
  }
  return { journalistId, outletId }
}

async function outletOf(
  tx: Tx,
  { officeId, walkIn }: { officeId: string; walkIn: WalkIn },
): Promise<string | null> {
  const [chosen] = walkIn.outletId
    ? await prepared<{ id: string }>(tx, outletById, [officeId, walkIn.outletId])
    : []
  if (chosen) return chosen.id
  if (!walkIn.outletName) return null
  return outletNamed(tx, officeId, walkIn.outletName)
}
