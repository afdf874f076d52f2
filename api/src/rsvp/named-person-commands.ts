import { inheritKnownMarks } from '../partners/inherited-marks-commands.ts'
import { normalisePhone } from '../partners/phone-rules.ts'
import { type Likeness, likenessColumns, samePerson } from '../partners/same-person.ts'
import { affiliations, journalists } from '../partners/tables.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'

/** Somebody as a guest or an officer writes them down. */
export interface NamedPerson {
  fullName: string
  /** As written. */
  phone: string | null
  email: string | null
}

/** Without an outlet only a number or an address tells where to look. */
const candidates = {
  name: 'journalists_to_match',
  text: `
select j.id, ${likenessColumns}
  from journalists j join journalist_contacts c on c.id = j.id and c.office_id = j.office_id
 where j.office_id = $1 and j.archived_at is null
   and case when $2::uuid is null then c.phone = $3 or lower(c.email) = lower($4)
            else exists (select from affiliations a
                          where a.office_id = $1 and a.journalist_id = j.id and a.outlet_id = $2
                            and coalesce(a.from_date, '-infinity') <= office_today($1)
                            and coalesce(a.until_date, 'infinity') >= office_today($1)) end
 order by j.id limit 500`,
}

/**
 * The journalist of this outlet who is meant, else a new, provisional one there. What the office knows of somebody is
 * never overwritten: a link may be in any hands. A number that is none is kept as written.
 */
export async function matchOrCreateJournalist(
  tx: Tx,
  {
    officeId,
    outletId,
    person: { fullName, phone: phoneRaw, email },
  }: { officeId: string; outletId: string | null; person: NamedPerson },
): Promise<string> {
  const phone = (phoneRaw && normalisePhone(phoneRaw)) || null
  const known = await prepared<Likeness & { id: string }>(tx, candidates, [
    officeId,
    outletId,
    phone,
    email,
    fullName,
  ])
  const same = samePerson(known)
  if (same) return same.id
  const journalistId = newId()
  await tx
    .insert(journalists)
    .values({ id: journalistId, officeId, fullName, phone, email, phoneRaw, provisional: true })
  if (outletId) {
    await tx.insert(affiliations).values({ officeId, journalistId, outletId, isPrimary: true })
  }
  await inheritKnownMarks(tx, { officeId, journalistIds: [journalistId] })
  return journalistId
}
