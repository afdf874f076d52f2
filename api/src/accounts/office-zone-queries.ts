import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'

const officeZone = {
  name: 'office_zone',
  text: 'select time_zone as zone from offices where id = $1',
}

/** The IANA zone of an office in sight; 404 for any other, since no zone may be guessed. */
export async function zoneOfOffice(db: Db, officeId: string): Promise<string> {
  const [office] = await prepared<{ zone: string }>(db, officeZone, [officeId])
  if (!office) throw new AppError('not_found')
  return office.zone
}
