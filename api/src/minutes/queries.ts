import type { Minutes, minutesApi } from '@ngopi/shared/minutes'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import { savesHoldingOffRecord } from '../questions/saved-words.ts'
import { getSession } from '../sessions/queries.ts'
import { draftMinutes } from './draft-queries.ts'
import { onTheRecord } from './off-record.ts'

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

/** Who reads, in which office; the draft names a person who may write it as the one who takes the minutes. */
export interface Reader {
  officeId: string
  sessionId: string
  minuteTaker: string | null
}

type Saved = Omit<Minutes, 'versions' | 'offRecordIn'>

/**
 * The minutes of a session as last saved, newest version first, else a draft of them; without what went off the record
 * since. Another office reads them once they are signed, without their versions; 404 before that, and out of sight.
 */
export async function getMinutes(db: Db, reader: Reader): Promise<Minutes> {
  const { sessionId } = reader
  const { officeId } = await getSession(db, sessionId)
  const [saved] = await prepared<Saved>(db, savedMinutes, [sessionId])
  if (officeId !== reader.officeId) {
    if (!saved) throw new AppError('not_found')
    return { ...saved, versions: [], offRecordIn: [] }
  }
  if (!saved) return draftMinutes(db, reader)
  const session = { officeId, sessionId }
  return {
    ...saved,
    body: await onTheRecord(db, session, saved.body),
    versions: await prepared<Minutes['versions'][number]>(db, versionsOf, [sessionId]),
    offRecordIn: await savesHoldingOffRecord(db, session),
  }
}

/** What the minutes said at one save; 404 where there is none, and for every office but their own. */
export async function getVersion(
  db: Db,
  { sessionId, number }: { sessionId: string; number: number },
): Promise<Version> {
  const [version] = await prepared<Version>(db, versionByNumber, [sessionId, number])
  if (!version) throw new AppError('not_found')
  return version
}
