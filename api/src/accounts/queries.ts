import { type Database, prepared } from '../platform/database.ts'

/** An account as logging in needs it. */
export interface Account {
  id: string
  officeId: string
  name: string
  passwordHash: string | null
  disabled: boolean
}

const byEmail = {
  name: 'find_account',
  text: 'select id, office_id as "officeId", name, password_hash as "passwordHash", disabled from find_account($1)',
}

/** The account of an address, in whatever office. */
export async function findAccount(database: Database, email: string): Promise<Account | undefined> {
  const [account] = await database.lookup((db) => prepared<Account>(db, byEmail, [email]))
  return account
}

export interface Owner {
  officeId: string
  userId: string
}

const ownerOfLogin = {
  name: 'find_login',
  text: 'select office_id as "officeId", user_id as "userId" from find_login($1)',
}

/** Whose login a family of refresh tokens is. */
export async function findLogin(database: Database, family: string): Promise<Owner | undefined> {
  const [owner] = await database.lookup((db) => prepared<Owner>(db, ownerOfLogin, [family]))
  return owner
}

const ownerOfPasswordToken = {
  name: 'find_password_token',
  text: 'select office_id as "officeId", user_id as "userId" from find_password_token($1)',
}

/** Whose password a link sets, by the hash of its token; undefined once used or expired. */
export async function findPasswordToken(
  database: Database,
  hash: Buffer,
): Promise<Owner | undefined> {
  const [owner] = await database.lookup((db) => prepared<Owner>(db, ownerOfPasswordToken, [hash]))
  return owner
}

const anyOffice = { name: 'any_office', text: 'select any_office_exists() as "exists"' }

/** Whether this installation has an office yet. */
export async function anyOfficeExists(database: Database): Promise<boolean> {
  const [row] = await database.lookup((db) => prepared<{ exists: boolean }>(db, anyOffice, []))
  return row?.exists === true
}
