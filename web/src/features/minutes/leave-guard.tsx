import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { minutesMessages } from './messages.ts'

/** Asks before a page with unsaved changes is left, by a link, the browser's own buttons or its closing. */
export const LeaveGuard = ({ dirty }: { dirty: boolean }) => {
  const t = useT(minutesMessages)
  const common = useT(commonMessages)
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('leaveTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Text mb="md">{t('leaveText')}</Text>
      <Group gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={() => proceed?.()}>
          {t('leave')}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {t('stay')}
        </Button>
      </Group>
    </Modal>
  )
}
