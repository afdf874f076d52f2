/** @jsxRuntime automatic */
import type { Language } from '../../platform/language.ts'
import { Letterhead, renderDocument } from './document.tsx'
import { personalPath } from './page-context.ts'
import { pageTexts } from './page-text.ts'

interface OptOutProps {
  token: string
  language: Language
  office: string
  /** Already done. */
  done: boolean
}

/** Asks whether to stop invitations, or says that they stopped. Opening it changes nothing. */
export function optOutPage({ token, language, office, done }: OptOutProps): string {
  const text = pageTexts[language]
  return renderDocument({
    language,
    title: done ? text.optedOut : text.optOutAsk,
    children: (
      <>
        <Letterhead office={office} />
        <h1 className="greet">{done ? text.optedOut : text.optOutAsk}</h1>
        <p>{done ? text.optedOutHint : text.optOutHint}</p>
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
      </>
    ),
  })
}
