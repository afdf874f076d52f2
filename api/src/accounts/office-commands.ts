import type { Office, SendingRules } from '@ngopi/shared/offices'
import { and, eq } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import type { Letterhead } from '../platform/documents/head-lines.ts'
import { findOffice, officeColumns, officeOf } from './office-queries.ts'
import { offices } from './tables.ts'

/** Makes an office; the transaction must already act for its id. */
export async function createOffice(
  tx: Tx,
  office: {
    id: string
    parentId: string | null
    name: string
    timeZone: string
    city?: string | null | undefined
  },
): Promise<Office> {
  const [row] = await tx.insert(offices).values(office).returning(officeColumns)
  if (!row) throw new AppError('internal')
  return officeOf(row)
}

export interface OfficeChange {
  version: number
  name?: string | undefined
  timeZone?: string | undefined
  city?: string | null | undefined
  letterhead?: Letterhead | undefined
  /** With the number in E.164; null takes the contact away. */
  pressContact?:
    | { name: string; phone: string; email?: string | null | undefined }
    | null
    | undefined
  sending?: SendingRules | undefined
}

const sendingColumns = ({ quietHours, ...rules }: SendingRules) => ({
  ...rules,
  quietFrom: quietHours?.from ?? null,
  quietUntil: quietHours?.until ?? null,
})

/** Changes an office; 409 with the present one when another change came first. */
export async function updateOffice(
  tx: Tx,
  id: string,
  { version, pressContact, sending, ...change }: OfficeChange,
): Promise<Office> {
  const contact =
    pressContact === undefined
      ? {}
      : {
          contactName: pressContact?.name ?? null,
          contactPhone: pressContact?.phone ?? null,
          contactEmail: pressContact?.email ?? null,
        }
  const [row] = await tx
    .update(offices)
    // the version makes a change of nothing a statement all the same; the trigger has the last word on it
    .set({ ...change, ...contact, ...(sending && sendingColumns(sending)), version })
    .where(and(eq(offices.id, id), eq(offices.version, version)))
    .returning(officeColumns)
  if (row) return officeOf(row)
  const current = await findOffice(tx, id)
  if (!current) throw new AppError('not_found')
  throw new AppError('stale', { current })
}
