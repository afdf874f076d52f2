import { Drawer, UnstyledButton } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { commonMessages } from '../common-messages.ts'
import { useT } from '../i18n.tsx'
import { useUser } from '../lib/use-session.ts'
import { Icon } from '../ui/icon.tsx'
import { useNavCounts } from './nav-counts.ts'
import { NavLink } from './nav-link.tsx'
import { entriesFor, isCurrent, settingsEntry } from './navigation.ts'
import classes from './shell.module.css'
import { shellMessages } from './shell-messages.ts'
import { UserMenu } from './user-menu.tsx'

/** Four places in thumb's reach; what does not fit is a sheet. */
export const BottomBar = ({ onSearch }: { onSearch: (() => void) | undefined }) => {
  const t = useT(shellMessages)
  const common = useT(commonMessages)
  const user = useUser()
  const counts = useNavCounts()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const entries = entriesFor(user.role)
  const rest = [...entries.filter((entry) => !entry.onPhone), settingsEntry]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the page changes
  useEffect(() => setOpen(false), [pathname])
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
          aria-expanded={open}
          data-current={rest.some((entry) => isCurrent(entry, pathname)) || undefined}
          onClick={() => setOpen(true)}
        >
          <Icon name="more" />
          <span className={classes.label}>{t('nav.more')}</span>
        </UnstyledButton>
      </nav>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title={t('nav.more')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <div className={classes.sheet}>
          {onSearch && (
            <UnstyledButton
              className={classes.entry}
              onClick={() => {
                setOpen(false)
                onSearch()
              }}
            >
              <Icon name="search" />
              <span className={classes.label}>{t('search')}</span>
            </UnstyledButton>
          )}
          {rest.map((entry) => (
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
    </>
  )
}
