import { useEffect, useState } from 'react'

/** True from the first time on: what is loaded when first asked for stays, so that it can close. */
export const useOnce = (asked: boolean): boolean => {
  const [once, setOnce] = useState(asked)
  if (asked && !once) setOnce(true)
  return once
}

/**
 * Follows `opened` one step behind. A dialog that arrives open would not know what had the focus:
 * Mantine notes it at a change from closed to open, and gives the focus back to it.
 */
export const useOpenedNext = (opened: boolean): boolean => {
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(opened), [opened])
  return shown
}
