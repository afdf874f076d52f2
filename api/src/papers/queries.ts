import type { Paper, PaperKind } from '@ngopi/shared/papers'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import type { Bilingual } from '../platform/language.ts'
import { paperStrings } from './strings.ts'

/** A paper as it is kept, with why it failed in both languages. */
export interface KeptPaper extends Omit<Paper, 'error'> {
  officeId: string
  error: Bilingual | null
  sessionArchived: boolean
}

/** Where the session is out of sight by now, so is its paper. */
const byId = {
  name: 'paper_by_id',
  text: `select p.id, p.office_id as "officeId", p.kind, json_build_object('id', s.id, 'title', s.title) as session, p.state, p.done, p.total,
                case when p.state = 'done'
                     then json_build_object('name', p.file_name, 'mediaType', 'application/pdf', 'bytes', p.bytes) end as file,
                p.error, p.created_at as "createdAt", p.expires_at as "expiresAt", s.archived_at is not null as "sessionArchived"
           from papers p join sessions s on s.id = p.session_id
          where p.id = $1 and p.expires_at > now()`,
}

/** The paper; 404 out of sight and once it has expired. */
export async function getPaper(db: Db, id: string): Promise<KeptPaper> {
  const [paper] = await prepared<KeptPaper>(db, byId, [id])
  if (!paper) throw new AppError('not_found')
  return paper
}

/** The name and size of the file of a paper; 409 `in_progress` before it is done, 404 where it never will be. */
export function fileOf({ state, file, error, sessionArchived }: KeptPaper) {
  if (sessionArchived) throw new AppError('not_found', { message: paperStrings.sessionGone })
  if (error) throw new AppError('not_found', { message: error })
  if (state !== 'done' || !file) throw new AppError('in_progress', { retryAfter: 2 })
  return file
}

const underWay = {
  name: 'paper_under_way',
  text: `select id from papers
          where office_id = $1 and session_id = $2 and kind = $3 and state in ('queued', 'making')`,
}

/** The paper of this kind that is being made; undefined for none. */
export async function findUnderWay(
  db: Db,
  { officeId, sessionId, kind }: { officeId: string; sessionId: string; kind: PaperKind },
): Promise<string | undefined> {
  const [found] = await prepared<{ id: string }>(db, underWay, [officeId, sessionId, kind])
  return found?.id
}
