import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type Session, sessionsApi } from '@ngopi/shared/sessions'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { sessionsStrings } from './sessions.strings.ts'

interface DialogProps {
  session: Pick<Session, 'id'>
  opened: boolean
  onClose: () => void
  onDone: (session: Session) => void
}

const CancelForm = ({ session, onClose, onDone }: Omit<DialogProps, 'opened'>) => {
  const t = useT(sessionsStrings)
  const f = useContractForm({
    draft: `session/${session.id}/cancel`,
    schema: sessionsApi.cancel.schema.body,
    initialValues: { reason: '' },
    send: (body) => call(sessionsApi.cancel, { params: { id: session.id }, body }),
    onSaved: onDone,
  })
  return (
    <form onSubmit={f.submit} noValidate>
      <Stack gap="md">
        <Text>{t('cancelDialog.text')}</Text>
        <Textarea
          data-autofocus
          withAsterisk
          label={t('cancelDialog.reason')}
          description={t('cancelDialog.reasonHint')}
          minRows={2}
          {...f.form.getInputProps('reason')}
        />
        {f.error && <ErrorNotice error={f.error} persisted />}
        <Group gap="sm" justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancelDialog.keep')}
          </Button>
          <Button type="submit" color="red.9" loading={f.saving}>
            {t('cancelDialog.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Cancelling cannot be taken back, and guests will read why. */
export const CancelSessionDialog = ({ opened, ...props }: DialogProps) => {
  const t = useT(sessionsStrings)
  const common = useT(commonStrings)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={t('cancelDialog.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <CancelForm {...props} />
    </Modal>
  )
}
