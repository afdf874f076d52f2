import type { Office } from '@ngopi/shared/offices'
import { eq } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { findOffice } from './office-queries.ts'
import { officeLogos } from './tables.ts'

/** Takes the emblem out of the letterhead of an office; without one nothing happens. */
export async function removeLogo(tx: Tx, officeId: string): Promise<void> {
  await tx.delete(officeLogos).where(eq(officeLogos.officeId, officeId))
}

/** Puts an emblem into the letterhead of an office, in place of the one there. */
export async function putLogo(
  tx: Tx,
  {
    officeId,
    ...picture
  }: { officeId: string; mediaType: 'image/png' | 'image/jpeg'; content: Buffer },
): Promise<Office> {
  await removeLogo(tx, officeId)
  await tx.insert(officeLogos).values({ officeId, ...picture })
  const office = await findOffice(tx, officeId)
  if (!office) throw new AppError('not_found')
  return office
}
