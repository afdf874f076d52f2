import type { Minutes, minutesApi } from '@ngopi/shared/minutes'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import { draftMinutes } from './draft-queries.ts'

type Version = z.output<(typeof minutesApi.version.schema.response)['2xx']>

const savedMinutes = {
  name: 'saved_minutes',
  text: `select m.session_id as "sessionId", true as saved, m.body, m.chair, m.minute_taker as "minuteTaker",
                m.closed_at as "closedAt",
                json_build_object('name', m.signatory_name, 'title', m.signatory_title, 'rank', m.signatory_rank,
                                  'nip', m.signatory_nip) as signature,
                m.signed_at as "signedAt",
                case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "signedBy",
                m.version
           from minutes m left join users u on u.office_id = m.office_id and u.id = m.signed_by
          where m.session_id = $1`,
}

const columns = `
  v.number, v.at, case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as by
  `
const joins = `
  from minutes m
  join minutes_versions v on v.office_id = m.office_id and v.minutes_id = m.id
  left join users u on u.office_id = v.office_id and u.id = v.by_user_id
 where m.session_id = $1`

const versionsOf = {
  name: 'minutes_versions',
  text: `select ${columns} ${joins} order by v.number desc limit 500`,
}

const versionByNumber = {
  name: 'minutes_version',
  text: `select ${columns}, v.body ${joins} and v.number = $2`,
}

/** Who reads; the draft names a person who may write it as the one who takes the minutes. */
export interface Reader {
  sessionId: string
  minuteTaker: string | null
}

/** The minutes of a session as last saved, newest version first, else a draft of them; 404 out of sight. */
export async function getMinutes(db: Db, { sessionId, minuteTaker }: Reader): Promise<Minutes> {
  const [saved] = await prepared<Omit<Minutes, 'versions'>>(db, savedMinutes, [sessionId])
  if (!saved) return draftMinutes(db, { sessionId, minuteTaker })
  const versions = await prepared<Minutes['versions'][number]>(db, versionsOf, [sessionId])
  return { ...saved, versions }
}

/** What the minutes said at one save; 404 where there is none. */
export async function getVersion(
  db: Db,
  { sessionId, number }: { sessionId: string; number: number },
): Promise<Version> {
  const [version] = await prepared<Version>(db, versionByNumber, [sessionId, number])
  if (!version) throw new AppError('not_found')
  return version
}
