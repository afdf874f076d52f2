import { Button, Kbd, SegmentedControl, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { CopyText } from './copy-text.tsx'
import classes from './invitations.module.css'
import { invitationsMessages } from './messages.ts'
import type { SendKind } from './to-send.ts'
import { useDeliver } from './use-deliver.ts'

/** What a person sends and then says so; e-mail is sent by the server. */
const handChannels = ['whatsapp', 'letter', 'phone'] as const

interface SendStepProps {
  invitation: Invitation
  kind: SendKind
  onSent: () => void
  onSkip: () => void
  onBefore: (() => void) | undefined
}

/** One guest of the work: the message, WhatsApp, "sent, next". Every step has a key. */
export const SendStep = ({ invitation, kind, onSent, onSkip, onBefore }: SendStepProps) => {
  const t = useT(invitationsMessages)
  const deliver = useDeliver()
  const whatsapp = useRef<HTMLAnchorElement>(null)
  const mark = useRef<HTMLButtonElement>(null)
  const { data, error, refetch } = useQuery(
    ask(invitationsApi.link, { params: { id: invitation.id } }),
  )
  const [byHand, setByHand] = useState<(typeof handChannels)[number]>(
    invitation.hasPhone ? 'whatsapp' : 'letter',
  )
  // What comes next is filled: first the message, then the word that it went.
  const [opened, setOpened] = useState(false)
  const toOpen = Boolean(data?.whatsappUrl) && byHand === 'whatsapp' && !opened
  const send = (channel: 'email' | (typeof handChannels)[number]) => {
    if (!deliver.isPending)
      deliver.mutate({ invitation, channel, kind, quiet: true }, { onSuccess: onSent })
  }
  // Enter opens WhatsApp as soon as there is something to send.
  const ready = data !== undefined
  useEffect(() => {
    if (ready) whatsapp.current?.focus()
  }, [ready])
  useHotkeys([
    ['W', () => whatsapp.current?.click()],
    ['T', () => send(byHand)],
    ['E', () => invitation.hasEmail && send('email')],
    ['ArrowRight', onSkip],
    ['ArrowLeft', () => onBefore?.()],
  ])
  return (
    <div>
      <Title order={2}>{invitation.journalist.fullName}</Title>
      <Text c="dimmed" mb="md">
        {invitation.outlet?.name ?? t('noOutlet')}
      </Text>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data && (
        <>
          <p className={classes.message}>{data.message}</p>
          {!data.whatsappUrl && (
            <Text c="dimmed" mt="xs">
              {t('panel.noPhone')}
            </Text>
          )}
          <Text mt="md" mb={4} component="div" id="dikirim-lewat">
            {t('send.sentBy')}
          </Text>
          <SegmentedControl
            aria-labelledby="dikirim-lewat"
            classNames={{ label: classes.channel }}
            value={byHand}
            onChange={(value) =>
              setByHand(handChannels.find((channel) => channel === value) ?? 'whatsapp')
            }
            data={handChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
          <div className={classes.sendActions}>
            {data.whatsappUrl && (
              <Button
                component="a"
                ref={whatsapp}
                href={data.whatsappUrl}
                target="_blank"
                rel="noreferrer"
                variant={toOpen ? 'filled' : 'default'}
                leftSection={<Icon name="chat" size={18} />}
                // Back from WhatsApp, Enter marks and goes on.
                onClick={() => {
                  setOpened(true)
                  mark.current?.focus()
                }}
              >
                {t('panel.openWhatsapp')}
              </Button>
            )}
            <Button
              ref={mark}
              variant={toOpen ? 'default' : 'filled'}
              loading={deliver.isPending}
              leftSection={<Icon name="check" size={18} />}
              onClick={() => send(byHand)}
            >
              {t('send.markNext')}
            </Button>
            {invitation.hasEmail && (
              <Button
                variant="default"
                disabled={deliver.isPending}
                leftSection={<Icon name="mail" size={18} />}
                onClick={() => send('email')}
              >
                {t('panel.sendEmail')}
              </Button>
            )}
            <CopyText text={data.message} label={t('panel.copyMessage')} />
          </div>
        </>
      )}
      <div className={classes.sendFoot}>
        {onBefore && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Icon name="left" size={16} />}
            onClick={onBefore}
          >
            {t('send.before')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          rightSection={<Icon name="right" size={16} />}
          onClick={onSkip}
        >
          {t('send.skip')}
        </Button>
      </div>
      <Text c="dimmed" size="xs" mt="md" visibleFrom="sm" component="div">
        {t.rich('send.keys', {
          open: () => <Kbd size="xs">W</Kbd>,
          mark: () => <Kbd size="xs">T</Kbd>,
          mail: () => <Kbd size="xs">E</Kbd>,
          skip: () => <Kbd size="xs">→</Kbd>,
        })}
      </Text>
    </div>
  )
}
