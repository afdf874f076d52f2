import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { DoorAct } from './door-acts.ts'

/** An act as it lies on the device, in the order it was done. */
export interface KeptAct {
  readonly nonce: string
  readonly sessionId: string
  readonly order: number
  readonly act: DoorAct
}

interface DoorDatabase extends DBSchema {
  acts: { key: string; value: KeptAct; indexes: { session: string } }
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

/** The acts of a session on this device. Rejects where the device keeps nothing. */
export const readActs = async (sessionId: string): Promise<KeptAct[]> => {
  const acts = await (await database()).getAllFromIndex('acts', 'session', sessionId)
  return acts.sort((a, b) => a.order - b.order)
}

/** Keeps some acts and forgets others, all or none. */
export const writeActs = async (
  kept: readonly KeptAct[],
  forgotten: readonly string[],
): Promise<void> => {
  const change = (await database()).transaction('acts', 'readwrite', durable)
  await Promise.all([
    ...kept.map((one) => change.store.put(one)),
    ...forgotten.map((nonce) => change.store.delete(nonce)),
    change.done,
  ])
}

/** Forgets what was sent long ago, of every session: it names people. */
export const forgetOldActs = async (now = Date.now()): Promise<void> => {
  const all = await (await database()).getAll('acts')
  const old = all.filter(
    ({ act }) => act.state === 'sent' && Date.parse(act.scan.scannedAt) < now - sentKept,
  )
  if (old.length > 0)
    await writeActs(
      [],
      old.map(({ nonce }) => nonce),
    )
}
