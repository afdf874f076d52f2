import { randomId } from '../../lib/random-id.ts'
import type { DoorAct } from './door-acts.ts'

const memory = new Map<string, string>()
const listeners = new Set<() => void>()

// A phone in private mode may refuse storage; then the acts last as long as the page.
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}
const write = (key: string, value: string) => {
  try {
    localStorage.setItem(key, value)
    memory.delete(key)
  } catch {
    memory.set(key, value)
  }
}

const keyOf = (sessionId: string) => `ngopi-door:${sessionId}`
const parsed = new Map<string, { text: string | null; acts: readonly DoorAct[] }>()

const parse = (text: string | null): readonly DoorAct[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? (value as DoorAct[]) : []
  } catch {
    return []
  }
}

/** The acts of this device at one door; the same object until they change. */
export const doorActs = (sessionId: string): readonly DoorAct[] => {
  const text = read(keyOf(sessionId))
  const known = parsed.get(sessionId)
  if (known && known.text === text) return known.acts
  const acts = parse(text)
  parsed.set(sessionId, { text, acts })
  return acts
}

/** Changes the acts, from what is stored now: another tab may have added some. */
export const changeActs = (
  sessionId: string,
  change: (acts: readonly DoorAct[]) => readonly DoorAct[],
) => {
  write(keyOf(sessionId), JSON.stringify(change(doorActs(sessionId))))
  for (const listener of listeners) listener()
}

/** Told of every change, in this tab and in others. */
export const onActsChange = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** The name of this device towards the server, made once. */
export const deviceId = (): string => {
  const known = read('ngopi-device')
  if (known) return known
  const made = randomId()
  write('ngopi-device', made)
  return made
}
