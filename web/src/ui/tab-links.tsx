import { Link } from '@tanstack/react-router'
import classes from './tab-links.module.css'

interface TabLinksProps {
  label: string
  tabs: readonly { to: string; label: string; count?: number | undefined }[]
}

/** Parts of one page, each with its own address. */
export const TabLinks = ({ label, tabs }: TabLinksProps) => {
  return (
    <nav aria-label={label} className={classes.root}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes.tab}
          // A tab below another's address must not make that one current too.
          activeOptions={{ exact: true, includeSearch: false }}
          resetScroll={false}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
