import { useCallback, useLayoutEffect, useRef } from 'react'

/** A callback that stays the same object and does what the latest render wants: rows given it are not drawn again. */
export const useSteady = <Args extends unknown[]>(
  callback: (...args: Args) => void,
): ((...args: Args) => void) => {
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
