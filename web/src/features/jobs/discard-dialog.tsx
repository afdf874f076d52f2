import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type Job, jobsApi } from '@ngopi/shared/jobs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { jobsStrings } from './jobs.strings.ts'

interface DiscardDialogProps {
  /** The job asked about; undefined while the dialog is closed. */
  job: Job | undefined
  onClose: () => void
}

/** What is stopped cannot be taken up again, so this is asked first. */
export const DiscardDialog = ({ job, onClose }: DiscardDialogProps) => {
  const t = useT(jobsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const discard = useMutation({
    mutationFn: (id: string) => call(jobsApi.discard, { params: { id } }),
    onSuccess: async () => {
      // The row goes before the dialog does, which would give the focus back to it.
      await readAgain(cache, 'jobs')
      void toast(t('discarded'))
      onClose()
    },
  })
  const close = () => {
    discard.reset()
    onClose()
  }
  return (
    <Modal
      opened={job !== undefined}
      onClose={close}
      title={t('confirm.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        {job?.about && <Text style={{ overflowWrap: 'anywhere' }}>{job.about}</Text>}
        <Text>{t('confirm.text')}</Text>
        {discard.error && <ErrorNotice error={discard.error} />}
        <Group gap="sm" justify="flex-end">
          <Button variant="subtle" color="gray" onClick={close}>
            {t('confirm.keep')}
          </Button>
          <Button
            color="red.9"
            loading={discard.isPending}
            onClick={() => job && discard.mutate(job.id)}
          >
            {t('confirm.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
