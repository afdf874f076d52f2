import { Button, Group, Menu, Text } from '@mantine/core'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import classes from '../invitations/invitations.module.css'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import { CopyText } from './copy-text.tsx'
import type { SendKind } from './to-send.ts'
import { useDeliver } from './use-deliver.ts'

interface MessagePanelProps {
  invitation: Invitation
  kind: SendKind
}

/** The message as the guest will read it, and every way to hand it over. */
export const MessagePanel = ({ invitation, kind }: MessagePanelProps) => {
  const t = useT(invitationsStrings)
  const deliver = useDeliver()
  const { data, error, refetch } = useQuery(
    ask(invitationsApi.link, { params: { id: invitation.id } }),
  )
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  return (
    <div>
      <p className={classes.message}>{data.message}</p>
      {!data.whatsappUrl && (
        <Text c="dimmed" mt="xs">
          {t('panel.noPhone')}
        </Text>
      )}
      <Group gap="xs" mt="sm">
        {data.whatsappUrl && (
          <Button
            component="a"
            href={data.whatsappUrl}
            target="_blank"
            rel="noreferrer"
            size="sm"
            variant="default"
            leftSection={<Icon name="chat" size={16} />}
          >
            {t('panel.openWhatsapp')}
          </Button>
        )}
        <CopyText text={data.message} label={t('panel.copyMessage')} />
        <CopyText text={data.url} label={t('panel.copyLink')} />
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              size="sm"
              variant="default"
              loading={deliver.isPending}
              leftSection={<Icon name="check" size={16} />}
              rightSection={<Icon name="down" size={16} />}
            >
              {t('panel.mark')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['whatsapp', 'letter', 'phone'] as const).map((channel) => (
              <Menu.Item
                key={channel}
                onClick={() => deliver.mutate({ invitation, channel, kind })}
              >
                {t('panel.markBy', { channel: t(`channel.${channel}`) })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {invitation.hasEmail && (
          <Button
            size="sm"
            variant="default"
            loading={deliver.isPending}
            leftSection={<Icon name="mail" size={16} />}
            onClick={() => deliver.mutate({ invitation, channel: 'email', kind })}
          >
            {t('panel.sendEmail')}
          </Button>
        )}
      </Group>
    </div>
  )
}
