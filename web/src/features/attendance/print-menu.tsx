import { Button, Menu, Text } from '@mantine/core'
import { attendanceApi } from '@ngopi/shared/attendance'
import { useMutation } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { addressOf } from '../../lib/api.ts'
import { useMay } from '../../lib/use-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { errorToast } from '../../ui/toast.tsx'
import { takePaper } from '../papers/api.ts'
import { printStrings } from './print.strings.ts'

const kindOf = {
  blank: 'attendance_sheet',
  filled: 'filled_attendance_sheet',
  badges: 'badges',
} as const

interface PrintMenuProps {
  sessionId: string
  /** The session is of the own office; badges of another are not ours to give. */
  own: boolean
}

/** The papers of the day; nothing for those who may print none. */
export const PrintMenu = ({ sessionId, own }: PrintMenuProps) => {
  const t = useT(printStrings)
  const maySheet = useMay(attendanceApi.sheet)
  const mayBadges = useMay(attendanceApi.badges) && own
  const params = { id: sessionId }
  const papers = {
    blank: addressOf(attendanceApi.sheet, { params, query: {} }),
    filled: addressOf(attendanceApi.sheet, { params, query: { filled: '1' } }),
    badges: addressOf(attendanceApi.badges, { params }),
  }
  const printing = useMutation({
    mutationFn: (paper: keyof typeof papers) =>
      takePaper({
        address: papers[paper],
        fallback: paper === 'badges' ? 'kartu-nama.pdf' : 'daftar-hadir.pdf',
        sessionId,
        kind: kindOf[paper],
      }),
    onError: errorToast,
  })
  if (!maySheet) return null
  const item = (paper: keyof typeof papers, help: string) => (
    <Menu.Item onClick={() => printing.mutate(paper)}>
      {t(paper)}
      <Text size="xs" c="dimmed">
        {help}
      </Text>
    </Menu.Item>
  )
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          size="sm"
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          rightSection={<Icon name="down" size={14} />}
          loading={printing.isPending}
        >
          {t('print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item('blank', t('blankHelp'))}
        {item('filled', t('filledHelp'))}
        {mayBadges && item('badges', t('badgesHelp'))}
      </Menu.Dropdown>
    </Menu>
  )
}
