import { Modal, TextInput } from '@mantine/core'
import { type Attendance, attendanceApi } from '@ngopi/shared/attendance'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { attendanceStrings } from './attendance.strings.ts'

interface ExcuseFormProps {
  row: Attendance
  onClose: () => void
  /** Answers whether it was noted. */
  onSubmit: (row: Attendance, reason: string | null) => Promise<boolean>
}

const ExcuseForm = ({ row, onClose, onSubmit }: ExcuseFormProps) => {
  const t = useT(attendanceStrings)
  const common = useT(commonStrings)
  const f = useContractForm({
    draft: `excuse/${row.id}`,
    schema: attendanceApi.mark.schema.body,
    initialValues: { reason: '' },
    toBody: ({ reason }) => ({ status: 'excused', reason: reason.trim() || null }),
    send: async ({ reason }) => {
      if (!(await onSubmit(row, reason ?? null))) throw new Error('not noted')
    },
    onSaved: () => undefined,
  })
  return (
    <FormPanel {...f} submitLabel={t('reasonSubmit')} onCancel={onClose}>
      <TextInput
        data-autofocus
        label={t('reason')}
        placeholder={common('optional')}
        description={row.journalist.fullName}
        {...f.form.getInputProps('reason')}
      />
    </FormPanel>
  )
}

interface ExcuseDialogProps extends Omit<ExcuseFormProps, 'row'> {
  /** Whose absence; undefined keeps the dialog shut. */
  row: Attendance | undefined
}

/** An excused absence differs from a silent one: why may be written down. */
export const ExcuseDialog = ({ row, ...form }: ExcuseDialogProps) => {
  const t = useT(attendanceStrings)
  const common = useT(commonStrings)
  return (
    <Modal
      opened={row !== undefined}
      onClose={form.onClose}
      title={t('reasonTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {row && <ExcuseForm key={row.id} row={row} {...form} />}
    </Modal>
  )
}
