import { Button, Menu } from '@mantine/core'
import { type Attendance, type AttendanceStatus, attendanceStatus } from '@ngopi/shared/attendance'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AttendanceMark } from '../../ui/marks.tsx'
import { attendanceStrings } from './attendance.strings.ts'

/** The state of one guest, to be set by hand. */
export const AttendanceMenu = ({
  row,
  onSet,
}: {
  row: Attendance
  onSet: (status: AttendanceStatus) => void
}) => {
  const t = useT(attendanceStrings)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-md"
          variant="default"
          fw={400}
          aria-label={t('setFor', { name: row.journalist.fullName })}
          rightSection={<Icon name="down" size={14} />}
        >
          <AttendanceMark status={row.status} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={row.status}
          onChange={(value) => {
            const status = attendanceStatus.options.find((one) => one === value)
            if (status) onSet(status)
          }}
        >
          {attendanceStatus.options.map((status) => (
            <Menu.RadioItem key={status} value={status} closeMenuOnClick>
              <AttendanceMark status={status} />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
