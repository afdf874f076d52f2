import { useHotkeys } from '@mantine/hooks'
import { searchApi } from '@ngopi/shared/search'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useWatchedPapers } from '../features/papers/watched-papers.ts'
import { useT } from '../i18n.tsx'
import { useMay } from '../lib/use-session.ts'
import { BottomBar } from './bottom-bar.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'

const Palette = lazy(() =>
  import('../features/search/palette.tsx').then((module) => ({ default: module.Palette })),
)

const PaperTray = lazy(() =>
  import('../features/papers/paper-tray.tsx').then((module) => ({ default: module.PaperTray })),
)

/** The frame around every page: places at the side, the page in the middle. */
export const Shell = () => {
  const t = useT(shellStrings)
  const maySearch = useMay(searchApi.search)
  const papers = useWatchedPapers()
  const [palette, setPalette] = useState<'never' | 'closed' | 'open'>('never')
  const openPalette = maySearch ? () => setPalette('open') : undefined
  // Ctrl+K also while typing; "/" only outside of fields.
  useHotkeys([['mod+K', () => openPalette?.()]], [])
  useHotkeys([['/', () => openPalette?.()]])
  return (
    <div className={classes.root}>
      <a href="#isi" className={classes.skip}>
        {t('skip')}
      </a>
      <Rail onSearch={openPalette} />
      <main id="isi" tabIndex={-1} className={classes.main}>
        <OfflineNotice />
        {papers.length > 0 && (
          <Suspense fallback={null}>
            <PaperTray ids={papers} />
          </Suspense>
        )}
        <div className={classes.page}>
          <Outlet />
        </div>
      </main>
      <BottomBar onSearch={openPalette} />
      {palette !== 'never' && (
        <Suspense fallback={null}>
          <Palette opened={palette === 'open'} onClose={() => setPalette('closed')} />
        </Suspense>
      )}
    </div>
  )
}
