/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '../language.ts'
import { pageStyle } from './page-style.ts'

/** What a link preview may tell: the event and the office, never the guest. */
export interface Preview {
  title: string
  description: string
  office: string
}

interface DocumentProps {
  language: Language
  title: string
  preview?: Preview
  children: ReactNode
}

const locales: Record<Language, string> = { id: 'id_ID', en: 'en_GB' }

const Document = ({ language, title, preview, children }: DocumentProps) => (
  <html lang={language}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      {preview && (
        <>
          <meta name="description" content={preview.description} />
          <meta property="og:type" content="website" />
          <meta property="og:title" content={preview.title} />
          <meta property="og:description" content={preview.description} />
          <meta property="og:site_name" content={preview.office} />
          <meta property="og:locale" content={locales[language]} />
        </>
      )}
      <style>{pageStyle}</style>
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
)

/** A whole HTML document as text. */
export const renderDocument = (props: DocumentProps): string =>
  `<!doctype html>${renderToStaticMarkup(<Document {...props} />)}`

/** Head of the sheet: who writes, and the mark. */
export const Letterhead = ({ office }: { office?: string }) => (
  <header>
    <span className="office">{office}</span>
    <span className="mark">
      <svg width="24" height="24" viewBox="4.5 3 24.5 24.5" aria-hidden="true">
        <path
          d="M5 13h17v6.5a7.500 7.500 0 0 1-7.500 7.500h-2A7.500 7.500 0 0 1 5 19.500z"
          fill="currentColor"
        />
        <path
          d="M22 15.500h1.500a3.500 3.500 0 0 1 0 7h-2M10.500 9.500c-1.500-1.600 1.500-3 0-5M16.500 9.500c-1.500-1.600 1.500-3 0-5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      Ngopi
    </span>
  </header>
)
