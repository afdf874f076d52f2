import type { Attendance, AttendanceStatus, attendanceStatus } from '@ngopi/shared/attendance'

/** How many stand where. */
export const attendanceCounts = (
  rows: readonly Pick<Attendance, 'status'>[],
): Record<AttendanceStatus, number> => {
  const counts = { unmarked: 0, present: 0, absent: 0, excused: 0 }
  for (const row of rows) counts[row.status] += 1
  return counts
}

/** The parts of the list, in the order of its tabs; undefined is everybody. */
export const attendanceParts = [
  'present',
  'absent',
  'excused',
  'unmarked',
] as const satisfies readonly (typeof attendanceStatus.options)[number][]
