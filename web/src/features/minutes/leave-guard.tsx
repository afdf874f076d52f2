import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { minutesStrings } from './minutes.strings.ts'

/** Asks before a page with unsaved changes is left, by a link, the browser's own buttons or its closing. */
export const LeaveGuard = ({ dirty }: { dirty: boolean }) => {
  const t = useT(minutesStrings)
  const common = useT(commonStrings)
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
