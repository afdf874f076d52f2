import type { newAffiliation } from '@ngopi/shared/journalists'
import { and, eq, inArray } from 'drizzle-orm'
import { AppError, type FieldError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { planAffiliations, type WantedAffiliation, withPrimary } from './affiliation-rules.ts'
import { partnerStrings } from './strings.ts'
import { affiliations, outlets } from './tables.ts'

type NewAffiliation = (typeof newAffiliation)['_output']

const today = { name: 'office_today', text: 'select office_today($1) as today' }

/**
 * Makes the given list the affiliations of a journalist of the office. Those that go on keep their ids. A new one needs an
 * outlet of the own office that is not archived: 400 names each that is not.
 */
export async function replaceAffiliations(
  tx: Tx,
  { officeId, journalistId }: { officeId: string; journalistId: string },
  given: readonly NewAffiliation[],
): Promise<void> {
  const [day] = await prepared<{ today: string }>(tx, today, [officeId])
  const wanted = withPrimary(
    given.map((a) => ({
      outletId: a.outletId.toLowerCase(),
      position: a.position ?? null,
      isPrimary: a.isPrimary,
      from: a.from ?? null,
      until: a.until ?? null,
    })),
    day?.today ?? '',
  )
  const stored = await tx
    .select({
      id: affiliations.id,
      outletId: affiliations.outletId,
      position: affiliations.position,
      isPrimary: affiliations.isPrimary,
      from: affiliations.fromDate,
      until: affiliations.untilDate,
    })
    .from(affiliations)
    .where(and(eq(affiliations.officeId, officeId), eq(affiliations.journalistId, journalistId)))
    .orderBy(affiliations.id)
  const { remove, change, add } = planAffiliations(stored, wanted)
  await refuseWrongOutlets(tx, officeId, add)

  if (remove.length > 0) {
    const gone = remove.map(({ id }) => id)
    await tx.delete(affiliations).where(inArray(affiliations.id, gone))
  }
  for (const { id, ...values } of change) {
    await tx.update(affiliations).set(columnsOf(values)).where(eq(affiliations.id, id))
  }
  if (add.length > 0) {
    await tx
      .insert(affiliations)
      .values(add.map((a) => ({ officeId, journalistId, ...columnsOf(a.wanted) })))
  }
}

const columnsOf = ({ from, until, ...same }: WantedAffiliation) => ({
  ...same,
  fromDate: from,
  untilDate: until,
})

async function refuseWrongOutlets(
  tx: Tx,
  officeId: string,
  added: readonly { wanted: WantedAffiliation; index: number }[],
): Promise<void> {
  if (added.length === 0) return
  const ids = added.map(({ wanted }) => wanted.outletId)
  const known = await tx
    .select({ id: outlets.id, archivedAt: outlets.archivedAt })
    .from(outlets)
    .where(and(eq(outlets.officeId, officeId), inArray(outlets.id, ids)))
  const fields = added.flatMap(({ wanted, index }): FieldError[] => {
    const outlet = known.find(({ id }) => id === wanted.outletId)
    if (outlet && outlet.archivedAt === null) return []
    const message = outlet ? partnerStrings.archivedOutlet : partnerStrings.noOutlet
    return [{ path: `affiliations.${index}.outletId`, message }]
  })
  if (fields.length > 0) throw new AppError('invalid', { fields })
}
