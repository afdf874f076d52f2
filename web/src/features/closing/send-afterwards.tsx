import { Button, Group, Text, Title } from '@mantine/core'
import type { Closing } from '@ngopi/shared/closings'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, readAgain } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AppLink, ButtonLink } from '../../ui/link.tsx'
import { toast } from '../../ui/toast.tsx'
import { sendToAll } from '../sending/api.ts'
import classes from './closing.module.css'
import { closingStrings } from './closing.strings.ts'

type Words = keyof Closing['messages']

const queueOf = (sessionId: string) => ({
  to: paths.whatsappQueue(sessionId),
  search: { jenis: 'thanks' },
})

interface RowProps {
  sessionId: string
  followUp: Words
  reach: Closing['messages'][Words]
  maySend: boolean
}

const MessageRow = ({ sessionId, followUp, reach, maySend }: RowProps) => {
  const t = useT(closingStrings)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { guests, byMail, byWhatsapp, waiting, written } = reach
  const capital = followUp === 'thanks' ? 'Thanks' : 'Materials'
  const renew = () => {
    void readAgain(cache, 'sessions', 'invitations', 'mails')
  }
  const params = { id: sessionId }
  const mail = useMutation({
    mutationFn: () =>
      sendToAll({ params, body: { channel: 'email', kind: 'thanks', words: followUp } }),
    onSuccess: ({ sent, kept }) => {
      renew()
      void toast(kept > 0 ? t('send.kept', { count: kept }) : t('send.sent', { count: sent }))
    },
  })
  const queue = useMutation({
    mutationFn: () => call(whatsappApi.fill, { params, body: { kind: 'thanks', words: followUp } }),
    onSuccess: () => {
      renew()
      void navigate(queueOf(sessionId))
    },
  })
  const error = mail.error ?? queue.error
  if (guests === 0)
    return (
      <li className={classes.message}>
        <Text>{t(`send.no${capital}`)}</Text>
        {followUp === 'materials' && (
          <AppLink to={paths.sessionMaterials(sessionId)}>{t('send.addMaterials')}</AppLink>
        )}
      </li>
    )
  const facts = [
    byMail + byWhatsapp > 0
      ? t('send.left', { mail: byMail, whatsapp: byWhatsapp })
      : waiting === 0 && t('send.nothingLeft'),
    written > 0 && t('send.written', { count: written }),
    waiting > 0 && t('send.waiting', { count: waiting }),
  ]
  return (
    <li className={classes.message}>
      <div>
        <Text fw={600}>{t(`send.${followUp}`, { count: guests })}</Text>
        <Text c="dimmed">{facts.filter(Boolean).join(' ')}</Text>
        {error && <ErrorNotice error={error} />}
      </div>
      {maySend && (
        <Group gap="xs">
          {byMail > 0 && (
            <Button
              variant="default"
              leftSection={<Icon name="mail" size={16} />}
              loading={mail.isPending}
              aria-label={t(`send.mail${capital}`, { count: byMail })}
              onClick={() => mail.mutate()}
            >
              {t('send.mail', { count: byMail })}
            </Button>
          )}
          {byWhatsapp > 0 && (
            <Button
              variant="default"
              leftSection={<Icon name="chat" size={16} />}
              loading={queue.isPending}
              aria-label={t(`send.queue${capital}`, { count: byWhatsapp })}
              onClick={() => queue.mutate()}
            >
              {t('send.queue', { count: byWhatsapp })}
            </Button>
          )}
          {byWhatsapp === 0 && waiting > 0 && (
            <ButtonLink variant="default" {...queueOf(sessionId)}>
              {t('send.goOn', { count: waiting })}
            </ButtonLink>
          )}
        </Group>
      )}
    </li>
  )
}

/** Thanks to who came, the materials to who did not; each guest is written to once. */
export const SendAfterwards = ({
  sessionId,
  messages,
  maySend,
}: {
  sessionId: string
  messages: Closing['messages']
  maySend: boolean
}) => {
  const t = useT(closingStrings)
  const toMail = messages.thanks.byMail + messages.materials.byMail
  const ways = useQuery(ask(whatsappApi.progress, { params: { id: sessionId } }))
  return (
    <section>
      <Title order={2} mb="sm">
        {t('send.title')}
      </Title>
      {maySend && toMail > 0 && ways.data?.mailServer === false && (
        <Text c="dimmed" mb="sm">
          {t('send.noServer')}
        </Text>
      )}
      <ul className={classes.list}>
        <MessageRow
          sessionId={sessionId}
          followUp="thanks"
          reach={messages.thanks}
          maySend={maySend}
        />
        <MessageRow
          sessionId={sessionId}
          followUp="materials"
          reach={messages.materials}
          maySend={maySend}
        />
      </ul>
    </section>
  )
}
