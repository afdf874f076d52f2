import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type CalendarFeed, calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { feedStrings } from './feed.strings.ts'

interface RevokeDialogProps {
  /** The subscription asked about; undefined while the dialog is closed. */
  feed: CalendarFeed | undefined
  onClose: () => void
  /** Where the focus goes when the row it came from is no longer there. */
  focusNext: () => void
}

/** An address once revoked cannot come back, so this is asked first. */
export const RevokeDialog = ({ feed, onClose, focusNext }: RevokeDialogProps) => {
  const t = useT(feedStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const revoke = useMutation({
    mutationFn: (id: string) => call(calendarFeedsApi.revoke, { params: { id } }),
    onSuccess: async () => {
      // The row goes before the dialog does, which would give the focus back to it.
      await readAgain(cache, 'calendar-feeds')
      void toast(t('revoked'))
      onClose()
    },
  })
  return (
    <Modal
      opened={feed !== undefined}
      onClose={onClose}
      title={t('revokeDialog.title')}
      onExitTransitionEnd={() => {
        if (document.activeElement === document.body) focusNext()
      }}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text>{t('revokeDialog.text')}</Text>
        {revoke.error && <ErrorNotice error={revoke.error} />}
        <Group gap="sm" justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('revokeDialog.keep')}
          </Button>
          <Button
            color="red.9"
            loading={revoke.isPending}
            onClick={() => feed && revoke.mutate(feed.id)}
          >
            {t('revokeDialog.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
