import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { settingsStrings } from './settings.strings.ts'

interface InvitationLinkProps {
  name: string
  /** Null where the link goes to the account's own address alone. */
  url: string | null
  onDone: () => void
}

/** The link with which a new user sets a password; it cannot be shown again. */
export const InvitationLink = ({ name, url, onDone }: InvitationLinkProps) => {
  const t = useT(settingsStrings)
  return (
    <Stack gap="md">
      <Text>{t(url === null ? 'linkElsewhere' : 'linkHelp', { name })}</Text>
      {url !== null && (
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
          {url}
        </Code>
      )}
      <Group gap="sm">
        {url !== null && (
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>
            )}
          </CopyButton>
        )}
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('done')}
        </Button>
      </Group>
    </Stack>
  )
}
