import { type Attendance, type AttendanceStatus, attendanceApi } from '@ngopi/shared/attendance'
import type { SessionEvent } from '@ngopi/shared/session-events'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, persisted } from '../../lib/query.ts'
import { useSessionEvents } from '../../lib/use-session-events.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { attendanceStrings } from './attendance.strings.ts'

/** Kept on the device: the door needs it without network. */
export const attendanceOptions = (sessionId: string) => ({
  ...ask(attendanceApi.list, { params: { id: sessionId }, query: {} }),
  ...persisted,
})

/** What is known of a guest now; only the list itself tells by what their pass is recognised. */
const renewed = (row: Attendance, known: Attendance): Attendance =>
  row.passDigest === undefined ? known : { passDigest: row.passDigest, ...known }

/** The list with what has just become known of some of its guests. */
export const withAttendances = (
  items: readonly Attendance[],
  known: readonly Attendance[],
): Attendance[] => {
  const next = [...items]
  for (const attendance of known) {
    const index = next.findIndex((row) => row.journalist.id === attendance.journalist.id)
    const row = next[index]
    if (row) next[index] = renewed(row, attendance)
    else next.push(attendance)
  }
  return next
}

/** Puts into the list what has just become known; a reading under way knows less, and begins anew. */
export const takeAttendances = (
  cache: QueryClient,
  sessionId: string,
  known: readonly Attendance[],
) => {
  const { queryKey } = attendanceOptions(sessionId)
  cache.setQueryData(queryKey, (old) => old && { ...old, items: withAttendances(old.items, known) })
  if (cache.isFetching({ queryKey }) > 0) void cache.invalidateQueries({ queryKey })
}

/** Keeps the list of guests as it is on the server. Answers whether changes are heard. */
export const useLiveAttendances = (sessionId: string): boolean => {
  const cache = useQueryClient()
  return useSessionEvents(sessionId, (event: SessionEvent) => {
    if (event.type === 'attendance') takeAttendances(cache, sessionId, [event.attendance])
    else if (event.type !== 'question')
      void cache.invalidateQueries({ queryKey: attendanceOptions(sessionId).queryKey })
  })
}

export interface Marking {
  row: Attendance
  status: AttendanceStatus
  reason: string | null
}

/** Sets the attendance of a guest by hand, shown at once; the toast puts it back. */
export const useMark = (sessionId: string) => {
  const t = useT(attendanceStrings)
  const common = useT(commonStrings)
  const mark = (row: Attendance, status: AttendanceStatus, reason: string | null) =>
    call(attendanceApi.mark, {
      params: { id: sessionId, invitationId: row.invitationId ?? '' },
      body: { status, reason },
    })
  return useUndoable<Marking>({
    run: ({ row, status, reason }) => mark(row, status, reason),
    undo: ({ row }) => mark(row, row.status, row.reason),
    message: ({ row, status }) =>
      t('saved', { name: row.journalist.fullName, status: common(`attendance.${status}`) }),
    refreshes: ['sessions'],
    optimistic: ({ row, status, reason }) => [
      {
        queryKey: attendanceOptions(sessionId).queryKey,
        update: (old) => {
          const list = old as { items: readonly Attendance[] }
          return {
            ...list,
            items: list.items.map((one) =>
              one.invitationId === row.invitationId ? { ...one, status, reason } : one,
            ),
          }
        },
      },
    ],
  })
}
