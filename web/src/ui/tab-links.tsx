import { Link, useLocation } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import classes from './tab-links.module.css'

interface TabLinksProps {
  label: string
  tabs: readonly { to: string; label: string; count?: number | undefined; within?: true }[]
}

/** Parts of one page, each with its own address. */
export const TabLinks = ({ label, tabs }: TabLinksProps) => {
  const root = useRef<HTMLElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  // On a phone there is more of them than fits: the one that is open stands in the middle.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another current tab
  useLayoutEffect(() => {
    const nav = root.current
    const tab = nav?.querySelector<HTMLElement>('[aria-current="page"]')
    if (nav && tab) nav.scrollLeft = tab.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2
  }, [path])
  return (
    <nav ref={root} aria-label={label} className={classes.root}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes.tab}
          // A tab below another's address must not make that one current too, unless it is a part of it.
          activeOptions={{ exact: !tab.within, includeSearch: false }}
          resetScroll={false}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
