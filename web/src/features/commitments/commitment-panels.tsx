import { Button, Radio, Select, Stack, Text, Textarea } from '@mantine/core'
import { type Commitment, commitmentsApi } from '@ngopi/shared/commitments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { commitmentStrings } from './commitment.strings.ts'

/** Reads again whatever shows promises. */
export const useRefreshCommitments = () => {
  const cache = useQueryClient()
  return () => {
    void readAgain(cache, 'commitments', 'sessions', 'home')
  }
}

interface PanelProps {
  commitment: Commitment
  onClose: () => void
}

/** What came of a promise. */
export const OutcomeForm = ({ commitment, onClose }: PanelProps) => {
  const t = useT(commitmentStrings)
  const refresh = useRefreshCommitments()
  const f = useContractForm({
    draft: `promise/${commitment.id}/outcome`,
    schema: commitmentsApi.settle.schema.body,
    initialValues: { state: 'kept', outcome: commitment.outcome ?? '' },
    toBody: (values) => ({ ...values, version: commitment.version }),
    send: (body) => call(commitmentsApi.settle, { params: { id: commitment.id }, body }),
    onSaved: () => {
      refresh()
      onClose()
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('saveOutcome')} onCancel={onClose}>
      <Text fw={600}>{commitment.text}</Text>
      <Radio.Group label={t('how')} {...f.form.getInputProps('state')}>
        <Stack gap="xs" mt="xs">
          <Radio value="kept" label={t('kept')} />
          <Radio value="dropped" label={t('dropped')} />
        </Stack>
      </Radio.Group>
      <Textarea
        withAsterisk
        minRows={3}
        label={t('outcome')}
        {...f.form.getInputProps('outcome')}
      />
    </FormPanel>
  )
}

const channels = ['whatsapp', 'email', 'phone', 'letter'] as const
type Channel = (typeof channels)[number]

/** Tells the journalist what came of it, by the channel they prefer unless another is chosen. */
export const TellPanel = ({ commitment }: { commitment: Commitment }) => {
  const t = useT(commitmentStrings)
  const refresh = useRefreshCommitments()
  const [channel, setChannel] = useState<Channel>(commitment.preferredChannel ?? 'whatsapp')
  const notify = useMutation({
    mutationFn: () =>
      call(commitmentsApi.tell, { params: { id: commitment.id }, body: { channel } }),
    onSuccess: refresh,
  })
  if (notify.data)
    return (
      <Stack>
        <Text role="status">{t('told', { channel: t(`channel.${channel}`) })}</Text>
        <Textarea label={t('message')} value={notify.data.message} readOnly autosize />
        {channel === 'whatsapp' && notify.data.whatsappUrl && (
          <Button component="a" href={notify.data.whatsappUrl} target="_blank" rel="noreferrer">
            {t('openWhatsapp')}
          </Button>
        )}
      </Stack>
    )
  return (
    <Stack>
      <Text fw={600}>{commitment.text}</Text>
      <Text>{commitment.outcome}</Text>
      {commitment.preferredChannel && (
        <Text c="dimmed">
          {t('prefers', { channel: t(`channel.${commitment.preferredChannel}`) })}
        </Text>
      )}
      <Select
        label={t('tellBy')}
        allowDeselect={false}
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={channel}
        onChange={(value) => setChannel(channels.find((one) => one === value) ?? channel)}
      />
      {notify.error && <ErrorNotice error={notify.error} />}
      <Button loading={notify.isPending} onClick={() => notify.mutate()}>
        {t(channel === 'email' ? 'tellMail' : 'tellDone')}
      </Button>
    </Stack>
  )
}
