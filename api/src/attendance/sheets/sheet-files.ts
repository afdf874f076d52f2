import { passOf } from '../../invitations/pass.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Db } from '../../platform/database.ts'
import { documentFileName } from '../../platform/documents/file-name.ts'
import { spokenNumber } from '../../platform/documents/spelling.ts'
import type { KeyRing } from '../../platform/keys.ts'
import type { Paper } from '../../platform/pdf/paper.ts'
import { clock, hours, longDay, zoneName } from '../../platform/when.ts'
import { badgeDocument, badgesPerPage } from './badge-document.ts'
import { type AttendanceSheet, emptyRow, type SheetRow, sheetDocument } from './sheet-document.ts'
import {
  type ArrivedGuest,
  getSheetSession,
  listArrived,
  listBadgeGuests,
  listExpected,
  type SheetGuest,
} from './sheet-queries.ts'
import { emptyRows, purposeSentence, sourceText } from './sheet-rules.ts'
import { sheetStrings } from './strings.ts'

/** Milliseconds that a row or a badge takes to be set. */
const cost = { row: 1.5, badge: 15 }

const rowOf = ({ guest, outlet, phoneLast4 }: SheetGuest): SheetRow => ({
  ...emptyRow,
  guest,
  outlet: outlet ?? '',
  phone: phoneLast4 ? `…${phoneLast4}` : '',
})

const arrivalText = ({ arrivedAt, source }: ArrivedGuest, zone: string): string =>
  [
    arrivedAt && `${clock({ at: arrivedAt, zone }, 'id')} ${zoneName({ at: arrivedAt, zone })}`,
    source && sourceText(source),
  ]
    .filter(Boolean)
    .join('\n')

/** The attendance sheet of a session: of those expected, or of those who came (422 while nobody did). 404 out of sight. */
export async function readSheet(
  db: Db,
  { sessionId, filled }: { sessionId: string; filled: boolean },
): Promise<Paper> {
  const session = await getSheetSession(db, sessionId)
  const { officeId, title, office, startsAt, timeZone: zone } = session
  const day = longDay({ at: startsAt, zone }, 'id')
  const rows = filled
    ? (await listArrived(db, { officeId, sessionId })).map((guest) => ({
        ...rowOf(guest),
        arrival: arrivalText(guest, zone),
      }))
    : [
        ...(await listExpected(db, { officeId, sessionId })).map(rowOf),
        ...Array.from({ length: emptyRows }, () => emptyRow),
      ]
  if (rows.length === 0) throw new AppError('unprocessable', { message: sheetStrings.nobodyCame })
  const { contactName, contactPhone, city } = session
  const { head, logo, signatoryTitle, signatoryName, nip } = session
  const sheet: AttendanceSheet = {
    ...{ head, logo, signatoryTitle, signatoryName, nip },
    title,
    facts: [
      ['Hari, tanggal', day],
      ['Waktu', hours(session, 'id')],
      ['Tempat', session.venue],
    ],
    purpose: purposeSentence({
      office,
      title,
      contact:
        [contactName, contactPhone && spokenNumber(contactPhone)].filter(Boolean).join(', ') ||
        null,
    }),
    placeAndDate: [city, day.replace(/^[^,]+, /, '')].filter(Boolean).join(', '),
    rows,
    withArrival: filled,
  }
  return {
    filename: documentFileName('daftar hadir', ...(filled ? ['terisi'] : []), title),
    items: rows.length,
    itemCost: cost.row,
    pageItems: 0,
    document: () => sheetDocument(sheet),
  }
}

/** Badges of everyone attending, each with the pass that is valid now; 422 while nobody is. 404 out of sight. */
export async function readBadges(
  db: Db,
  { sessionId, passKeys }: { sessionId: string; passKeys: KeyRing },
): Promise<Paper> {
  const { officeId, title, office, startsAt, timeZone: zone } = await getSheetSession(db, sessionId)
  const guests = await listBadgeGuests(db, { officeId, sessionId })
  if (guests.length === 0)
    throw new AppError('unprocessable', { message: sheetStrings.nobodyAttending })
  const badges = guests.map(({ guest, outlet, invitationId, linkVersion }) => ({
    guest,
    outlet: outlet ?? '',
    pass: passOf(passKeys, invitationId, linkVersion),
  }))
  return {
    filename: documentFileName('kartu nama', title),
    items: badges.length,
    itemCost: cost.badge,
    pageItems: badgesPerPage,
    document: (from, to) =>
      badgeDocument(
        { title, office, day: longDay({ at: startsAt, zone }, 'id') },
        badges.slice(from, to),
      ),
  }
}
