import { Button, Group, Stack, Text } from '@mantine/core'
import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { sendMessages } from './send-messages.ts'
import type { SendKind } from './to-send.ts'

interface SentResultProps {
  result: ResponseOf<typeof whatsappApi.sendMany>
  kind: SendKind
  onClose: () => void
}

/** How many were sent to, and who was not, with the reason. */
export const SentResult = ({ result, kind, onClose }: SentResultProps) => {
  const t = useT(sendMessages)
  const common = useT(commonMessages)
  const { sent, kept, skipped } = result
  return (
    <Stack gap="md">
      <div role="status">
        {kept > 0 ? (
          <Text>{t('kept', { count: kept })}</Text>
        ) : (
          <Text>{t('sent', { count: sent })}</Text>
        )}
        {sent === 0 && kept === 0 && skipped.length === 0 && (
          <Text c="dimmed">{t(`nobody.${kind}`)}</Text>
        )}
      </div>
      {skipped.length > 0 && (
        <div>
          <Text>{t('skipped', { count: skipped.length })}</Text>
          <LeftOutList people={skipped} />
        </div>
      )}
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {common('close')}
        </Button>
      </Group>
    </Stack>
  )
}
