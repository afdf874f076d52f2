import { useT } from '../../i18n.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { importStrings } from './import.strings.ts'
import { ImportForm } from './import-form.tsx'

/** Days of a whole year at once, from a file or pasted. */
export const ImportPanel = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const t = useT(importStrings)
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('title')} size={600}>
      {opened && <ImportForm onClose={onClose} />}
    </SidePanel>
  )
}
