import { type Db, prepared } from '../platform/database.ts'
import type { Attachment } from '../platform/mail.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { printPaper } from '../platform/pdf/paper.ts'
import { readLetterFile } from './letter-pdf.ts'
import { letterStrings } from './strings.ts'

const lettered = {
  name: 'lettered_invitation',
  text: `select i.session_id as "sessionId", i.office_id as "officeId" from invitations i
           join session_letters l on l.office_id = i.office_id and l.session_id = i.session_id
          where i.id = $1 and i.revoked_at is null`,
}

/**
 * The formal letter to one guest, to be printed once the connection was given back. Throws in words for officers where
 * there is none; printing does where it cannot be printed.
 */
export async function letterAttachment(
  db: Db,
  { publicUrl }: Pick<MessageContext, 'publicUrl'>,
  invitationId: string,
): Promise<() => Promise<Attachment>> {
  const [found] = await prepared<{ sessionId: string; officeId: string }>(db, lettered, [
    invitationId,
  ])
  if (!found) throw new Error(letterStrings.notSaved.id)
  const { sessionId, officeId } = found
  const paper = await readLetterFile(db, { sessionId, publicUrl, asked: { invitationId } })
  return () =>
    printPaper(paper, officeId).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`Surat tidak dapat dicetak: ${reason}`, { cause: error })
    })
}
