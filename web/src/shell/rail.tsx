import { UnstyledButton } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useT } from '../i18n.tsx'
import { useUser } from '../lib/use-session.ts'
import { paths } from '../paths.ts'
import { Brand } from '../ui/brand.tsx'
import { Icon } from '../ui/icon.tsx'
import { useNavCounts } from './nav-counts.ts'
import { NavLink } from './nav-link.tsx'
import { entriesFor, footEntriesFor, isCurrent } from './navigation.ts'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'
import { UserMenu } from './user-menu.tsx'

/** The left rail; on a phone the bar below takes its place. */
export const Rail = ({ onSearch }: { onSearch: (() => void) | undefined }) => {
  const t = useT(shellStrings)
  const user = useUser()
  const counts = useNavCounts()
  const { pathname } = useLocation()
  return (
    <nav aria-label={t('nav.label')} className={classes.rail}>
      <Link to={paths.home} className={classes.brand}>
        <Brand />
      </Link>
      {onSearch && (
        <UnstyledButton className={classes.search} onClick={onSearch}>
          <Icon name="search" size={18} />
          <span className={classes.label}>{t('searchHint')}</span>
          <kbd className={classes.key}>Ctrl K</kbd>
        </UnstyledButton>
      )}
      <div className={classes.nav}>
        {entriesFor(user.role).map((entry) => (
          <NavLink
            key={entry.key}
            entry={entry}
            current={isCurrent(entry, pathname)}
            count={counts[entry.key]}
            className={classes.entry}
          />
        ))}
        <span className={classes.fill} />
        {footEntriesFor(user.role).map((entry) => (
          <NavLink
            key={entry.key}
            entry={entry}
            current={isCurrent(entry, pathname)}
            className={classes.entry}
          />
        ))}
      </div>
      <UserMenu />
    </nav>
  )
}
