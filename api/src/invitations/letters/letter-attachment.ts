import type { Db } from '../../platform/database.ts'
import type { Attachment } from '../../platform/mail.ts'
import type { Post } from '../letter-queries.ts'

/** The formal letter to one guest as a file; undefined where the session has none. */
export async function letterAttachment(
  _db: Db,
  _post: Post,
  _invitationId: string,
): Promise<Attachment | undefined> {
  return undefined
}
