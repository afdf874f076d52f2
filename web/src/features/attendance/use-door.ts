import type { Attendance } from '@ngopi/shared/attendance'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { keyUnder } from '../../lib/query.ts'
import { randomId } from '../../lib/random-id.ts'
import { append, type Scan, waiting } from '../scan-outbox/outbox-scans.ts'
import { flushOutbox, listenToOutbox } from '../scan-outbox/scan-outbox.ts'
import { changeScans, onScansChange, openActs, outboxScans } from '../scan-outbox/scan-store.ts'
import type { ScanResult } from '../scan-outbox/send-scans.ts'
import { afterPaint } from './after-paint.ts'
import { attendanceOptions, takeAttendances, useLiveAttendances } from './api.ts'
import { doorList } from './door-list.ts'

const nobody: readonly Attendance[] = []

export type NewScan = Omit<Scan, 'nonce' | 'scannedAt'>

interface Recording {
  /** Told what the server said; of nothing, when it cannot be reached now. */
  hear?: (result: ScanResult | undefined) => void
  /** The device doubts the pass. */
  doubtful?: boolean
  /** Of a substitute: the guest who did not come. */
  inPlaceOf?: string
}

const mayMoveSeats = ({ substitute, undo }: Scan): boolean =>
  substitute !== undefined || undo !== undefined

/**
 * The door of a session: its guests, and scans that show at once, are kept on the device, and are
 * sent again with the same nonce until the server has answered.
 */
export const useDoor = (sessionId: string) => {
  const cache = useQueryClient()
  const list = useQuery(attendanceOptions(sessionId))
  const connected = useLiveAttendances(sessionId)
  const entries = useSyncExternalStore(onScansChange, () => outboxScans(sessionId))
  const [cutOff, setCutOff] = useState(false)
  const outcomes = useRef(new Map<string, (result: ScanResult | undefined) => void>())

  const take = useCallback(
    (results: readonly ScanResult[]) => {
      takeAttendances(
        cache,
        sessionId,
        results.flatMap(({ attendance }) => attendance ?? []),
      )
      for (const result of results) {
        outcomes.current.get(result.nonce)?.(result)
        outcomes.current.delete(result.nonce)
      }
      // What became of seats and invitations, the answer to the scan does not tell.
      const answered = new Set(results.map(({ nonce }) => nonce))
      const ended = results.some(({ outcome }) => outcome === 'revoked')
      if (
        ended ||
        outboxScans(sessionId).some(({ scan }) => answered.has(scan.nonce) && mayMoveSeats(scan))
      )
        void cache.invalidateQueries({ queryKey: attendanceOptions(sessionId).queryKey })
    },
    [cache, sessionId],
  )
  useEffect(() => {
    void openActs(sessionId).then(flushOutbox)
    return listenToOutbox(sessionId, {
      taken: take,
      sent: () => {
        setCutOff(false)
        // Other pages read anew; the list here follows by itself.
        void cache.invalidateQueries({ queryKey: keyUnder('sessions'), refetchType: 'none' })
      },
      failed: () => {
        // Whatever the reason, the scans are kept; the quiet line says how many.
        setCutOff(true)
        for (const hear of outcomes.current.values()) hear(undefined)
        outcomes.current.clear()
      },
    })
  }, [cache, sessionId, take])

  const record = (scan: NewScan, name: string, { hear, ...about }: Recording = {}) => {
    const nonce = randomId()
    const scannedAt = new Date().toISOString()
    if (hear) outcomes.current.set(nonce, hear)
    changeScans(sessionId, (before) =>
      append(before, {
        scan: { ...scan, nonce, scannedAt },
        state: 'waiting',
        name,
        ...about,
      }),
    )
    // The guest is shown inside first; asking the server can wait for that picture.
    afterPaint(() => void flushOutbox())
    return nonce
  }
  const rows = list.data?.items ?? nobody
  const guests = useMemo(() => doorList(rows, entries), [rows, entries])
  return {
    list,
    rows,
    guests,
    /** Records a scan and answers its nonce. */
    record,
    /** Acts the server has not answered for, once it is clear that it cannot be reached. */
    waiting: cutOff ? waiting(entries).length : 0,
    /** Acts the server will never take. */
    refused: entries.filter((one) => one.state === 'refused'),
    /** Whether other desks are heard of. */
    connected,
  }
}
