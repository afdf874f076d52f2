import { type Db, prepared } from '../../platform/database.ts'
import type { Attachment } from '../../platform/mail.ts'
import type { Post } from '../letter-queries.ts'
import { printLetterFile, readLetterFile } from './letter-pdf.ts'
import { letterMessages } from './messages.ts'

const lettered = {
  name: 'lettered_invitation',
  text: `select i.session_id as "sessionId" from invitations i
           join session_letters l on l.office_id = i.office_id and l.session_id = i.session_id
          where i.id = $1 and i.revoked_at is null`,
}

/** The formal letter to one guest as a file. Throws in words for officers where there is none or it cannot be printed. */
export async function letterAttachment(
  db: Db,
  { publicUrl }: Pick<Post, 'publicUrl'>,
  invitationId: string,
): Promise<Attachment> {
  const [found] = await prepared<{ sessionId: string }>(db, lettered, [invitationId])
  if (!found) throw new Error(letterMessages.notSaved.id)
  const { sessionId } = found
  const file = await readLetterFile(db, { sessionId, publicUrl, asked: { invitationId } })
  return printLetterFile(file).catch((error: unknown) => {
    const told = error instanceof Error ? error.message : String(error)
    throw new Error(`Surat tidak dapat dicetak: ${told}`, { cause: error })
  })
}
