import { type Db, prepared } from '../platform/database.ts'

const logoOfOffice = {
  name: 'office_logo',
  text: 'select media_type as "mediaType", content from office_logos where office_id = $1',
}

/** The emblem of an office in sight, or undefined. */
export async function findLogo(
  db: Db,
  officeId: string,
): Promise<{ mediaType: string; content: Buffer } | undefined> {
  const [logo] = await prepared<{ mediaType: string; content: Buffer }>(db, logoOfOffice, [
    officeId,
  ])
  return logo
}
