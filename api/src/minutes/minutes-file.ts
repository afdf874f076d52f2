import { getSheetSession, listArrived } from '../attendance/sheets/sheet-queries.ts'
import type { Db } from '../platform/database.ts'
import { documentFileName } from '../platform/documents/file-name.ts'
import type { PrintableDocument } from '../platform/pdf/render-pdf.ts'
import { clock, hours, longDay, zoneName } from '../platform/when.ts'
import { getSession } from '../sessions/queries.ts'
import { speakersOf } from './draft-rules.ts'
import { minutesDocument } from './minutes-document.ts'
import { getMinutes, type Reader } from './queries.ts'

/** The minutes of a session as they are printed, with who attended; 404 out of sight. */
export async function readMinutesPaper(
  db: Db,
  reader: Reader,
): Promise<{ filename: string; document: PrintableDocument }> {
  const minutes = await getMinutes(db, reader)
  const { sessionId } = reader
  const session = await getSheetSession(db, sessionId)
  const { agenda } = await getSession(db, sessionId)
  const { officeId, title, startsAt, endsAt, timeZone: zone, venue, city, head, logo } = session
  const { signature, closedAt, signedAt } = minutes
  const arrived = await listArrived(db, { officeId, sessionId })
  const speakers = speakersOf(agenda)
  // A closing before the start would be a slip of the pen; the hours then stay those planned.
  const end = closedAt !== null && closedAt > startsAt ? closedAt : endsAt
  const dated = longDay({ at: signedAt ?? startsAt, zone }, 'id').replace(/^[^,]+, /, '')
  const document = minutesDocument({
    head,
    logo,
    title,
    facts: [
      ['Hari, tanggal', longDay({ at: startsAt, zone }, 'id')],
      ['Waktu', hours({ startsAt, endsAt: end, timeZone: zone }, 'id')],
      ['Tempat', venue],
      ['Pimpinan', minutes.chair ?? '-'],
      ['Notulis', minutes.minuteTaker ?? '-'],
      ...(speakers.length > 0 ? [['Narasumber', speakers.join('; ')] as [string, string]] : []),
    ],
    body: minutes.body,
    draft: signedAt === null,
    placeAndDate: [city, dated].filter(Boolean).join(', '),
    minuteTaker: minutes.minuteTaker ?? '',
    signatoryTitle: signature.title,
    signatoryName: signature.name,
    rank: signature.rank,
    nip: signature.nip,
    attended: arrived.map(({ guest, outlet, arrivedAt }) => ({
      guest,
      outlet: outlet ?? '',
      at: arrivedAt
        ? `${clock({ at: arrivedAt, zone }, 'id')} ${zoneName({ at: arrivedAt, zone })}`
        : '',
    })),
  })
  return { filename: documentFileName('notula', title), document }
}
