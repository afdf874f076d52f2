import { Link } from '@tanstack/react-router'
import { useT } from '../i18n.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Entry } from './navigation.ts'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'

interface NavLinkProps {
  entry: Entry
  current: boolean
  /** What waits there; nothing is shown for none. */
  count?: number | undefined
  className: string | undefined
}

export const NavLink = ({ entry, current, count, className }: NavLinkProps) => {
  const t = useT(shellStrings)
  return (
    <Link
      to={entry.to as string}
      className={className}
      aria-current={current ? 'page' : undefined}
      data-current={current || undefined}
    >
      <Icon name={entry.icon} />
      <span className={classes.label}>{t(`nav.${entry.key}`)}</span>
      {count ? <span className={classes.count}>{count > 99 ? '99+' : count}</span> : null}
    </Link>
  )
}
