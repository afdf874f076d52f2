import { sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { openLogin } from './login-commands.ts'
import { createOffice } from './office-commands.ts'
import { accountStrings } from './strings.ts'
import { addUser } from './user-commands.ts'

/**
 * Makes the first office with its admin, and logs the admin in. 409 when there is an office already: set-ups
 * that come together wait for one another, and the later ones find the office of the first.
 */
export async function setUpFirstOffice(
  tx: Tx,
  {
    officeId,
    userId,
    office,
    admin,
  }: {
    officeId: string
    userId: string
    office: { name: string; timeZone: string }
    admin: { name: string; email: string; passwordHash: string }
  },
): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('ngopi set-up'))`)
  const { rows } = await tx.execute<{ taken: boolean }>(sql`select any_office_exists() as taken`)
  if (rows[0]?.taken) throw new AppError('closed', { message: accountStrings.alreadySetUp })
  await createOffice(tx, { ...office, id: officeId, parentId: null })
  await addUser(tx, { ...admin, id: userId, officeId, role: 'admin' })
  return openLogin(tx, { officeId, userId })
}
