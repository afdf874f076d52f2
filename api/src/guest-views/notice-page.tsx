/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import type { Language } from '../platform/language.ts'
import { Letterhead, renderDocument } from '../platform/public-page/document.tsx'
import { type Notice, noticeTexts } from './notice-text.ts'

/** A page that says one thing and what to do now; it names nobody. */
export function noticePage(
  notice: Notice,
  { language, office, children }: { language: Language; office?: string; children?: ReactNode },
): string {
  const text = noticeTexts[language]
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
