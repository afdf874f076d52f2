/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import type { Language } from '../../platform/language.ts'
import { Letterhead, renderDocument } from './document.tsx'
import { type PageText, pageTexts } from './page-text.ts'

/** The keys of texts that have a hint beside them. */
type Noticed = {
  [K in keyof PageText]: `${K}Hint` extends keyof PageText ? K : never
}[keyof PageText] &
  ('unknown' | 'superseded' | 'withdrawn' | 'tooMany' | 'incomplete' | 'failed' | 'noPass')

/** A page that says one thing and what to do now; it names nobody. */
export function noticePage(
  notice: Noticed,
  { language, office, children }: { language: Language; office?: string; children?: ReactNode },
): string {
  const text = pageTexts[language]
  return renderDocument({
    language,
    title: text[notice],
    children: (
      <>
        <Letterhead office={office} />
        <h1 className="greet">{text[notice]}</h1>
        <p>{text[`${notice}Hint`]}</p>
        {children}
      </>
    ),
  })
}
