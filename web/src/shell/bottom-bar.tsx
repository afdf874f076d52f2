import { UnstyledButton } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useT } from '../i18n.tsx'
import { useUser } from '../lib/use-session.ts'
import { Icon } from '../ui/icon.tsx'
import { useNavCounts } from './nav-counts.ts'
import { NavLink } from './nav-link.tsx'
import { entriesFor, footEntriesFor, isCurrent } from './navigation.ts'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'

const MoreSheet = lazy(() =>
  import('./more-sheet.tsx').then((module) => ({ default: module.MoreSheet })),
)

/** Four places in thumb's reach; what does not fit is a sheet. */
export const BottomBar = ({ onSearch }: { onSearch: (() => void) | undefined }) => {
  const t = useT(shellStrings)
  const user = useUser()
  const counts = useNavCounts()
  const { pathname } = useLocation()
  const [sheet, setSheet] = useState<'never' | 'closed' | 'open'>('never')
  const entries = entriesFor(user.role)
  const rest = [...entries.filter((entry) => !entry.onPhone), ...footEntriesFor(user.role)]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the page changes
  useEffect(() => setSheet((now) => (now === 'open' ? 'closed' : now)), [pathname])
  return (
    <>
      <nav aria-label={t('nav.label')} className={classes.bar}>
        {entries
          .filter((entry) => entry.onPhone)
          .map((entry) => (
            <NavLink
              key={entry.key}
              entry={entry}
              current={isCurrent(entry, pathname)}
              count={counts[entry.key]}
              className={classes.barEntry}
            />
          ))}
        <UnstyledButton
          className={classes.barEntry}
          aria-haspopup="dialog"
          aria-expanded={sheet === 'open'}
          data-current={rest.some((entry) => isCurrent(entry, pathname)) || undefined}
          onClick={() => setSheet('open')}
        >
          <Icon name="menu" />
          <span className={classes.label}>{t('nav.more')}</span>
        </UnstyledButton>
      </nav>
      {sheet !== 'never' && (
        <Suspense fallback={null}>
          <MoreSheet
            opened={sheet === 'open'}
            onClose={() => setSheet('closed')}
            entries={rest}
            onSearch={onSearch}
          />
        </Suspense>
      )}
    </>
  )
}
