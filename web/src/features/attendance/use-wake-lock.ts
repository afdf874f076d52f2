import { useEffect } from 'react'

/** Keeps the screen lit while `awake`, where the browser can; a page that comes back into view asks again. */
export const useWakeLock = (awake: boolean) => {
  useEffect(() => {
    const { wakeLock }: { wakeLock?: WakeLock } = navigator
    if (!awake || !wakeLock) return
    let lock: Promise<WakeLockSentinel | undefined> | undefined
    const ask = () => {
      // Refused with a low battery; the screen then goes dark as it always does.
      if (!document.hidden) lock = wakeLock.request('screen').catch(() => undefined)
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.then((sentinel) => sentinel?.release())
    }
  }, [awake])
}
