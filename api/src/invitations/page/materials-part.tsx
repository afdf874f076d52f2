/** @jsxRuntime automatic */
import type { NamedFile } from '../../platform/send-file.ts'
import { clock, longDay, zoneName } from '../../sessions/when.ts'
import type { PageContext } from './page-context.ts'

/** A material a guest may have, now or from the end of its embargo. */
export interface GuestMaterial {
  id: string
  /** Null while it is under embargo: the title may be the news. */
  title: string | null
  /** Size of a file; null for a link. */
  bytes: number | null
  /** End of an embargo that still runs. */
  from: string | null
}

/** Lists and hands out the materials of a session; a later feature knows how. */
export interface GuestMaterials {
  list: (guest: { officeId: string; invitationId: string }) => Promise<GuestMaterial[]>
  fetch: (
    guest: { officeId: string; invitationId: string },
    wanted: { id: string; counted: boolean },
  ) => Promise<{ url: string } | (NamedFile & { url: null })>
}

/** A size in megabytes, at least 0.1, as the language writes it. */
const size = (bytes: number, language: string): string =>
  `${Math.max(0.1, bytes / 1_048_576).toLocaleString(language, { maximumFractionDigits: 1 })} MB`

/** What the office hands out, and when what is under embargo can be had. */
export const Materials = ({
  view,
  text,
  language,
  path,
  materials,
}: PageContext & { materials: readonly GuestMaterial[] }) => {
  if (materials.length === 0) return null
  return (
    <section>
      <h2>{text.materials}</h2>
      <ol>
        {materials.map(({ id, title, bytes, from }) => {
          const when = from && { at: from, zone: view.timeZone }
          return (
            <li key={id}>
              <span className="untimed">
                {when ? (
                  text.materialUnderEmbargo
                ) : (
                  <a href={path(`materials/${id}`)} rel="nofollow noreferrer">
                    {title}
                  </a>
                )}
                {when && (
                  <small>
                    {text.materialFrom(
                      `${longDay(when, language)}, ${clock(when, language)} ${zoneName(when)}`,
                    )}
                  </small>
                )}
                {!when && bytes !== null && <small>{size(bytes, language)}</small>}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
