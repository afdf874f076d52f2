import type { Material } from '@ngopi/shared/materials'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import { getSession } from '../sessions/queries.ts'

const selectMaterials = `
  select id, session_id as "sessionId", title, url,
         case when digest is not null
              then json_build_object('name', file_name, 'mediaType', media_type, 'bytes', bytes) end as file,
         embargo_until as "embargoUntil", audience, downloads, version,
         created_at as "createdAt", updated_at as "updatedAt", archived_at as "archivedAt"
    from materials`

const byId = { name: 'material_by_id', text: `${selectMaterials} where id = $1` }

const ofSession = {
  name: 'materials_of_session',
  text: `${selectMaterials} where office_id = $1 and session_id = $2 and archived_at is null order by id limit 200`,
}

/** The material; 404 out of sight. */
export async function getMaterial(db: Db, id: string): Promise<Material> {
  const [material] = await prepared<Material>(db, byId, [id])
  if (!material) throw new AppError('not_found')
  return material
}

/** Materials of a session in the order added; 404 when it is out of sight. */
export async function listMaterials(db: Db, sessionId: string): Promise<Material[]> {
  const { officeId } = await getSession(db, sessionId)
  return prepared<Material>(db, ofSession, [officeId, sessionId])
}

/** Where a file lies and what it is. */
export interface StoredFile {
  officeId: string
  digest: Buffer
  name: string
  mediaType: string
  bytes: number
}

const storedFile = {
  name: 'material_file',
  text: `select office_id as "officeId", digest, file_name as name, media_type as "mediaType", bytes
           from materials where id = $1 and digest is not null`,
}

/** The file of a material; 404 out of sight, and for a link. */
export async function getStoredFile(db: Db, id: string): Promise<StoredFile> {
  const [file] = await prepared<StoredFile>(db, storedFile, [id])
  if (!file) throw new AppError('not_found')
  return file
}

/**
 * Materials a guest may have, now or once the embargo ends. Who came may have what those attending may; nothing of a
 * session not yet announced.
 */
const forGuest = `
  from invitations i
  join sessions s on s.id = i.session_id and s.office_id = i.office_id and s.status <> 'draft'
  join materials m on m.session_id = i.session_id and m.office_id = i.office_id and m.archived_at is null
  left join attendances a
    on a.session_id = i.session_id and a.office_id = i.office_id and a.journalist_id = i.journalist_id and a.status = 'present'
 where i.id = $1 and i.revoked_at is null
   and case m.audience when 'invited' then true
                       when 'attending' then i.answer = 'attending' or a.id is not null
                       else a.id is not null end`

/** What a guest is told of a material. */
export interface GuestMaterial {
  id: string
  /** Null while it is under embargo: the title may be the news. */
  title: string | null
  bytes: number | null
  /** The end of an embargo that still runs. */
  from: string | null
}

const guestMaterials = {
  name: 'guest_materials',
  text: `select m.id, case when m.embargo_until > now() then null else m.title end as title, m.bytes,
                case when m.embargo_until > now() then m.embargo_until end as "from"
         ${forGuest} order by m.id limit 200`,
}

export const materialsOfGuest = (db: Db, invitationId: string): Promise<GuestMaterial[]> =>
  prepared<GuestMaterial>(db, guestMaterials, [invitationId])

/** A material that may be handed out: an address or a file. */
export type HandedMaterial = { url: string } | (StoredFile & { url: null })

const handed = {
  name: 'handed_material',
  text: `select m.url, m.office_id as "officeId", m.digest, m.file_name as name, m.media_type as "mediaType", m.bytes
         ${forGuest} and m.id = $2 and (m.embargo_until is null or m.embargo_until <= now())`,
}

/** The material for a guest who may have it now; 404 for every other. */
export async function materialForGuest(
  db: Db,
  { invitationId, id }: { invitationId: string; id: string },
): Promise<HandedMaterial> {
  const [material] = await prepared<HandedMaterial>(db, handed, [invitationId, id])
  if (!material) throw new AppError('not_found')
  return material
}
