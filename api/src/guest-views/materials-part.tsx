/** @jsxRuntime automatic */
import type { GuestMaterial } from '../materials/queries.ts'
import { clock, longDay, zoneName } from '../platform/when.ts'
import type { PageContext } from './page-context.ts'

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
