import type { Login } from '@ngopi/shared/accounts'
import { withOutcome } from '../features/scan-outbox/outbox-scans.ts'
import {
  readScans,
  sessionsWithWaiting,
  writeScans,
} from '../features/scan-outbox/scan-database.ts'
import type { ScanResult } from '../features/scan-outbox/send-scans.ts'
import { readLogin } from '../lib/kept-database.ts'

/** So many the server takes at once. */
const maxScans = 500

const refresh = async (): Promise<string> => {
  // One after the other with the pages, so that none replays a token just used.
  const response = await navigator.locks.request('ngopi-refresh', () =>
    fetch('/api/login/refresh', { method: 'POST', headers: { Accept: 'application/json' } }),
  )
  if (!response.ok) throw new Error('The server does not know who sends')
  const login: Login = await response.json()
  return login.accessToken
}

const sendDoor = async (sessionId: string, token: string): Promise<void> => {
  const stored = (await readScans(sessionId))
    .filter(({ act: entry, deviceId }) => entry.state === 'waiting' && deviceId !== undefined)
    .slice(0, maxScans)
  const [first] = stored
  if (!first) return
  const scans = stored.map(({ act: entry }) => entry.scan)
  const response = await fetch(`/api/sessions/${sessionId}/scans`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ deviceId: first.deviceId, sentAt: new Date().toISOString(), scans }),
  })
  if (!response.ok) throw new Error('What was refused a page sorts out')
  const { results }: { results: ScanResult[] } = await response.json()
  const ids = new Map(
    results.flatMap(({ nonce, attendance }): [string, string][] =>
      attendance?.id ? [[nonce, attendance.id]] : [],
    ),
  )
  const nonces = new Set(results.map(({ nonce }) => nonce))
  const entries = withOutcome(
    stored.map(({ act: entry }) => entry),
    nonces,
    { state: 'sent' },
    ids,
  )
  const scanOf = new Map(entries.map((entry) => [entry.scan.nonce, entry]))
  await writeScans(
    stored.map((one) => ({ ...one, act: scanOf.get(one.nonce) ?? one.act })),
    [],
  )
  new BroadcastChannel('ngopi-door').postMessage(sessionId)
}

/**
 * Sends what waits while no page does, as whoever works on this device; after a logout nothing is sent in their name.
 * Rejects while something is left, so that the browser asks again.
 */
export const sendScans = async ({ pageInSight }: { pageInSight: boolean }): Promise<void> => {
  if (!(await readLogin(Date.now()))) return
  const sessionIds = await sessionsWithWaiting()
  if (sessionIds.length === 0) return
  if (pageInSight) throw new Error('A page in sight sends by itself')
  const token = await refresh()
  for (const sessionId of sessionIds) await sendDoor(sessionId, token)
}
