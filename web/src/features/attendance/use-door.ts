import { type Attendance, attendanceApi } from '@ngopi/shared/attendance'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { ask } from '../../lib/query.ts'
import { randomId } from '../../lib/random-id.ts'
import { changeActs, doorActs, onActsChange } from './act-store.ts'
import { append, type Scan, waiting } from './door-acts.ts'
import { doorList } from './door-list.ts'
import { type ScanResult, sendWaiting } from './send-acts.ts'

/** The list is read again this often while the page is in view, in milliseconds. */
const listEvery = 15_000
/** What could not be sent is tried again this often, in milliseconds. */
const retryEvery = 5_000

export type NewScan = Omit<Scan, 'nonce' | 'scannedAt'>

export const attendanceOptions = (sessionId: string) =>
  ask(attendanceApi.list, { params: { id: sessionId }, query: { limit: 500 } })

const same = (a: Attendance, b: Attendance) =>
  a.invitationId ? a.invitationId === b.invitationId : a.id !== null && a.id === b.id

/** The list with what the server has just answered for some of its guests. */
const withResults = (items: readonly Attendance[], results: readonly ScanResult[]) => {
  const next = [...items]
  for (const { attendance } of results) {
    if (!attendance) continue
    const index = next.findIndex((row) => same(row, attendance))
    if (index >= 0) next[index] = attendance
    else next.push(attendance)
  }
  return next
}

/**
 * The door of a session: its guests, and acts that show at once, are kept on the device, and are
 * sent again with the same nonce until the server has answered.
 */
export const useDoor = (sessionId: string) => {
  const cache = useQueryClient()
  const list = useQuery({ ...attendanceOptions(sessionId), refetchInterval: listEvery })
  const acts = useSyncExternalStore(onActsChange, () => doorActs(sessionId))
  const [cutOff, setCutOff] = useState(false)
  const outcomes = useRef(new Map<string, (result: ScanResult | undefined) => void>())
  const sending = useRef(false)

  const take = useCallback(
    (results: readonly ScanResult[]) => {
      const { queryKey } = attendanceOptions(sessionId)
      // A reading under way knows less than these results.
      void cache.cancelQueries({ queryKey })
      cache.setQueryData(
        queryKey,
        (old) => old && { ...old, items: withResults(old.items, results) },
      )
      for (const result of results) {
        outcomes.current.get(result.nonce)?.(result)
        outcomes.current.delete(result.nonce)
      }
    },
    [cache, sessionId],
  )
  const flush = useCallback(async () => {
    if (sending.current || waiting(doorActs(sessionId)).length === 0) return
    sending.current = true
    try {
      await sendWaiting(sessionId, take)
      setCutOff(false)
      void cache.invalidateQueries({ queryKey: ['sessions'] })
    } catch {
      // Whatever the reason, the acts are kept; the quiet line says how many.
      setCutOff(true)
      for (const tell of outcomes.current.values()) tell(undefined)
      outcomes.current.clear()
    } finally {
      sending.current = false
    }
    if (navigator.onLine && waiting(doorActs(sessionId)).length === 0) setCutOff(false)
  }, [cache, sessionId, take])

  useEffect(() => {
    void flush()
    const retry = setInterval(() => void flush(), retryEvery)
    const now = () => void flush()
    window.addEventListener('online', now)
    return () => {
      clearInterval(retry)
      window.removeEventListener('online', now)
    }
  }, [flush])

  const record = (scan: NewScan, name: string, hear?: (result: ScanResult | undefined) => void) => {
    const nonce = randomId()
    const scannedAt = new Date().toISOString()
    if (hear) outcomes.current.set(nonce, hear)
    changeActs(sessionId, (before) =>
      append(before, { scan: { ...scan, nonce, scannedAt }, state: 'waiting', name }),
    )
    void flush()
    return nonce
  }
  const rows = list.data?.items
  const guests = useMemo(() => doorList(rows ?? [], acts), [rows, acts])
  return {
    list,
    rows: rows ?? [],
    guests,
    /** Records an act and answers its nonce; `hear` is told what the server said, if it could be asked. */
    record,
    /** Acts the server has not answered for, once it is clear that it cannot be reached. */
    waiting: cutOff ? waiting(acts).length : 0,
    refused: acts.filter((one) => one.state === 'refused').length,
    forgetRefused: () =>
      changeActs(sessionId, (before) => before.filter((one) => one.state !== 'refused')),
  }
}
