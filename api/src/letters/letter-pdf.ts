import { AppError } from '../platform/app-error.ts'
import type { Db } from '../platform/database.ts'
import { documentFileName } from '../platform/documents/file-name.ts'
import type { Paper } from '../platform/pdf/paper.ts'
import { getSession } from '../sessions/queries.ts'
import { letterDocument } from './letter-document.ts'
import { addresseeLines } from './rules.ts'
import { findSheet, listAddressees } from './sheet-queries.ts'
import { letterStrings } from './strings.ts'

type Asked = { invitationId: string } | 'all' | 'press'

/** Milliseconds that a letter takes to be set. */
const letterCost = 15

/**
 * What is to be printed: the letter to one guest, to each guest in one file, or to the press in general. 404 for what is
 * out of sight, withdrawn or not saved, 422 where nobody is to be written to.
 */
export async function readLetterFile(
  db: Db,
  { sessionId, publicUrl, asked }: { sessionId: string; publicUrl: string; asked: Asked },
): Promise<Paper> {
  const found = await findSheet(db, { sessionId, publicUrl })
  if (!found) {
    await getSession(db, sessionId)
    throw new AppError('not_found', { message: letterStrings.notSaved })
  }
  const { sheet, title } = found
  const name = (...parts: string[]) => documentFileName('surat undangan', title, ...parts)
  const paper = (filename: string, addressees: readonly string[][]): Paper => ({
    filename,
    items: addressees.length,
    itemCost: letterCost,
    pageItems: 1,
    document: (from, to) => letterDocument(sheet, addressees.slice(from, to)),
  })
  if (asked === 'press') return paper(name(), [addresseeLines(undefined)])
  const addressees = await listAddressees(db, {
    sessionId,
    ...(asked !== 'all' && { invitationId: asked.invitationId }),
  })
  const [first] = addressees
  if (!first && asked === 'all')
    throw new AppError('unprocessable', { message: letterStrings.nobody })
  if (!first) throw new AppError('not_found')
  return paper(name(asked === 'all' ? 'semua tamu' : first.guest), addressees.map(addresseeLines))
}
