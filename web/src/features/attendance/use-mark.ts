import { type Attendance, type AttendanceStatus, attendanceApi } from '@ngopi/shared/attendance'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { attendanceOptions } from './attendance-list.ts'
import { attendanceMessages } from './messages.ts'

export interface Marking {
  row: Attendance
  status: AttendanceStatus
  reason: string | null
}

/** Sets the attendance of a guest by hand, shown at once; the toast puts it back. */
export const useMark = (sessionId: string) => {
  const t = useT(attendanceMessages)
  const common = useT(commonMessages)
  const mark = (row: Attendance, status: AttendanceStatus, reason: string | null) =>
    call(attendanceApi.mark, {
      params: { id: sessionId, invitationId: row.invitationId ?? '' },
      body: { status, reason },
    })
  return useUndoable<Marking>({
    act: ({ row, status, reason }) => mark(row, status, reason),
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
