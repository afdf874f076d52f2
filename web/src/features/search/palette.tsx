import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useT } from '../../i18n.tsx'
import { useOpenedNext } from '../../lib/opened-late.ts'
import classes from './palette.module.css'
import { PaletteBody } from './palette-body.tsx'
import { searchStrings } from './search.strings.ts'

/** Opened by Ctrl+K and "/": finds any record, starts any action, goes to any page. */
export const Palette = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const t = useT(searchStrings)
  const onPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const shown = useOpenedNext(opened)
  return (
    <Modal.Root
      opened={shown}
      onClose={onClose}
      size={600}
      centered={false}
      yOffset="12dvh"
      fullScreen={onPhone}
      padding={0}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('title')} className={classes.content}>
        <Modal.Body className={classes.body}>
          <PaletteBody onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
