import { Button, Group } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { sendStrings } from './send.strings.ts'
import { kindsFor, type Sending } from './to-send.ts'

interface SendActionsProps {
  session: Pick<Session, 'id' | 'status' | 'startsAt' | 'answers'>
  onSend: (sending: Sending) => void
}

/** The ways to reach the guests of a session, many at a time. */
export const SendActions = ({ session, onSend }: SendActionsProps) => {
  const t = useT(sendStrings)
  const { data } = useQuery(ask(whatsappApi.progress, { params: { id: session.id } }))
  const kinds = kindsFor(session, Date.now())
  const [first] = kinds
  if (!first) return null
  // Reminding can be repeated at any time; only what is owed to somebody counts.
  const owed = (data?.kinds ?? []).reduce(
    (sum, { kind, eligible, progress }) =>
      sum + progress.waiting + (kind === 'reminder' ? 0 : eligible),
    0,
  )
  return (
    <Group gap={8}>
      <ButtonLink
        to={paths.whatsappQueue(session.id)}
        variant="default"
        leftSection={<Icon name="chat" size={16} />}
      >
        {owed > 0 ? t('whatsappCount', { count: owed }) : t('whatsapp')}
      </ButtonLink>
      {kinds.includes('reminder') && session.answers.silent > 0 && (
        <Button
          variant="default"
          leftSection={<Icon name="clock" size={16} />}
          onClick={() => onSend({ kind: 'reminder', reminds: 'silent' })}
        >
          {t('remind')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<Icon name="mail" size={16} />}
        onClick={() => onSend({ kind: first })}
      >
        {t('send')}
      </Button>
    </Group>
  )
}
