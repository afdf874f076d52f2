import { ActionIcon, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo, useSyncExternalStore } from 'react'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { linkTarget } from '../../ui/link-target.ts'
import { deskStrings } from './desk.strings.ts'
import { give, onSignalsChange, signalsOn, turnSignals } from './door-signals.ts'

/** What the desk needs now and then. */
export const DoorMenu = memo(({ sessionId }: { sessionId: string }) => {
  const t = useT(deskStrings)
  const on = useSyncExternalStore(onSignalsChange, signalsOn)
  const screen = linkTarget({ to: paths.checkInScreen(sessionId) })
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon size={44} aria-label={t('menu')}>
          <Icon name="more" size={24} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxItem
          checked={on}
          onChange={(next) => {
            turnSignals(next)
            // What was turned on is heard at once.
            give('admitted')
          }}
        >
          {t('signals')}
        </Menu.CheckboxItem>
        <Menu.Item component={Link} {...screen} leftSection={<Icon name="screen" size={18} />}>
          {t('screen')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
})
DoorMenu.displayName = 'DoorMenu'
