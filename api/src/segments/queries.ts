import type { Segment } from '@ngopi/shared/segments'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'

/** A segment with the office it belongs to, which the contract does not tell. */
export type KnownSegment = Segment & { officeId: string }

const columns = `
  g.id, g.office_id as "officeId", g.name, g.filter, g.version, g.created_at as "createdAt",
  g.updated_at as "updatedAt", g.archived_at as "archivedAt",
  (select json_build_object(
            'at', to_char(u.used_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'session', json_build_object('id', s.id, 'title', s.title), 'size', cardinality(u.members))
     from segment_uses u join sessions s on s.id = u.session_id and s.office_id = u.office_id
    where u.office_id = g.office_id and u.segment_id = g.id order by u.id desc limit 1) as "lastUse"`

const listOf = (archived: boolean) => ({
  name: archived ? 'archived_segments' : 'segments',
  text: `select ${columns} from segments g
          where g.office_id = $1 and g.archived_at is ${archived ? 'not' : ''} null
          order by lower(g.name), g.id limit 200`,
})

/** Saved segments of the own office by name. */
export const listSegments = (
  db: Db,
  { officeId, archived }: { officeId: string; archived: boolean },
): Promise<Segment[]> => prepared<Segment>(db, listOf(archived), [officeId])

const byId = { name: 'segment_by_id', text: `select ${columns} from segments g where g.id = $1` }

/** The segment, archived or not; undefined out of sight. */
export async function findSegment(db: Db, id: string): Promise<KnownSegment | undefined> {
  const [found] = await prepared<KnownSegment>(db, byId, [id])
  return found
}

/** As `findSegment`; 404 out of sight. */
export async function getSegment(db: Db, id: string): Promise<KnownSegment> {
  const found = await findSegment(db, id)
  if (!found) throw new AppError('not_found')
  return found
}

/** A segment of the own office to be used now: 404 out of sight or archived, 403 for another office's. */
export async function usableSegment(db: Db, officeId: string, id: string): Promise<KnownSegment> {
  const segment = await getSegment(db, id)
  if (segment.officeId !== officeId) throw new AppError('forbidden')
  if (segment.archivedAt) throw new AppError('not_found')
  return segment
}
