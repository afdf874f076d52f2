import { Text } from '@mantine/core'
import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import { useT } from '../../i18n.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { sendMessages } from './send-messages.ts'
import type { SendKind } from './to-send.ts'

interface MailReachProps {
  progress: ResponseOf<typeof whatsappApi.progress>
  kind: SendKind
}

/** Said before a press of the button: how many will get it, who will not and why, and whether it can leave at all. */
export const MailReach = ({ progress, kind }: MailReachProps) => {
  const t = useT(sendMessages)
  const byMail = progress.kinds.find((one) => one.kind === kind)?.byMail
  const guests = byMail?.guests ?? 0
  const leftOut = byMail?.leftOut ?? []
  return (
    <div aria-live="polite">
      <Text fw={600}>{t('reach', { count: guests })}</Text>
      {guests === 0 && leftOut.length === 0 && <Text c="dimmed">{t(`nobody.${kind}`)}</Text>}
      {guests > 0 && !progress.mailServer && <Text>{t('noServer')}</Text>}
      {leftOut.length > 0 && (
        <details>
          <summary>{t('leftOut', { count: leftOut.length })}</summary>
          <LeftOutList people={leftOut} />
        </details>
      )}
    </div>
  )
}
