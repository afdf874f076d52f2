import { Drawer, UnstyledButton } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import { useOpenedNext } from '../lib/opened-late.ts'
import { Icon } from '../ui/icon.tsx'
import { useNavCounts } from './nav-counts.ts'
import { NavLink } from './nav-link.tsx'
import { type Entry, isCurrent } from './navigation.ts'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'
import { UserMenu } from './user-menu.tsx'

interface MoreSheetProps {
  opened: boolean
  onClose: () => void
  entries: readonly Entry[]
  onSearch: (() => void) | undefined
}

/** What does not fit into the bar of a phone. */
export const MoreSheet = ({ opened, onClose, entries, onSearch }: MoreSheetProps) => {
  const t = useT(shellStrings)
  const common = useT(commonStrings)
  const counts = useNavCounts()
  const { pathname } = useLocation()
  return (
    <Drawer
      opened={useOpenedNext(opened)}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t('nav.more')}
      classNames={{ content: classes.sheetContent }}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div className={classes.sheet}>
        {onSearch && (
          <UnstyledButton
            className={classes.entry}
            onClick={() => {
              onClose()
              onSearch()
            }}
          >
            <Icon name="search" />
            <span className={classes.label}>{t('search')}</span>
          </UnstyledButton>
        )}
        {entries.map((entry) => (
          <NavLink
            key={entry.key}
            entry={entry}
            current={isCurrent(entry, pathname)}
            count={counts[entry.key]}
            className={classes.entry}
          />
        ))}
        <UserMenu />
      </div>
    </Drawer>
  )
}
