import { AppError } from '../../platform/app-error.ts'
import type { Db } from '../../platform/database.ts'
import type { Attachment } from '../../platform/mail.ts'
import { printPdf } from '../../platform/pdf/print-pdf.ts'
import { getSession } from '../../sessions/queries.ts'
import { letterDocument } from './letter-document.ts'
import { addresseeLines, letterFileName } from './letter-rules.ts'
import { letterMessages } from './messages.ts'
import { findSheet, listAddressees } from './sheet-queries.ts'

type Asked = { invitationId: string } | 'all' | 'press'

interface Printable {
  filename: string
  document: ReturnType<typeof letterDocument>
}

/**
 * What is to be printed: the letter to one guest, to each guest in one file, or to the press in general. 404 for what is
 * out of sight, withdrawn or not saved, 422 where nobody is to be written to.
 */
export async function readLetterFile(
  db: Db,
  { sessionId, publicUrl, asked }: { sessionId: string; publicUrl: string; asked: Asked },
): Promise<Printable> {
  const found = await findSheet(db, { sessionId, publicUrl })
  if (!found) {
    await getSession(db, sessionId)
    throw new AppError('not_found', { message: letterMessages.notSaved })
  }
  const { sheet, title } = found
  const name = (...parts: string[]) => letterFileName('surat undangan', title, ...parts)
  if (asked === 'press')
    return { filename: name(), document: letterDocument(sheet, [addresseeLines(undefined)]) }
  const addressees = await listAddressees(db, {
    sessionId,
    ...(asked !== 'all' && { invitationId: asked.invitationId }),
  })
  const [first] = addressees
  if (!first && asked === 'all')
    throw new AppError('unprocessable', { message: letterMessages.nobody })
  if (!first) throw new AppError('not_found')
  const document = letterDocument(sheet, addressees.map(addresseeLines))
  return { filename: name(asked === 'all' ? 'semua tamu' : first.guest), document }
}

/** Prints outside the database connection, which others may need meanwhile. */
export const printLetterFile = async (
  { filename, document }: Printable,
  officeId: string,
): Promise<Attachment> => ({
  filename,
  contentType: 'application/pdf',
  content: await printPdf(document, officeId),
})
