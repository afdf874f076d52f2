/** @jsxRuntime automatic */
import { encode } from 'uqr'
import type { Language } from '../platform/language.ts'
import { Letterhead, renderDocument } from '../platform/public-page/document.tsx'
import { EventFacts } from './event-parts.tsx'
import { pageContext } from './page-context.ts'
import type { PersonalView } from './personal-view.ts'

/** Runs of dark modules as one path: a third of the size of one square each. */
function qrPath(rows: boolean[][]): string {
  const runs = rows.flatMap((row, y) => {
    const dark = row.map((module) => (module ? '1' : '0')).join('')
    return [...dark.matchAll(/1+/g)].map(
      (run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`,
    )
  })
  return runs.join('')
}

/** Black on white in either scheme, since a scanner reads nothing else as surely. */
const Qr = ({ says, label }: { says: string; label: string }) => {
  const { data, size } = encode(says, { ecc: 'M', border: 4 })
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(data)} fill="#000" />
    </svg>
  )
}

/** What a guest shows at the door. */
export function passPage(
  view: PersonalView,
  { token, language, pass }: { token: string; language: Language; pass: string },
): string {
  const context = pageContext(view, token, language)
  const { text, path } = context
  return renderDocument({
    language,
    title: `${text.passTitle}: ${view.title}`,
    children: (
      <>
        <Letterhead office={view.office} />
        <Qr says={pass} label={text.passTitle} />
        <p className="name">{view.guest}</p>
        <p className="centre soft">{text.passHint}</p>
        <h1>{view.title}</h1>
        <EventFacts {...context} />
        <a className="button" href={path()}>
          {text.backToInvitation}
        </a>
      </>
    ),
  })
}
