import { Link } from '@tanstack/react-router'
import classes from './part-links.module.css'

/** Parts of one tab, each with its own address; quieter than the tabs above. */
export const PartLinks = ({
  label,
  parts,
}: {
  label: string
  parts: readonly { to: string; label: string }[]
}) => (
  <nav aria-label={label} className={classes.root}>
    {parts.map((part) => (
      <Link
        key={part.to}
        to={part.to}
        className={classes.part}
        activeOptions={{ exact: true, includeSearch: false }}
        resetScroll={false}
      >
        {part.label}
      </Link>
    ))}
  </nav>
)
