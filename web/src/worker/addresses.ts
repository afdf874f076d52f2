/** Answered by the server alone, as pages for others or as data; nothing of them is ever kept here. */
const notOurs =
  /^\/(?:api|u|calendar|surat|kliping|hooks|hadir|assets|healthz|readyz|metrics)(?:\/|$)/

/** Whether opening an address brings the document of the application. */
export const isAppPage = (pathname: string): boolean => !notOurs.test(pathname)

/** Files whose content never changes under their name. */
export const isHashedFile = (pathname: string): boolean => pathname.startsWith('/assets/')

/** The script a document of the application starts with, which names its build. */
export const entryOf = (document: string): string | undefined =>
  /<script type="module"[^>]* src="(\/assets\/[^"]+\.js)"/.exec(document)?.[1]
