import { Button, FileButton, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './materials.module.css'
import { materialsStrings } from './materials.strings.ts'
import { useSendFiles } from './use-send-files.ts'

const accepted = '.pdf,.docx,.pptx,.xlsx,.png,.jpg,.jpeg,.webp,.mp4,.txt,.csv'

/** Where files are dropped or chosen, and links are begun; says which file is under way and which were refused. */
export const AddMaterials = ({ sessionId, onLink }: { sessionId: string; onLink: () => void }) => {
  const t = useT(materialsStrings)
  const { send, sending, refused } = useSendFiles(sessionId)
  const [over, setOver] = useState(false)
  const take = (files: readonly File[]) => {
    if (files.length > 0 && !sending) send(files)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button beside does the same without a mouse */}
      <div
        className={`${classes.drop} ${over ? classes.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take([...event.dataTransfer.files])
        }}
      >
        <FileButton multiple accept={accepted} onChange={take}>
          {(props) => (
            <Button
              {...props}
              size="sm"
              disabled={sending !== undefined}
              leftSection={<Icon name="upload" size={18} />}
            >
              {t('addFile')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="link" size={18} />}
          onClick={onLink}
        >
          {t('addLink')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {sending ? (
            <>
              <Loader size={14} /> {t('sending', { ...sending })}
            </>
          ) : (
            t('drop')
          )}
        </Text>
      </div>
      {refused.map((why) => (
        <Text key={why} role="alert" c="red.8" size="sm" mt="xs">
          {why}
        </Text>
      ))}
    </>
  )
}
