import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { Attendance } from '@ngopi/shared/attendance'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { attendanceMessages } from './messages.ts'

interface ExcuseDialogProps {
  /** Whose absence; undefined keeps the dialog shut. */
  row: Attendance | undefined
  onClose: () => void
  onSubmit: (row: Attendance, reason: string | null) => void
}

/** An excused absence differs from a silent one: why may be written down. */
export const ExcuseDialog = ({ row, onClose, onSubmit }: ExcuseDialogProps) => {
  const t = useT(attendanceMessages)
  const common = useT(commonMessages)
  return (
    <Modal
      opened={row !== undefined}
      onClose={onClose}
      title={t('reasonTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const reason = new FormData(event.currentTarget).get('reason')
          if (row) onSubmit(row, typeof reason === 'string' ? reason.trim() || null : null)
        }}
      >
        <Stack gap="md">
          <TextInput
            name="reason"
            data-autofocus
            label={t('reason')}
            placeholder={common('optional')}
            description={row?.journalist.fullName}
            maxLength={500}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit">{t('reasonSubmit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
