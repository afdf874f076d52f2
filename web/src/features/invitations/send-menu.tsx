import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { invitationsMessages } from './messages.ts'
import type { SendKind } from './to-send.ts'

interface SendMenuProps {
  /** The kinds that have somebody to reach, the most pressing first. */
  waiting: readonly { kind: SendKind; count: number }[]
  onChoose: (kind: SendKind) => void
}

/** What waits to be sent: the most pressing as a button, the rest behind it. */
export const SendMenu = ({ waiting, onChoose }: SendMenuProps) => {
  const t = useT(invitationsMessages)
  const [first, ...others] = waiting
  if (!first) return null
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="sm"
        variant="default"
        leftSection={<Icon name="send" size={16} />}
        onClick={() => onChoose(first.kind)}
      >
        {t(`send.open.${first.kind}`, { count: first.count })}
      </Button>
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" aria-label={t('send.others')}>
              <Icon name="down" size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ kind, count }) => (
              <Menu.Item key={kind} onClick={() => onChoose(kind)}>
                {t(`send.open.${kind}`, { count })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}
