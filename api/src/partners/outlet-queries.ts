import type { Outlet, OutletListItem, outletsApi } from '@ngopi/shared/outlets'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared } from '../platform/database.ts'
import { type Counted, listNames, type NameList } from './name-list.ts'

const listColumns = `
  t.id, t.office_id as "officeId", t.name, t.platform, t.city, t.website, t.domain, c.email, c.phone,
  t.press_council_status as "pressCouncilStatus", t.press_council_checked_on as "pressCouncilCheckedOn",
  t.press_council_url as "pressCouncilUrl", t.company_associations as "companyAssociations", t.tags,
  t.version, t.created_at as "createdAt", t.updated_at as "updatedAt", t.archived_at as "archivedAt"`

/** Joined to the row `t`: how the outlet is reached, for the own office alone. */
const ownContacts = 'left join outlet_contacts c on c.id = t.id and c.office_id = t.office_id'

const get = {
  name: 'get_outlet',
  text: `select ${listColumns}, c.address, c.notes from outlets t ${ownContacts} where t.id = $1`,
}

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
  fields: [
    ...[
      'id',
      'office_id',
      'search',
      'name',
      'platform',
      'city',
      'website',
      'domain',
      'press_council_status',
    ],
    ...['press_council_checked_on', 'press_council_url', 'company_associations', 'tags', 'version'],
    ...['created_at', 'updated_at', 'archived_at'],
  ],
  columns: `${listColumns}, staff.n as "journalistCount"`,
  joins: `${ownContacts} ${staff}`,
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
