// Runs before the first paint, as a file because the content policy allows no inline script:
// chosen colour scheme and language, so that nothing flashes. Keys: src/theme.ts, src/i18n.tsx.
;(() => {
  const root = document.documentElement
  let scheme = 'auto'
  let language = 'id'
  try {
    scheme = localStorage.getItem('ngopi-scheme') || 'auto'
    language = localStorage.getItem('ngopi-language') || 'id'
  } catch {
    // Storage may be forbidden; the defaults hold.
  }
  const dark =
    scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  root.lang = language === 'en' ? 'en' : 'id'
})()
