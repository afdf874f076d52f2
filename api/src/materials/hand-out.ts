import type { Readable } from 'node:stream'
import type { Deps } from '../platform/deps.ts'
import type { NamedFile } from '../platform/send-file.ts'
import { countDownload } from './commands.ts'
import { FileStore } from './file-store.ts'
import { type GuestMaterial, materialForGuest, materialsOfGuest } from './queries.ts'

interface Guest {
  officeId: string
  invitationId: string
}

/** What the guests' pages show and hand out of the materials of a session. */
export interface MaterialsForGuests {
  list: (guest: Guest) => Promise<GuestMaterial[]>
  /** An address or a file; 404 unless the guest may have it now. */
  fetch: (
    guest: Guest,
    wanted: { id: string; counted: boolean },
  ) => Promise<{ url: string } | (NamedFile & { url: null })>
}

/** Hands the materials of a session to its guests. */
export function handOutMaterials({ database, config }: Deps): MaterialsForGuests {
  const store = new FileStore(config.dataDir)
  return {
    list: ({ officeId, invitationId }) =>
      database.read([officeId], (db) => materialsOfGuest(db, invitationId)),
    fetch: async ({ officeId, invitationId }, { id, counted }) => {
      const material = await database.read([officeId], (db) =>
        materialForGuest(db, { invitationId, id }),
      )
      let content: Readable | undefined
      if (material.url === null) content = await store.read(material.officeId, material.digest)
      try {
        // Nobody's name goes with it: the count follows no person.
        if (counted) await database.write([officeId], 'system:', (tx) => countDownload(tx, id))
      } catch (error) {
        content?.destroy()
        throw error
      }
      if (material.url !== null || !content) return { url: material.url ?? '' }
      const { name, mediaType, bytes } = material
      return { url: null, name, mediaType, bytes, content }
    },
  }
}
