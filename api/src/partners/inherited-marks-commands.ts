import { prepared, type Tx } from '../platform/database.ts'

/** SQL over journalist `n`: everybody else of the office (`j`), with how they are reached (`c`). */
const others = `from journalists j join journalist_contacts c on c.id = j.id and c.office_id = j.office_id
                 where j.office_id = $1 and j.id <> n.id`

const inheritMarks = {
  name: 'inherit_marks',
  text: `
update journalists n set
  opted_out_at = (select min(j.opted_out_at) ${others} and (
    lower(c.email) = lower(own.email) or (c.phone = own.phone and names_agree(j.full_name, n.full_name)))),
  phone_problem_at = (select min(j.phone_problem_at) ${others} and c.phone = own.phone),
  email_problem_at = (select min(j.email_problem_at) ${others} and lower(c.email) = lower(own.email))
  from journalist_contacts own
 where n.office_id = $1 and n.id = any ($2::uuid[]) and own.id = n.id and own.office_id = $1
   and exists (select ${others} and (c.phone = own.phone or lower(c.email) = lower(own.email)))`,
}

/**
 * Somebody written down anew may be known elsewhere: who asked for no invitations gets none under another outlet or a
 * shorter name, and a number or address known not to work is known under any name.
 */
export async function inheritKnownMarks(
  tx: Tx,
  { officeId, journalistIds }: { officeId: string; journalistIds: readonly string[] },
): Promise<void> {
  await prepared(tx, inheritMarks, [officeId, journalistIds])
}
