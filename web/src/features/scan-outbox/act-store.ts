import { randomId } from '../../lib/random-id.ts'
import { forgetOldActs, forgetSentActs, type KeptAct, readActs, writeActs } from './act-database.ts'
import type { DoorAct } from './door-acts.ts'

const none: readonly DoorAct[] = []
const acts = new Map<string, readonly DoorAct[]>()
const orders = new Map<string, number>()
/** Nonces whose last change is not on the device yet; where nothing can be kept they last as long as the page. */
const unsaved = new Map<string, number>()
const listeners = new Set<() => void>()

const tellListeners = () => {
  for (const listener of listeners) listener()
}

/** The acts of this device at one door; the same object until they change. */
export const doorActs = (sessionId: string): readonly DoorAct[] => acts.get(sessionId) ?? none

/** The doors whose acts this page has read. */
export const openedDoors = (): readonly string[] => [...acts.keys()]

/** At logout: only what the server has not taken stays, here and on the device. */
export const forgetSent = async (): Promise<void> => {
  for (const [sessionId, some] of acts)
    acts.set(
      sessionId,
      some.filter(({ state }) => state !== 'sent'),
    )
  tellListeners()
  await forgetSentActs()
}

const nonceOf = (act: DoorAct) => act.scan.nonce

let lastOrder = 0
const orderOf = (nonce: string): number => {
  const known = orders.get(nonce)
  if (known !== undefined) return known
  lastOrder = Math.max(lastOrder + 1, Date.now())
  orders.set(nonce, lastOrder)
  return lastOrder
}

const save = async (sessionId: string, changed: readonly DoorAct[], gone: readonly string[]) => {
  const touched = [...changed.map(nonceOf), ...gone]
  for (const nonce of touched) unsaved.set(nonce, (unsaved.get(nonce) ?? 0) + 1)
  const kept = changed.map((act): KeptAct => {
    const nonce = nonceOf(act)
    return { nonce, sessionId, order: orderOf(nonce), deviceId: deviceId(), act }
  })
  await writeActs(kept, gone)
  for (const nonce of touched) {
    const left = (unsaved.get(nonce) ?? 1) - 1
    if (left > 0) unsaved.set(nonce, left)
    else unsaved.delete(nonce)
  }
  otherTabs?.postMessage(sessionId)
}

/** Changes the acts, here at once and then on the device. */
export const changeActs = (
  sessionId: string,
  change: (acts: readonly DoorAct[]) => readonly DoorAct[],
) => {
  const before = doorActs(sessionId)
  const after = change(before)
  acts.set(sessionId, after)
  const known = new Map(before.map((act) => [nonceOf(act), act]))
  const changed = after.filter((act) => known.get(nonceOf(act)) !== act)
  for (const act of after) known.delete(nonceOf(act))
  // A device that keeps nothing still works until the page is closed.
  if (changed.length + known.size > 0)
    save(sessionId, changed, [...known.keys()]).catch(() => undefined)
  tellListeners()
}

/** What the device keeps, with what this page has done and the device does not have yet. */
const reload = async (sessionId: string) => {
  const stored = await readActs(sessionId)
  for (const { nonce, order } of stored) orders.set(nonce, order)
  const here = new Map(doorActs(sessionId).map((act) => [nonceOf(act), act]))
  const merged = stored.flatMap(({ nonce, act }) => {
    if (!unsaved.has(nonce)) return [act]
    const newer = here.get(nonce)
    return newer ? [newer] : []
  })
  const there = new Set(stored.map(({ nonce }) => nonce))
  for (const [nonce, act] of here) if (unsaved.has(nonce) && !there.has(nonce)) merged.push(act)
  acts.set(sessionId, merged)
  tellListeners()
}

const otherTabs = typeof indexedDB === 'undefined' ? undefined : new BroadcastChannel('ngopi-door')
otherTabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'string' && acts.has(data)) reload(data).catch(() => undefined)
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
const oldActs = (sessionId: string): readonly DoorAct[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(oldKeyOf(sessionId)) ?? '[]')
    return Array.isArray(value) ? (value as DoorAct[]) : none
  } catch {
    return none
  }
}

/** Brings back what the device keeps of a door; where it keeps nothing, the door begins empty. */
export const openActs = async (sessionId: string): Promise<void> => {
  if (!acts.has(sessionId)) acts.set(sessionId, none)
  try {
    const old = oldActs(sessionId)
    if (old.length > 0) {
      const there = new Set((await readActs(sessionId)).map(({ nonce }) => nonce))
      await save(
        sessionId,
        old.filter((act) => !there.has(nonceOf(act))),
        [],
      )
      localStorage.removeItem(oldKeyOf(sessionId))
    }
    await reload(sessionId)
    await forgetOldActs()
  } catch {
    // Without storage the acts last as long as the page.
  }
}

/** Told of every change, in this tab and in others. */
export const onActsChange = (listener: () => void) => {
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
