import { Drawer, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import { useOpenedNext } from '../lib/opened-late.ts'
import classes from './side-panel.module.css'

interface SidePanelProps {
  opened: boolean
  onClose: () => void
  title: ReactNode
  /** Under the title: the way to the whole page, small actions. */
  actions?: ReactNode
  children: ReactNode
  size?: number
}

/** One record beside its list; a whole screen on a phone. Esc closes, the focus returns to the row. */
export const SidePanel = ({
  opened,
  onClose,
  title,
  actions,
  children,
  size = 480,
}: SidePanelProps) => {
  const t = useT(commonStrings)
  return (
    <Drawer
      opened={useOpenedNext(opened)}
      onClose={onClose}
      position="right"
      size={size}
      title={title}
      overlayProps={{ backgroundOpacity: 0.25 }}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: classes.title, body: classes.body, content: classes.content }}
    >
      {actions && (
        <Group gap="xs" mb="md">
          {actions}
        </Group>
      )}
      {children}
    </Drawer>
  )
}
