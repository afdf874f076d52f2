import type { Journalist, JournalistListItem, journalistsApi } from '@ngopi/shared/journalists'
import { AppError } from '../platform/app-error.ts'
import type { Cursors } from '../platform/cursor.ts'
import { type Db, type Offices, prepared } from '../platform/database.ts'
import { type Counted, listNames, type NameList } from './name-list.ts'

/** What only the own office reads of a journalist. */
export type OwnColumn = 'phone' | 'email' | 'notes'

/** A journalist in the contract's shape, as columns over the row `j`; `own` says where the rest is read. */
export const journalistColumns = (own: (column: OwnColumn) => string): string => `
  j.id, j.office_id as "officeId", j.full_name as "fullName", j.title_prefix as "titlePrefix",
  j.title_suffix as "titleSuffix", ${own('phone')} as phone, ${own('email')} as email, j.preferred_channel as "preferredChannel",
  j.language, j.phone_problem_at as "phoneProblemAt", j.email_problem_at as "emailProblemAt",
  j.competence_level as "competenceLevel", j.competence_card_number as "competenceCardNumber",
  j.competence_expires_on as "competenceExpiresOn", j.associations, j.beats, j.tags, ${own('notes')} as notes, j.provisional,
  j.opted_out_at as "optedOutAt", j.version, j.created_at as "createdAt", j.updated_at as "updatedAt",
  j.archived_at as "archivedAt",
  (select coalesce(json_agg(json_build_object(
            'id', a.id, 'outletId', a.outlet_id, 'outletName', o.name, 'position', a.position,
            'isPrimary', a.is_primary, 'from', a.from_date, 'until', a.until_date)
            order by a.is_primary desc, a.id), '[]')
     from affiliations a join outlets o on o.id = a.outlet_id and o.office_id = a.office_id
    where a.office_id = j.office_id and a.journalist_id = j.id) as affiliations`

const get = {
  name: 'get_journalist',
  text: `select ${journalistColumns((column) => `c.${column}`)}
           from journalists j left join journalist_contacts c on c.id = j.id and c.office_id = j.office_id
          where j.id = $1`,
}

/** The journalist, archived or not; undefined out of sight. */
export async function findJournalist(db: Db, id: string): Promise<Journalist | undefined> {
  const [found] = await prepared<Journalist>(db, get, [id])
  return found
}

/** As `findJournalist`; 404 out of sight. */
export async function getJournalist(db: Db, id: string): Promise<Journalist> {
  const found = await findJournalist(db, id)
  if (!found) throw new AppError('not_found')
  return found
}

/** The primary outlet of the row `t`; asked for once for each row of the page and never before. */
const primaryOutlet = `left join lateral (
    select o.id, o.name, a.position from affiliations a
      join outlets o on o.id = a.outlet_id and o.office_id = a.office_id
     where a.office_id = t.office_id and a.journalist_id = t.id and a.is_primary limit 1) p on true`

const journalistList: NameList = {
  table: 'journalists',
  fields: [
    ...[
      'id',
      'office_id',
      'search',
      'full_name',
      'title_prefix',
      'title_suffix',
      'competence_level',
    ],
    ...['beats', 'tags', 'provisional', 'opted_out_at', 'version', 'archived_at'],
  ],
  columns: `t.id, t.office_id as "officeId", t.full_name as "fullName", t.title_prefix as "titlePrefix",
    t.title_suffix as "titleSuffix", c.phone, c.email, t.competence_level as "competenceLevel", t.beats, t.tags,
    t.provisional, t.opted_out_at as "optedOutAt", t.version, t.archived_at as "archivedAt",
    p.id as "outletId", p.name as "outletName", p.position as "outletPosition", null as "primaryOutlet"`,
  joins: `left join journalist_contacts c on c.id = t.id and c.office_id = t.office_id ${primaryOutlet}`,
}

type Row = JournalistListItem & {
  outletId: string | null
  outletName: string
  outletPosition: string | null
}

type ListQuery = (typeof journalistsApi.list.schema.querystring)['_output']

/** Journalists in sight, by name; with `q` by score. */
export async function listJournalists(
  db: Db,
  query: ListQuery,
  context: { offices: Offices; cursors: Cursors },
): Promise<Counted<JournalistListItem>> {
  const { outletId, beat, tag, competenceLevel, provisional, notInvitedTo, ...asked } = query
  const filters = {
    ...(outletId && { outletId }),
    ...(beat && { beat }),
    ...(tag && { tag }),
    ...(competenceLevel && { competenceLevel }),
    ...(provisional && { provisional }),
    ...(notInvitedTo && { notInvitedTo }),
  }
  const page = await listNames<Row>(db, journalistList, { ...asked, filters }, context)
  for (const row of page.items) {
    if (row.outletId === null) continue
    // The row has this field already: a new one would make the engine turn each row into a hash table.
    row.primaryOutlet = { id: row.outletId, name: row.outletName, position: row.outletPosition }
  }
  return page
}
