import { prepared, type Tx } from '../platform/database.ts'
import { queueMail } from '../platform/mail.ts'
import { type DuePromise, promisesDueMail } from './reminder-mails.ts'

interface Claimed extends DuePromise {
  recipientId: string
  name: string
  email: string
}

// Marked in the statement that finds them: a second worker waits at the rows and finds them marked. An owner who was
// written to today is not written to again for what was promised since. Where the owner can no longer act, the officers and
// admins of the office are written to, so that nothing is forgotten with a person who left.
const claim = {
  name: 'claim_promises_due',
  text: `
with due as (
  update commitments c set reminded_on = $2::date
    from users u
   where c.office_id = $1 and c.state = 'open' and c.due_on <= $2::date and c.archived_at is null
     and c.reminded_on is distinct from $2::date
     and u.office_id = c.office_id and u.id = c.owner_id
     and not exists (select from commitments t where t.office_id = c.office_id and t.owner_id = c.owner_id
                        and t.reminded_on = $2::date)
  returning c.id, c.text, c.due_on, c.off_record, c.owner_id, u.name,
            u.disabled_at is null and u.archived_at is null and u.role <> 'desk' as able)
select d.text, d.due_on as "dueOn", d.off_record as "offRecord", d.due_on < $2::date as overdue,
       case when not d.able then d.name end as "formerOwner", r.id as "recipientId", r.name, r.email
  from due d
  join users r on r.office_id = $1 and r.disabled_at is null and r.archived_at is null
   and case when d.able then r.id = d.owner_id else r.role in ('admin', 'officer') end
 order by d.due_on, d.id`,
}

/**
 * Writes to every owner in the office with promises due on `today` (a day in the office's zone) or before, one mail
 * each and at most one a day; answers how many.
 */
export async function remindOwners(
  tx: Tx,
  {
    officeId,
    today,
    smtp,
    publicUrl,
  }: { officeId: string; today: string; smtp: boolean; publicUrl: string },
): Promise<number> {
  const claimed = await prepared<Claimed>(tx, claim, [officeId, today])
  const recipients = new Set(claimed.map(({ recipientId }) => recipientId))
  for (const recipient of recipients) {
    const commitments = claimed.filter(({ recipientId }) => recipientId === recipient)
    const [first] = commitments
    if (!first) continue
    const own = commitments.every(({ formerOwner }) => formerOwner === null)
    const link = `${publicUrl}/pertemuan/janji${own ? '?bagian=mine' : ''}`
    const mail = promisesDueMail({ name: first.name, email: first.email, commitments, link })
    await queueMail(tx, { officeId, smtp, mail })
  }
  return recipients.size
}
