import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { outlets } from './tables.ts'

/** Marks an outlet of which nothing was learnt but the name. */
const toCompleteTag = 'perlu dilengkapi'

const outletByName = {
  name: 'outlet_by_exact_name',
  text: `select id from outlets where office_id = $1 and search = searchable($2)
          order by archived_at nulls first, id limit 1`,
}

/** The id of the outlet of this name, without regard to case and accents; one the office does not know is added. */
export async function outletNamed(tx: Tx, officeId: string, name: string): Promise<string> {
  const [known] = await prepared<{ id: string }>(tx, outletByName, [officeId, name])
  if (known) return known.id
  const id = newId()
  await tx.insert(outlets).values({ id, officeId, name, platform: 'online', tags: [toCompleteTag] })
  return id
}
