import type { Outlet, OutletListItem, outletsApi } from '@ngopi/shared/outlets'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared } from '../platform/database.ts'
import { type Counted, listNames, type NameList } from './name-list.ts'

const listColumns = `
  t.id, t.office_id as "officeId", t.name, t.platform, t.city, t.website, t.domain, t.email, t.phone,
  t.press_council_status as "pressCouncilStatus", t.press_council_checked_on as "pressCouncilCheckedOn",
  t.press_council_url as "pressCouncilUrl", t.company_associations as "companyAssociations", t.tags,
  t.version, t.created_at as "createdAt", t.updated_at as "updatedAt", t.archived_at as "archivedAt"`

/** An outlet in the contract's shape, as columns over the row `t`. */
export const outletColumns = `${listColumns}, t.address, t.notes`

const get = { name: 'get_outlet', text: `select ${outletColumns} from outlets t where t.id = $1` }

/** The outlet, archived or not; undefined out of sight. */
export async function findOutlet(db: Db, id: string): Promise<Outlet | undefined> {
  const [found] = await prepared<Outlet>(db, get, [id])
  return found
}

/** As `findOutlet`; 404 out of sight. */
export async function getOutlet(db: Db, id: string): Promise<Outlet> {
  const found = await findOutlet(db, id)
  if (!found) throw new AppError('not_found')
  return found
}

/** How many journalists of the row `t` are there today, where its office is. */
const staff = `cross join lateral (
    select count(distinct j.id) as n
      from (select (now() at time zone f.time_zone)::date as today from offices f where f.id = t.office_id limit 1) d
      join affiliations a on a.office_id = t.office_id and a.outlet_id = t.id
       and d.today between coalesce(a.from_date, '-infinity') and coalesce(a.until_date, 'infinity')
      join journalists j on j.id = a.journalist_id and j.office_id = a.office_id and j.archived_at is null) staff`

const outletList: NameList = {
  table: 'outlets',
  columns: `${listColumns}, staff.n as "journalistCount"`,
  joins: staff,
}

type ListQuery = (typeof outletsApi.list.schema.querystring)['_output']

/** Outlets in sight, by name; with `q` by score. */
export function listOutlets(
  db: Db,
  query: ListQuery,
  context: { offices: Offices; cursors: Cursors },
): Promise<Counted<OutletListItem>> {
  const { platform, pressCouncilStatus, tag, city, withoutJournalists, ...asked } = query
  const filters = {
    ...(platform && { platform }),
    ...(pressCouncilStatus && { pressCouncilStatus }),
    ...(tag && { tag }),
    ...(city && { city }),
    ...(withoutJournalists && { withoutJournalists }),
  }
  return listNames<OutletListItem>(db, outletList, { ...asked, filters }, context)
}
