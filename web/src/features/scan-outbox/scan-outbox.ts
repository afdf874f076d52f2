import { ApiError } from '../../lib/api-error.ts'
import { currentSession, onSessionChange } from '../../lib/session.ts'
import { syncTag } from '../../worker/orders.ts'
import { waiting } from './outbox-scans.ts'
import { forgetSentNumbers, sessionsWithWaiting } from './scan-database.ts'
import { bringOldActs, forgetSent, openActs, openedDoors, outboxScans } from './scan-store.ts'
import { type ScanResult, sendWaiting } from './send-scans.ts'

/** What could not be sent is tried again this often, in milliseconds. */
const retryEvery = 5_000
/** What this login may not send another may; in milliseconds. */
const refusedRetryEvery = 60_000

/** A door that is shown: told what the server said of its scans, or that it could not be asked now. */
interface OutboxListener {
  taken(results: readonly ScanResult[]): void
  sent(): void
  failed(): void
}

const listeners = new Map<string, Set<OutboxListener>>()

/** Listens to what becomes of the scans of one door; answers how to stop. */
export const listenToOutbox = (sessionId: string, listener: OutboxListener): (() => void) => {
  const own = listeners.get(sessionId) ?? new Set()
  listeners.set(sessionId, own.add(listener))
  return () => void own.delete(listener)
}

const emit = (sessionId: string, what: (listener: OutboxListener) => void) => {
  for (const listener of listeners.get(sessionId) ?? []) what(listener)
}

const doorsWithWaiting = async (): Promise<ReadonlySet<string>> => {
  const here = openedDoors().filter((id) => waiting(outboxScans(id)).length > 0)
  // A device that keeps nothing still has what this page did.
  const stored = await sessionsWithWaiting().catch(() => [])
  return new Set([...here, ...stored])
}

/** Nobody would be reached for another door either. */
const isCutOff = (error: unknown) =>
  !(error instanceof ApiError) || error.status === 0 || error.status === 401 || error.status >= 429

const sendDoor = async (sessionId: string): Promise<'sent' | 'kept' | 'cut off'> => {
  try {
    await openActs(sessionId)
    await sendWaiting(sessionId, (results) => emit(sessionId, (door) => door.taken(results)))
    emit(sessionId, (door) => door.sent())
    return 'sent'
  } catch (error) {
    emit(sessionId, (door) => door.failed())
    return isCutOff(error) ? 'cut off' : 'kept'
  }
}

/** Has the browser send what is left once there is network, also when no page is open by then. */
const askWorker = async () => {
  const registration: (ServiceWorkerRegistration & { sync?: SyncManager }) | undefined =
    await globalThis.navigator?.serviceWorker?.getRegistration()
  await registration?.sync?.register(syncTag)
}

interface SyncManager {
  register(tag: string): Promise<void>
}

const sendAll = async (): Promise<void> => {
  let cutOff = false
  for (const sessionId of await doorsWithWaiting()) {
    if (cutOff) emit(sessionId, (door) => door.failed())
    else cutOff = (await sendDoor(sessionId)) === 'cut off'
  }
  const left = (await doorsWithWaiting()).size > 0
  if (left) askWorker().catch(() => undefined)
  clearTimeout(retry)
  retry = left
    ? setTimeout(() => void flushOutbox(), cutOff ? retryEvery : refusedRetryEvery)
    : undefined
}

let retry: ReturnType<typeof setTimeout> | undefined

let sending: Promise<void> | undefined
let again = false

/** Sends what waits on this device, of every door; whoever asks while it is being sent is served after it. */
export const flushOutbox = async (): Promise<void> => {
  if (currentSession().state !== 'in') return
  if (sending) {
    again = true
    return sending
  }
  sending = sendAll().finally(() => {
    sending = undefined
  })
  await sending
  if (again) {
    again = false
    await flushOutbox()
  }
}

/** Empties the outbox wherever in the app somebody works; at logout only what was not sent stays. */
export const startOutbox = (): void => {
  const now = () => void flushOutbox()
  const follow = () => {
    const { state } = currentSession()
    if (state === 'in') now()
    if (state === 'out') {
      clearTimeout(retry)
      forgetSent().catch(() => undefined)
    }
  }
  onSessionChange(follow)
  window.addEventListener('online', now)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') now()
  })
  void bringOldActs()
    .then(forgetSentNumbers)
    .catch(() => undefined)
    .then(follow)
}
