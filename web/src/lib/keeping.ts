import type { SessionUser } from '@ngopi/shared/accounts'
import type { QueryClient } from '@tanstack/react-query'
import { forgetKept, keepLogin, readLogin } from './kept-database.ts'
import { keepLists } from './kept-lists.ts'
import type { Session } from './session.ts'

export interface Keeping {
  /** Who works here by the device alone, with their lists in the cache. */
  bringBack(): Promise<SessionUser | undefined>
  /** Keeps, or forgets, after each change of the session. */
  follow(session: Session): void
}

/**
 * What this device keeps for work without network: who works here, and the lists of the door. A token is never kept.
 *
 * @param build tells one build of the application from another, whose lists may have another shape
 */
export const startKeeping = (queryClient: QueryClient, build: string): Keeping => {
  let keptFor: string | undefined
  let end: (() => void) | undefined
  // One after the other: forgetting must not be overtaken by keeping.
  let last: Promise<unknown> = Promise.resolve()
  const afterwards = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    // A device that keeps nothing works as long as there is network.
    last = done.catch(() => undefined)
    return done
  }
  const keepListsOf = async (userId: string) => {
    if (keptFor === userId) return
    end?.()
    keptFor = userId
    end = await keepLists(queryClient, { userId, build })
  }
  const stop = () => {
    end?.()
    end = undefined
    keptFor = undefined
  }
  return {
    bringBack: () =>
      afterwards(async () => {
        const user = await readLogin(Date.now())
        if (user) await keepListsOf(user.id)
        return user
      }),
    follow: (session) => {
      if (session.state === 'out')
        void afterwards(async () => {
          stop()
          await forgetKept()
        })
      if (session.state === 'in' && session.reached)
        void afterwards(async () => {
          await keepLogin(session.user, Date.now())
          await keepListsOf(session.user.id)
        })
    },
  }
}
