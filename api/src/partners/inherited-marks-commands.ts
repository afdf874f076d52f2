import { prepared, type Tx } from '../platform/database.ts'

const inheritMarks = {
  name: 'inherit_marks',
  text: `
update journalists n set
  opted_out_at = (select min(j.opted_out_at) from journalists j where j.office_id = $1 and j.id <> n.id and (
    lower(j.email) = lower(n.email) or (j.phone = n.phone and names_agree(j.full_name, n.full_name)))),
  phone_problem_at = (select min(j.phone_problem_at) from journalists j
                       where j.office_id = $1 and j.id <> n.id and j.phone = n.phone),
  email_problem_at = (select min(j.email_problem_at) from journalists j
                       where j.office_id = $1 and j.id <> n.id and lower(j.email) = lower(n.email))
 where n.office_id = $1 and n.id = any ($2::uuid[])
   and exists (select from journalists j
                where j.office_id = $1 and j.id <> n.id and (j.phone = n.phone or lower(j.email) = lower(n.email)))`,
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
