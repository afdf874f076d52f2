/** @jsxRuntime automatic */
import type { Language } from '../platform/language.ts'
import { Letterhead, renderDocument } from '../platform/public-page/document.tsx'
import { personalPath } from './page-context.ts'
import { pageTexts } from './page-text.ts'

interface OptOutProps {
  /** Undefined for a link that opens nothing any more. */
  token: string | undefined
  language: Language
  office: string
  /** Already done. */
  done: boolean
}

/** Asks whether to stop invitations, or says that they stopped. Opening it changes nothing. */
export function optOutPage({ token, language, office, done }: OptOutProps): string {
  const text = pageTexts[language]
  const undo = token === undefined ? text.optedOutContact : text.optedOutHint
  const hint = done ? undo : text.optOutHint
  return renderDocument({
    language,
    title: done ? text.optedOut : text.optOutAsk,
    children: (
      <>
        <Letterhead office={office} />
        <h1 className="greet">{done ? text.optedOut : text.optOutAsk}</h1>
        <p>{hint}</p>
        {token !== undefined && (
          <div className="do">
            {done && (
              <form method="post" action={personalPath(token, language, 'opt-in')}>
                <button type="submit">{text.optIn}</button>
              </form>
            )}
            {!done && (
              <form method="post" action={personalPath(token, language, 'opt-out')}>
                <button type="submit">{text.optOutDo}</button>
              </form>
            )}
            <a className="button" href={personalPath(token, language)}>
              {text.backToInvitation}
            </a>
          </div>
        )}
      </>
    ),
  })
}
