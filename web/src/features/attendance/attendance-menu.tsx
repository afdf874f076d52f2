import { Button, Menu } from '@mantine/core'
import { type Attendance, type AttendanceStatus, attendanceStatus } from '@ngopi/shared/attendance'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AttendanceMark } from '../../ui/marks.tsx'
import { attendanceMessages } from './messages.ts'

/** The state of one guest, to be set by hand. */
export const AttendanceMenu = ({
  row,
  onSet,
}: {
  row: Attendance
  onSet: (status: AttendanceStatus) => void
}) => {
  const t = useT(attendanceMessages)
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
        {attendanceStatus.options.map((status) => (
          <Menu.Item
            key={status}
            role="menuitemradio"
            aria-checked={row.status === status}
            rightSection={row.status === status ? <Icon name="check" size={16} /> : null}
            onClick={() => onSet(status)}
          >
            <AttendanceMark status={status} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
