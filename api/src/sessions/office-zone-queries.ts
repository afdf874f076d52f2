import { type Db, prepared } from '../platform/database.ts'

const officeZone = {
  name: 'office_zone',
  text: 'select time_zone as zone from offices where id = $1',
}

/** The IANA zone of an office in sight. */
export async function zoneOfOffice(db: Db, officeId: string): Promise<string> {
  const [office] = await prepared<{ zone: string }>(db, officeZone, [officeId])
  return office?.zone ?? 'Asia/Jakarta'
}
