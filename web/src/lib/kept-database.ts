import type { SessionUser } from '@ngopi/shared/accounts'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type KeptList, type KeptLogin, listHolds, loginHolds } from './kept-rules.ts'

interface KeptDatabase extends DBSchema {
  login: { key: string; value: KeptLogin }
  lists: { key: string; value: KeptList }
}

/** There is one login. */
const current = 'current'

let opened: Promise<IDBPDatabase<KeptDatabase>> | undefined

const database = () => {
  opened ??= openDB<KeptDatabase>('ngopi-kept', 1, {
    upgrade: (made) => {
      made.createObjectStore('login')
      made.createObjectStore('lists', { keyPath: 'hash' })
    },
    terminated: () => {
      opened = undefined
    },
  })
  // One that could not be opened is asked for again.
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

const change = async () => (await database()).transaction(['login', 'lists'], 'readwrite')

/** Remembers who works here. Whatever was kept for somebody else is forgotten with it. */
export const keepLogin = async (user: SessionUser, heardAt: number): Promise<void> => {
  const work = await change()
  const before = await work.objectStore('login').get(current)
  if (before?.user.id !== user.id) await work.objectStore('lists').clear()
  await work.objectStore('login').put({ user, heardAt }, current)
  await work.done
}

/** Who works here, as long as that counts; else everything kept is forgotten. */
export const readLogin = async (now: number): Promise<SessionUser | undefined> => {
  const login = await (await database()).get('login', current)
  if (login && loginHolds(login, now)) return login.user
  await forgetKept()
  return undefined
}

/** Forgets who works here and every list. Acts at the door lie elsewhere and stay until they are sent. */
export const forgetKept = async (): Promise<void> => {
  const work = await change()
  await Promise.all([work.objectStore('login').clear(), work.objectStore('lists').clear()])
  await work.done
}

/** Keeps lists of the user who works here; those of anybody else, who logged out in another tab, are not. */
export const writeLists = async (lists: readonly KeptList[]): Promise<void> => {
  const work = await change()
  const login = await work.objectStore('login').get(current)
  const own = lists.filter((list) => list.userId === login?.user.id)
  await Promise.all(own.map((list) => work.objectStore('lists').put(list)))
  await work.done
}

/** The lists that may be shown; the others are forgotten. */
export const readLists = async (
  whose: Parameters<typeof listHolds>[1],
): Promise<readonly KeptList[]> => {
  const work = await change()
  const store = work.objectStore('lists')
  const all = await store.getAll()
  const holding = all.filter((list) => listHolds(list, whose))
  const gone = all.filter((list) => !holding.includes(list))
  await Promise.all(gone.map((list) => store.delete(list.hash)))
  await work.done
  return holding
}
