import type { Access } from '../platform/access.ts'
import { AppError } from '../platform/app-error.ts'
import { type Database, prepared, type Tx } from '../platform/database.ts'

type Administrator = Pick<Access, 'officeId' | 'offices'>

const administered = {
  name: 'administered_office',
  text: 'select id from offices where id = $1 and (id = $2 or parent_id = $2)',
}

/**
 * The office an admin asks to work on: the own one, or one directly below. Row-level security shows an admin no
 * others, and the statement says so once more. 404 for any other.
 */
export async function administeredOffice(
  database: Database,
  access: Administrator,
  officeId: string,
): Promise<string> {
  if (officeId === access.officeId) return officeId
  const [office] = await database.read(access.offices, (db) =>
    prepared<{ id: string }>(db, administered, [officeId, access.officeId]),
  )
  if (!office) throw new AppError('not_found')
  return office.id
}

const switchOffice = {
  name: 'switch_office',
  text: `select set_config('app.offices', $1, true)`,
}

/**
 * Does part of a transaction in a child office, then goes on in the own one, where the answer to a repeated
 * request is kept. The setting is local to the transaction: its end, whichever, brings the former one back.
 * Only for an office that `administeredOffice` answered, or one about to be made.
 */
export async function actingFor<T>(
  tx: Tx,
  { access, officeId }: { access: Administrator; officeId: string },
  work: () => Promise<T>,
): Promise<T> {
  if (officeId === access.officeId) return work()
  await prepared(tx, switchOffice, [officeId])
  const result = await work()
  await prepared(tx, switchOffice, [access.offices.join(',')])
  return result
}
