import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { settingsMessages } from './settings-messages.ts'

interface InvitationLinkProps {
  name: string
  url: string
  onDone: () => void
}

/** The link with which a new user sets a password; it cannot be shown again. */
export const InvitationLink = ({ name, url, onDone }: InvitationLinkProps) => {
  const t = useT(settingsMessages)
  return (
    <Stack gap="md">
      <Text>{t('linkHelp', { name })}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {url}
      </Code>
      <Group gap="sm">
        <CopyButton value={url}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}
        </CopyButton>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('done')}
        </Button>
      </Group>
    </Stack>
  )
}
