import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type Minutes, minutesApi } from '@ngopi/shared/minutes'
import { useMutation } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useOpenedNext } from '../../lib/opened-late.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { minutesStrings } from './minutes.strings.ts'

interface SignDialogProps {
  /** What is signed: exactly the version on screen. */
  minutes: Minutes
  opened: boolean
  onClose: () => void
  onSigned: (minutes: Minutes) => void
}

/** What is signed stays as it is for good, so this is asked first. */
export const SignDialog = ({ minutes, opened, onClose, onSigned }: SignDialogProps) => {
  const t = useT(minutesStrings)
  const common = useT(commonStrings)
  const { sessionId, version, signature } = minutes
  const sign = useMutation({
    mutationFn: () => call(minutesApi.sign, { params: { id: sessionId }, body: { version } }),
    onSuccess: (signed) => {
      void toast(t('signedNow'))
      onSigned(signed)
    },
  })
  const close = () => {
    sign.reset()
    onClose()
  }
  return (
    <Modal
      opened={useOpenedNext(opened)}
      onClose={close}
      title={t('signTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text>{t('signText', { number: version, name: signature.name })}</Text>
        {sign.error && <ErrorNotice error={sign.error} />}
        <Group gap="sm" justify="flex-end">
          <Button variant="subtle" color="gray" onClick={close}>
            {t('notYet')}
          </Button>
          <Button loading={sign.isPending} onClick={() => sign.mutate()}>
            {t('sign')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
