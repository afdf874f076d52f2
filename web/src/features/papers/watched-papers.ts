import type { Paper } from '@ngopi/shared/papers'
import { useSyncExternalStore } from 'react'
import { currentSession, onSessionChange } from '../../lib/session.ts'

const storageKey = 'ngopi-papers'
const nothing: readonly string[] = []

/** Ids of the papers asked for in this tab; a page that is loaded anew still knows them. */
const stored = (): readonly string[] => {
  try {
    return (sessionStorage.getItem(storageKey) ?? '').split(' ').filter((id) => id !== '')
  } catch {
    return nothing
  }
}

let watched = stored()
const listeners = new Set<() => void>()

const become = (ids: readonly string[]) => {
  watched = ids
  try {
    sessionStorage.setItem(storageKey, ids.join(' '))
  } catch {
    // Without storage they are known until the page is left.
  }
  for (const listener of listeners) listener()
}

onSessionChange(() => {
  if (currentSession().state === 'out' && watched.length > 0) become(nothing)
})

/** Shows how far a paper is, wherever the user goes, in the place of one it follows. */
export const watchPaper = ({ id }: Paper, insteadOf?: string) =>
  become([...watched.filter((other) => other !== id && other !== insteadOf), id])

export const dismissPaper = (id: string) => become(watched.filter((other) => other !== id))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useWatchedPapers = () => useSyncExternalStore(subscribe, () => watched)
