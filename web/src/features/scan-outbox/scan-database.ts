import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type OutboxScan, withoutNumber } from './outbox-scans.ts'

/** A scan as it lies on the device, in the order it was done. */
export interface StoredScan {
  readonly nonce: string
  readonly sessionId: string
  readonly order: number
  /** As which device it is sent, also by the worker, which has no other way to know. */
  readonly deviceId?: string
  /** Devices hold what they stored under this name. */
  readonly act: OutboxScan
}

interface DoorDatabase extends DBSchema {
  acts: { key: string; value: StoredScan; indexes: { session: string } }
}

/** What was sent stays so long, to be taken back by its nonce; in milliseconds. */
const sentKept = 7 * 86_400_000

let opened: Promise<IDBPDatabase<DoorDatabase>> | undefined

const database = () => {
  opened ??= openDB<DoorDatabase>('ngopi-door', 1, {
    upgrade: (made) => {
      made.createObjectStore('acts', { keyPath: 'nonce' }).createIndex('session', 'sessionId')
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

// Whoever is told that a guest is in must find them in after the battery died.
const durable = { durability: 'strict' } as const

/** The scans of a session on this device. Rejects where the device keeps nothing. */
export const readScans = async (sessionId: string): Promise<StoredScan[]> => {
  const entries = await (await database()).getAllFromIndex('acts', 'session', sessionId)
  return entries.sort((a, b) => a.order - b.order)
}

/** Keeps some scans and forgets others, all or none. */
export const writeScans = async (
  stored: readonly StoredScan[],
  forgotten: readonly string[],
): Promise<void> => {
  const change = (await database()).transaction('acts', 'readwrite', durable)
  await Promise.all([
    ...stored.map((one) => change.store.put(one)),
    ...forgotten.map((nonce) => change.store.delete(nonce)),
    change.done,
  ])
}

const allScans = async (): Promise<StoredScan[]> => (await database()).getAll('acts')

/** The doors of which the server has not heard everything. */
export const sessionsWithWaiting = async (): Promise<string[]> => {
  const waiting = (await allScans()).filter(({ act: entry }) => entry.state === 'waiting')
  return [...new Set(waiting.map(({ sessionId }) => sessionId))]
}

const forgetSentWhere = async (isOld: (entry: OutboxScan) => boolean): Promise<void> => {
  const gone = (await allScans()).filter(({ act: entry }) => entry.state === 'sent' && isOld(entry))
  if (gone.length > 0)
    await writeScans(
      [],
      gone.map(({ nonce }) => nonce),
    )
}

/** Forgets what was sent long ago, of every session: it names people. */
export const forgetOldScans = (now = Date.now()): Promise<void> =>
  forgetSentWhere(({ scan }) => Date.parse(scan.scannedAt) < now - sentKept)

/** Forgets everything that the server has; what it has not is nowhere else. */
export const forgetSentScans = (): Promise<void> => forgetSentWhere(() => true)

/** Takes numbers out of what the server has, which earlier versions left there. */
export const forgetSentNumbers = async (): Promise<void> => {
  const named = (await allScans()).filter(
    ({ act: { state, scan } }) =>
      state !== 'waiting' && (scan.walkIn?.phone || scan.substitute?.phone),
  )
  if (named.length > 0)
    await writeScans(
      named.map((one) => ({ ...one, act: withoutNumber(one.act) })),
      [],
    )
}
