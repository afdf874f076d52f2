import type { Language } from '../../platform/language.ts'
import type { PersonalView } from '../personal-queries.ts'
import { type PageText, pageTexts } from './page-text.ts'

/** What every part of a guest's page is given. */
export interface PageContext {
  view: PersonalView
  text: PageText
  language: Language
  /** An address below this guest's link, in the same language. */
  path: (below?: string) => string
  /** This page in the other language. */
  otherLanguage: string
}

/** Indonesian is the language of a link; the other is asked for in the address. */
const query = (language: Language) => (language === 'en' ? '?bahasa=en' : '')

/** An address below a personal link. */
export const personalPath = (token: string, language: Language, below = ''): string =>
  `/u/${token}${below && `/${below}`}${query(language)}`

/** Prepares what the parts of a guest's page share. */
export const pageContext = (
  view: PersonalView,
  token: string,
  language: Language,
): PageContext => ({
  view,
  text: pageTexts[language],
  language,
  path: (below) => personalPath(token, language, below),
  otherLanguage: personalPath(token, language === 'id' ? 'en' : 'id'),
})
