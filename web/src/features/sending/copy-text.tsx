import { Button, CopyButton } from '@mantine/core'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'

/** A button that copies a text and says so. */
export const CopyText = ({
  text,
  label,
  size = 'sm',
}: {
  text: string
  label: string
  size?: string
}) => {
  const common = useT(commonStrings)
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button
          size={size}
          variant="default"
          leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
          onClick={copy}
        >
          {copied ? common('copied') : label}
        </Button>
      )}
    </CopyButton>
  )
}
