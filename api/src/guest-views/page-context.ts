import type { Language } from '../platform/language.ts'
import { type PageText, pageTexts } from './page-text.ts'
import { type PeopleText, peopleTexts } from './people-text.ts'
import type { PersonalView } from './personal-view.ts'

/** The fields of the page in which a guest writes freely. */
export type WordsField = 'reason' | 'note' | 'question'

/** A form of the page that was not taken: what was written in it, and what was too long. */
export interface Refused {
  written: Partial<Record<WordsField | 'declineKind', string>>
  tooLong: readonly WordsField[]
}

/** What every part of a guest's page is given. */
export interface PageContext {
  view: PersonalView
  text: PageText
  /** What is said of substitutes, crews and groups. */
  people: PeopleText
  language: Language
  /** An address below this guest's link, in the same language. */
  path: (below?: string) => string
  /** This page in the other language. */
  otherLanguage: string
  refused?: Refused | undefined
}

/**
 * An address below a personal link. Indonesian is the language of a link; the other is asked for in the address. `sent`
 * has the page acknowledge what was just sent.
 */
export function personalPath(token: string, language: Language, below = '', sent = false): string {
  const query = new URLSearchParams({
    ...(language === 'en' && { bahasa: 'en' }),
    ...(sent && { terkirim: '1' }),
  })
  return `/u/${token}${below && `/${below}`}${query.size > 0 ? `?${query}` : ''}`
}

/** Prepares what the parts of a guest's page share. */
export const pageContext = (
  view: PersonalView,
  token: string,
  language: Language,
  refused?: Refused,
): PageContext => ({
  view,
  text: pageTexts[language],
  people: peopleTexts[language],
  language,
  path: (below) => personalPath(token, language, below),
  otherLanguage: personalPath(token, language === 'id' ? 'en' : 'id'),
  refused,
})
