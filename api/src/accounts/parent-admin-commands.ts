import type { User } from '@ngopi/shared/accounts'
import type { Access } from '../platform/access.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { queueMail } from '../platform/mail.ts'
import { type AccountAction, parentActMail } from './account-mails.ts'

const inUse = {
  name: 'office_in_use',
  text: `select exists (select from users where office_id = $1 and password_hash is not null and disabled_at is null) as "inUse"`,
}

/**
 * Whether an admin is given the link that sets a user's password, to hand it over. Whoever holds it is that user, so
 * for an office below nobody above gets it, and with a mail server no link to an account in use is given to anybody.
 * Without one the office's own admin is the only way to a new password, and the first admin of an office that nobody
 * uses yet has nobody else to get theirs from.
 */
export async function mayHandOver(
  tx: Tx,
  { admin, user, smtp }: { admin: Access; user: User; smtp: boolean },
): Promise<boolean> {
  if (user.officeId === admin.officeId) return user.status === 'invited' || !smtp
  if (smtp || user.role !== 'admin' || user.status !== 'invited') return false
  const [office] = await prepared<{ inUse: boolean }>(tx, inUse, [user.officeId])
  return office?.inUse === false
}

const activeAdmins = {
  name: 'active_admins',
  text: `select name, email from users
          where office_id = $1 and role = 'admin' and password_hash is not null and disabled_at is null order by id`,
}

/** Tells the admins of an office below what the office above did to one of their accounts. */
export async function tellAdmins(
  tx: Tx,
  {
    admin,
    user,
    action,
    smtp,
  }: { admin: Access; user: User; action: AccountAction; smtp: boolean },
): Promise<void> {
  const { officeId } = user
  if (officeId === admin.officeId) return
  const admins = await prepared<{ name: string; email: string }>(tx, activeAdmins, [officeId])
  for (const recipient of admins)
    await queueMail(tx, {
      officeId,
      smtp,
      mail: parentActMail({ recipient, admin, user, action, smtp }),
    })
}
