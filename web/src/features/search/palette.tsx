import { Modal } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { shellMessages } from '../../shell/shell-messages.ts'

/** Opened by Ctrl+K and "/". */
export const Palette = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const t = useT(shellMessages)
  return <Modal opened={opened} onClose={onClose} title={t('search')} />
}
