import type { SessionEvent } from '@ngopi/shared/session-events'
import { useEffect, useEffectEvent, useState } from 'react'
import { followSession } from './session-events.ts'

/**
 * Follows a session while the page is in view; one that comes back into view catches up. Browsers allow few
 * connections to a server, so pages out of view hold none.
 *
 * @returns whether events are heard; true until it is known
 */
export const useSessionEvents = (
  sessionId: string,
  hear: (event: SessionEvent) => void,
): boolean => {
  const [connected, setConnected] = useState(true)
  const onEvent = useEffectEvent(hear)
  useEffect(() => {
    let following: AbortController | undefined
    const follow = () => {
      if (document.hidden) {
        following?.abort()
        following = undefined
      } else if (!following) {
        following = new AbortController()
        followSession(
          { sessionId, onEvent: (event) => onEvent(event), onConnected: setConnected },
          following.signal,
        ).catch(() => setConnected(false))
      }
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      following?.abort()
    }
  }, [sessionId])
  return connected
}
