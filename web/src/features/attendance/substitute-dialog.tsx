import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core'
import { doorSubstitute } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { DraftNotice } from '../../ui/draft-notice.tsx'
import { attendanceStrings } from './attendance.strings.ts'
import { deskStrings } from './desk.strings.ts'
import type { DoorGuest } from './door-guest.ts'

export type Substitute = z.input<typeof doorSubstitute>

interface SubstituteFormProps {
  absent: DoorGuest
  onSubmit: (substitute: Substitute, absent: DoorGuest) => void
}

const SubstituteForm = ({ absent, onSubmit }: SubstituteFormProps) => {
  const t = useT(deskStrings)
  const attendance = useT(attendanceStrings)
  const bodyOf = (values: { fullName: string; phone: string; card: boolean }): Substitute => ({
    invitationId: absent.invitationId ?? '',
    fullName: values.fullName.trim(),
    ...(values.phone.trim() ? { phone: values.phone } : {}),
    pressCardSeen: values.card,
  })
  // Checked here, before it is kept: the server may be out of reach and could not say so now.
  const { form, submit, draft } = useContractForm({
    draft: `door-substitute/${absent.invitationId}`,
    schema: doorSubstitute,
    initialValues: { fullName: '', phone: '', card: false },
    toBody: bodyOf,
    send: async (substitute) => onSubmit(substitute, absent),
    onSaved: () => undefined,
  })
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md" key={draft.revision}>
        <DraftNotice draft={draft} />
        <Text>
          {t('substitute.why', {
            name: absent.name,
            outlet: absent.outlet ?? attendance('noOutlet'),
          })}
        </Text>
        <TextInput
          data-autofocus
          withAsterisk
          autoComplete="off"
          label={t('substitute.name')}
          {...form.getInputProps('fullName')}
        />
        <TextInput
          type="tel"
          inputMode="tel"
          autoComplete="off"
          label={t('substitute.phone')}
          {...form.getInputProps('phone')}
        />
        <Checkbox
          size="md"
          label={t('substitute.card')}
          {...form.getInputProps('card', { type: 'checkbox' })}
        />
        <Button type="submit" size="lg" fullWidth>
          {t('substitute.submit')}
        </Button>
      </Stack>
    </form>
  )
}

interface SubstituteDialogProps extends Pick<SubstituteFormProps, 'onSubmit'> {
  /** Who did not come; undefined keeps the dialog shut. */
  absent: DoorGuest | undefined
  onClose: () => void
  onClosed: () => void
}

/** Somebody of the same outlet came in place of a guest. */
export const SubstituteDialog = ({
  absent,
  onClose,
  onClosed,
  onSubmit,
}: SubstituteDialogProps) => {
  const t = useT(deskStrings)
  const common = useT(commonStrings)
  return (
    <Modal
      opened={absent !== undefined}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      title={t('substitute.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {absent && <SubstituteForm absent={absent} onSubmit={onSubmit} />}
    </Modal>
  )
}
