import { Button, Group, Stack, Text } from '@mantine/core'
import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { sendStrings } from './send.strings.ts'
import { queueSearch, type Sending } from './to-send.ts'

interface SentResultProps {
  result: ResponseOf<typeof whatsappApi.sendMany>
  /** Who wait in the WhatsApp queue for this, with those who waited before. */
  queued: number
  sending: Sending
  sessionId: string
  onClose: () => void
}

/** How many were sent to, whom an officer has yet to write to, and who was not reached, with the reason. */
export const SentResult = ({ result, queued, sending, sessionId, onClose }: SentResultProps) => {
  const t = useT(sendStrings)
  const common = useT(commonStrings)
  const { sent, skipped } = result
  return (
    <Stack gap="md">
      <div role="status">
        <Text>{t('sent', { count: sent })}</Text>
        {queued > 0 && <Text>{t('queued', { count: queued })}</Text>}
      </div>
      {skipped.length > 0 && (
        <div>
          <Text>{t('skipped', { count: skipped.length })}</Text>
          <LeftOutList people={skipped} sessionId={sessionId} />
        </div>
      )}
      <Group justify="flex-end" gap="xs">
        <Button
          variant={queued > 0 ? 'default' : 'filled'}
          data-autofocus={queued === 0 || undefined}
          onClick={onClose}
        >
          {common('close')}
        </Button>
        {queued > 0 && (
          <ButtonLink
            data-autofocus
            to={paths.whatsappQueue(sessionId)}
            search={queueSearch(sending)}
          >
            {t('toQueue')}
          </ButtonLink>
        )}
      </Group>
    </Stack>
  )
}
