import { randomId } from '../../lib/random-id.ts'
import type { OutboxScan } from './outbox-scans.ts'
import {
  forgetOldScans,
  forgetSentScans,
  readScans,
  type StoredScan,
  writeScans,
} from './scan-database.ts'

const none: readonly OutboxScan[] = []
const entries = new Map<string, readonly OutboxScan[]>()
const orders = new Map<string, number>()
/** Nonces whose last change is not on the device yet; where nothing can be kept they last as long as the page. */
const unsaved = new Map<string, number>()
const listeners = new Set<() => void>()

const tellListeners = () => {
  for (const listener of listeners) listener()
}

/** The scans of this device at one door; the same object until they change. */
export const outboxScans = (sessionId: string): readonly OutboxScan[] =>
  entries.get(sessionId) ?? none

/** The doors whose scans this page has read. */
export const openedDoors = (): readonly string[] => [...entries.keys()]

/** At logout: only what the server has not taken stays, here and on the device. */
export const forgetSent = async (): Promise<void> => {
  for (const [sessionId, some] of entries)
    entries.set(
      sessionId,
      some.filter(({ state }) => state !== 'sent'),
    )
  tellListeners()
  await forgetSentScans()
}

const nonceOf = (entry: OutboxScan) => entry.scan.nonce

let lastOrder = 0
const orderOf = (nonce: string): number => {
  const known = orders.get(nonce)
  if (known !== undefined) return known
  lastOrder = Math.max(lastOrder + 1, Date.now())
  orders.set(nonce, lastOrder)
  return lastOrder
}

const save = async (sessionId: string, changed: readonly OutboxScan[], gone: readonly string[]) => {
  const touched = [...changed.map(nonceOf), ...gone]
  for (const nonce of touched) unsaved.set(nonce, (unsaved.get(nonce) ?? 0) + 1)
  const stored = changed.map((entry): StoredScan => {
    const nonce = nonceOf(entry)
    return { nonce, sessionId, order: orderOf(nonce), deviceId: deviceId(), act: entry }
  })
  await writeScans(stored, gone)
  for (const nonce of touched) {
    const left = (unsaved.get(nonce) ?? 1) - 1
    if (left > 0) unsaved.set(nonce, left)
    else unsaved.delete(nonce)
  }
  otherTabs?.postMessage(sessionId)
}

/** Changes the scans, here at once and then on the device. */
export const changeScans = (
  sessionId: string,
  change: (entries: readonly OutboxScan[]) => readonly OutboxScan[],
) => {
  const before = outboxScans(sessionId)
  const after = change(before)
  entries.set(sessionId, after)
  const known = new Map(before.map((entry) => [nonceOf(entry), entry]))
  const changed = after.filter((entry) => known.get(nonceOf(entry)) !== entry)
  for (const entry of after) known.delete(nonceOf(entry))
  // A device that keeps nothing still works until the page is closed.
  if (changed.length + known.size > 0)
    save(sessionId, changed, [...known.keys()]).catch(() => undefined)
  tellListeners()
}

/** What the device keeps, with what this page has done and the device does not have yet. */
const reload = async (sessionId: string) => {
  const stored = await readScans(sessionId)
  for (const { nonce, order } of stored) orders.set(nonce, order)
  const here = new Map(outboxScans(sessionId).map((entry) => [nonceOf(entry), entry]))
  const merged = stored.flatMap(({ nonce, act: entry }) => {
    if (!unsaved.has(nonce)) return [entry]
    const newer = here.get(nonce)
    return newer ? [newer] : []
  })
  const there = new Set(stored.map(({ nonce }) => nonce))
  for (const [nonce, entry] of here) if (unsaved.has(nonce) && !there.has(nonce)) merged.push(entry)
  entries.set(sessionId, merged)
  tellListeners()
}

const otherTabs = typeof indexedDB === 'undefined' ? undefined : new BroadcastChannel('ngopi-door')
otherTabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'string' && entries.has(data)) reload(data).catch(() => undefined)
})

const oldKey = 'ngopi-door:'
const oldKeyOf = (sessionId: string) => `${oldKey}${sessionId}`

/** Acts that an earlier version left in localStorage are brought to where all lie, of every door. */
export const bringOldActs = async (): Promise<void> => {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(oldKey))
    for (const key of keys) await openActs(key.slice(oldKey.length))
  } catch {
    // Without storage there are none.
  }
}

/** Acts that an earlier version left in localStorage. */
const oldActs = (sessionId: string): readonly OutboxScan[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(oldKeyOf(sessionId)) ?? '[]')
    return Array.isArray(value) ? (value as OutboxScan[]) : none
  } catch {
    return none
  }
}

/** Brings back what the device keeps of a door; where it keeps nothing, the door begins empty. */
export const openActs = async (sessionId: string): Promise<void> => {
  if (!entries.has(sessionId)) entries.set(sessionId, none)
  try {
    const old = oldActs(sessionId)
    if (old.length > 0) {
      const there = new Set((await readScans(sessionId)).map(({ nonce }) => nonce))
      await save(
        sessionId,
        old.filter((entry) => !there.has(nonceOf(entry))),
        [],
      )
      localStorage.removeItem(oldKeyOf(sessionId))
    }
    await reload(sessionId)
    await forgetOldScans()
  } catch {
    // Without storage the scans last as long as the page.
  }
}

/** Told of every change, in this tab and in others. */
export const onScansChange = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const deviceKey = 'ngopi-device'
let device: string | undefined

/** The name of this device towards the server, made once. */
export const deviceId = (): string => {
  if (device) return device
  device = randomId()
  try {
    device = localStorage.getItem(deviceKey) ?? device
    localStorage.setItem(deviceKey, device)
  } catch {
    // It lasts as long as the page.
  }
  return device
}
