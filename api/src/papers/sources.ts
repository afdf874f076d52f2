import { attendanceApi } from '@ngopi/shared/attendance'
import { lettersApi } from '@ngopi/shared/letters'
import type { PaperKind } from '@ngopi/shared/papers'
import type { Role } from '@ngopi/shared/roles'
import { readBadges, readSheet } from '../attendance/sheets/sheet-files.ts'
import { readLetterFile } from '../letters/letter-pdf.ts'
import { AppError } from '../platform/app-error.ts'
import type { Db } from '../platform/database.ts'
import type { Keys } from '../platform/keys.ts'
import type { Paper } from '../platform/pdf/paper.ts'
import { getSession } from '../sessions/queries.ts'
import { paperStrings } from './strings.ts'

/** Who may have a paper made: whoever may print the same paper at once. */
const rolesOf: Record<PaperKind, readonly Role[]> = {
  letters: lettersApi.pdf.config.roles,
  attendance_sheet: attendanceApi.sheet.config.roles,
  filled_attendance_sheet: attendanceApi.sheet.config.roles,
  badges: attendanceApi.badges.config.roles,
}

export const mayHave = (role: Role, kind: PaperKind): boolean => rolesOf[kind].includes(role)

export interface SourceDeps {
  keys: Keys
  publicUrl: string
}

/** Reads what a paper says now; 404 for a session out of sight or archived, 422 for a paper that would be empty. */
export async function readPaper(
  db: Db,
  { keys, publicUrl }: SourceDeps,
  { sessionId, kind }: { sessionId: string; kind: PaperKind },
): Promise<Paper> {
  const { archivedAt } = await getSession(db, sessionId)
  if (archivedAt) throw new AppError('not_found', { message: paperStrings.sessionGone })
  switch (kind) {
    case 'letters':
      return readLetterFile(db, { sessionId, publicUrl, asked: 'all' })
    case 'badges':
      return readBadges(db, { sessionId, passKeys: keys.pass })
    default:
      return readSheet(db, { sessionId, filled: kind === 'filled_attendance_sheet' })
  }
}
