import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLocale, useT } from '../i18n.tsx'
import { formatInstant } from '../lib/format-time.ts'
import { refreshSession } from '../lib/session.ts'
import { useReached } from '../lib/use-session.ts'
import { keptDoors } from './kept-doors.ts'
import { OfflinePage } from './offline-page.tsx'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'

/** The server is tried again so often, in milliseconds. */
const retryEvery = 5_000

/** Asks for the server until it answers. */
const useRetries = (needed: boolean) => {
  useEffect(() => {
    if (!needed) return
    const ask = () => void refreshSession().catch(() => undefined)
    const timer = setInterval(ask, retryEvery)
    window.addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', ask)
    }
  }, [needed])
}

/** Around every page of an app that was opened without network: the doors kept on the device work, the rest waits. */
export const OfflineFrame = () => {
  const t = useT(shellStrings)
  const locale = useLocale()
  const reached = useReached()
  const cache = useQueryClient()
  const pathname = useLocation({ select: (location) => location.pathname })
  useRetries(!reached)
  const doors = reached ? [] : keptDoors(cache)
  const door = doors.find(({ path }) => path === pathname)
  // Parts of a page that could not be fetched come with a new start; the door is never taken away.
  const refused = useRef<string>(undefined)
  useEffect(() => {
    if (reached && refused.current === pathname) location.reload()
    refused.current = reached || door ? undefined : pathname
  }, [reached, door, pathname])
  if (!reached && !door) return <OfflinePage doors={doors} />
  return (
    <>
      {door && (
        <p role="status" className={classes.offline}>
          {t('cutOff.asOf', { at: formatInstant(door.asOf, door.session.timeZone, locale) })}
        </p>
      )}
      <Outlet />
    </>
  )
}
